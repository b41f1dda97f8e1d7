using Specwright.Diagnostics;
using Specwright.Model;

namespace Specwright.Reading;

public class SchemaReadingTests
{
    [Theory]
    [InlineData("{type: string, nullable: true}", "3.0.3")]
    [InlineData("{type: [string, 'null']}", "3.1.0")]
    [InlineData("{anyOf: [{type: string}, {type: 'null'}]}", "3.1.0")]
    [InlineData("{oneOf: [{type: 'null'}, {type: string}]}", "3.1.0")]
    [InlineData("{oneOf: [{const: null}, {type: string}]}", "3.1.0")]
    [InlineData("{anyOf: [{type: string}, {nullable: true}]}", "3.0.3")]
    [InlineData("{nullable: true, allOf: [{type: string}]}", "3.0.3")]
    public void EachWayToSayNullable_AllowsNull(string schema, string version)
    {
        var read = Assert.IsType<StringSchema>(Reader.ReadSchema("A: " + schema, version));

        Assert.True(read.AllowsNull);
        Assert.Equal("#/components/schemas/A", read.Pointer);
    }

    [Fact]
    public void EnumerationWithNull_AllowsNullAndDoesNotListIt()
    {
        var schema = Assert.IsType<StringSchema>(Reader.ReadSchema("A: {type: [string, 'null'], enum: [a, null, b], x-enum-varnames: [First, Nothing, Second]}"));

        Assert.True(schema.AllowsNull);
        Assert.Equal(["a:First", "b:Second"], schema.Members.Select(member => member.WireValue + ":" + member.ChosenName));
    }

    [Fact]
    public void EnumerationExtensions_GiveNamesAndTexts()
    {
        var list = Assert.IsType<IntegerSchema>(Reader.ReadSchema("A: {type: integer, enum: [1, 20], x-enumNames: [One, Twenty], x-enum-descriptions: [The first, More]}"));
        var map = Assert.IsType<StringSchema>(Reader.ReadSchema("A: {type: string, enum: [a], x-enum-descriptions: {a: Text}}"));

        Assert.Equal(["1 One The first", "20 Twenty More"], list.Members.Select(member => $"{member.WireValue} {member.ChosenName} {member.Description}"));
        Assert.Equal("Text", map.Members[0].Description);
    }

    [Fact]
    public void Const_IsAnEnumerationOfOne()
    {
        Assert.Equal("x", Assert.IsType<StringSchema>(Reader.ReadSchema("A: {const: x}")).Members.Single().WireValue);
        Assert.Equal("5", Assert.IsType<IntegerSchema>(Reader.ReadSchema("A: {const: 5}")).Members.Single().WireValue);
        Assert.IsType<BooleanSchema>(Reader.ReadSchema("A: {const: true}"));
    }

    [Fact]
    public void UnionOfConstants_IsOneEnumerationWithTexts()
    {
        var schema = Assert.IsType<StringSchema>(Reader.ReadSchema("A:\n  oneOf:\n  - {const: a, description: The a}\n  - {const: b, title: The b}"));

        Assert.Equal(["a The a", "b The b"], schema.Members.Select(member => $"{member.WireValue} {member.Description}"));
    }

    [Theory]
    [InlineData("{type: integer, enum: [created, changed]}", "created changed")]
    [InlineData("{type: number, enum: [low, high]}", "low high")]
    [InlineData("{type: boolean, enum: ['yes', 'no']}", "yes no")]
    [InlineData("{type: object, enum: [a, b]}", "a b")]
    public void EnumerationOfTextBesideAnotherType_IsTextAndReported(string schema, string members)
    {
        var result = Reader.Read(Reader.WithSchemas("A: " + schema));

        var read = Assert.IsType<StringSchema>(Reader.Named(result.Description!, "A"));
        Assert.Equal(members, string.Join(' ', read.Members.Select(member => member.WireValue)));
        Assert.Equal("#/components/schemas/A/type", Reader.Single(result, Rules.ReaderProblem).Pointer);
    }

    [Theory]
    [InlineData("{type: integer, enum: ['1', a]}", typeof(IntegerSchema))]
    [InlineData("{type: number, enum: ['1.5']}", typeof(NumberSchema))]
    [InlineData("{type: boolean, enum: ['true']}", typeof(BooleanSchema))]
    [InlineData("{type: object, properties: {a: {type: string}}, enum: [a]}", typeof(ObjectSchema))]
    public void EnumerationThatSuitsItsType_KeepsIt(string schema, Type expected) =>
        Assert.IsType(expected, Reader.Named(Reader.Read(Reader.WithSchemas("A: " + schema)).Description!, "A"));

    [Fact]
    public void NumberInAStringEnumeration_IsTakenAsTextAndReported()
    {
        var result = Reader.Read(Reader.WithSchemas("A: {type: string, enum: [a, 1.50, 2]}"));

        Assert.Equal(["a", "1.50", "2"], Assert.IsType<StringSchema>(Reader.Named(result.Description!, "A")).Members.Select(member => member.WireValue));
        Assert.Equal("#/components/schemas/A/enum/1", Reader.Single(result, Rules.ReaderProblem).Pointer);
    }

    [Fact]
    public void WordInAnIntegerEnumeration_IsLeftOutAndReported()
    {
        var result = Reader.Read(Reader.WithSchemas("A: {type: integer, enum: [1, x]}"));

        Assert.Equal(["1"], Assert.IsType<IntegerSchema>(Reader.Named(result.Description!, "A")).Members.Select(member => member.WireValue));
        Assert.Equal("#/components/schemas/A/enum/1", Reader.Single(result, Rules.ReaderProblem).Pointer);
    }

    [Theory]
    [InlineData("{properties: {b: {}}}", typeof(ObjectSchema))]
    [InlineData("{additionalProperties: {type: string}}", typeof(ObjectSchema))]
    [InlineData("{items: {type: string}}", typeof(ArraySchema))]
    [InlineData("{enum: [a, b]}", typeof(StringSchema))]
    [InlineData("{enum: [1, 2]}", typeof(IntegerSchema))]
    [InlineData("{enum: [1.5, 2]}", typeof(NumberSchema))]
    [InlineData("{enum: [a, 1]}", typeof(UnionSchema))]
    [InlineData("{description: text}", typeof(AnySchema))]
    [InlineData("{}", typeof(AnySchema))]
    [InlineData("true", typeof(AnySchema))]
    [InlineData("false", typeof(AnySchema))]
    [InlineData("{type: 'null'}", typeof(AnySchema))]
    [InlineData("{type: [string, integer, number, boolean, object, array, 'null']}", typeof(AnySchema))]
    [InlineData("{type: [integer, number]}", typeof(NumberSchema))]
    [InlineData("{type: [string, integer]}", typeof(UnionSchema))]
    [InlineData("{oneOf: [{type: string}, {type: integer}]}", typeof(UnionSchema))]
    [InlineData("{type: array, prefixItems: [{type: string}]}", typeof(ArraySchema))]
    [InlineData("{type: string, not: {const: x}, minLength: 3, if: {}, then: {}}", typeof(StringSchema))]
    [InlineData("{type: object, anyOf: [{required: [a]}, {required: [b]}]}", typeof(ObjectSchema))]
    public void Schema_HasItsCase(string schema, Type type)
    {


        Assert.IsType(type, Reader.ReadSchema("A: " + schema));
    }

    [Fact]
    public void UnknownType_IsAnyValueAndReported()
    {
        var result = Reader.Read(Reader.WithSchemas("A: {type: date}"));

        Assert.IsType<AnySchema>(Reader.Named(result.Description!, "A"));
        Assert.Contains(result.Findings, finding => finding.Pointer == "#/components/schemas/A/type");
    }

    [Fact]
    public void UnionBranches_HaveTheirOwnPointers()
    {
        var types = Assert.IsType<UnionSchema>(Reader.ReadSchema("A: {type: [string, integer]}"));
        var branches = Assert.IsType<UnionSchema>(Reader.ReadSchema("A: {oneOf: [{type: string}, {type: integer}], discriminator: {propertyName: kind}}"));

        Assert.Equal(["#/components/schemas/A/type/0", "#/components/schemas/A/type/1"], types.Branches.Select(branch => branch.Pointer));
        Assert.Equal(["#/components/schemas/A/oneOf/0", "#/components/schemas/A/oneOf/1"], branches.Branches.Select(branch => branch.Pointer));
        Assert.Equal("kind", branches.DiscriminatorWireName);
    }

    [Fact]
    public void DiscriminatorMapping_NamesBranchesByNameByUriAndByThemselves()
    {
        var union = Assert.IsType<UnionSchema>(Reader.ReadSchema("""
            A:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {$ref: '#/components/schemas/Bird.Big'}, {type: object, properties: {x: {}}}]
              discriminator:
                propertyName: kind
                mapping: {purr: Cat, bark: '#/components/schemas/Dog', Dog: Cat, fly: '#/components/schemas/Bird.Big', lost: '#/components/schemas/Nowhere'}
            Cat: {type: object, properties: {kind: {type: string}}}
            Dog: {type: object, properties: {kind: {type: string}}}
            Bird.Big: {type: object, properties: {kind: {type: string}}}
            """));

        Assert.Equal(
            ["purr Cat True", "bark Dog True", "Dog Cat True", "fly Bird.Big True", "Cat Cat False", "Bird.Big Bird.Big False"],
            union.DiscriminatorValues.Select(value => $"{value.WireValue} {value.Target.Replace("#/components/schemas/", "", StringComparison.Ordinal)} {value.IsDeclared}"));
    }

    [Fact]
    public void DiscriminatorMapping_LeadsIntoOtherFiles()
    {
        var description = Reader.ReadClean(
            Reader.WithSchemas("A: {oneOf: [{$ref: 'cat.yaml'}, {$ref: 'more.yaml#/Dog'}], discriminator: {propertyName: kind, mapping: {purr: cat.yaml, bark: 'more.yaml#/Dog'}}}"),
            others: [("specs/cat.yaml", "{type: object, properties: {kind: {type: string}}}"), ("specs/more.yaml", "Dog: {type: object, properties: {kind: {type: string}}}")]);

        var union = Assert.IsType<UnionSchema>(Reader.Named(description, "A"));
        Assert.Equal(["purr", "bark", "cat", "Dog"], union.DiscriminatorValues.Select(value => value.WireValue));
        Assert.Equal(union.Branches.Concat(union.Branches).Select(branch => ((ReferenceSchema)branch).Target), union.DiscriminatorValues.Select(value => value.Target));
    }

    [Fact]
    public void ObjectKeepsOrderRequiredAndAdditionalProperties()
    {
        var schema = Assert.IsType<ObjectSchema>(Reader.ReadSchema("A: {type: object, required: [c, z], properties: {c: {}, b: {type: string}}, additionalProperties: false}"));

        Assert.Equal(["c True", "b False"], schema.Properties.Select(property => $"{property.WireName} {property.IsRequired}"));
        Assert.Equal(AdditionalProperties.Forbidden, schema.AdditionalProperties);
        Assert.Equal(["z"], schema.RequiredElsewhere);
    }

    [Theory]
    [InlineData("{type: object}", "NotDeclared")]
    [InlineData("{type: object, additionalProperties: true}", "Any")]
    [InlineData("{type: object, additionalProperties: {}}", "Any")]
    [InlineData("{type: object, additionalProperties: {type: string}}", "Typed")]
    [InlineData("{type: object, patternProperties: {'^x': {type: string}}}", "Typed")]
    [InlineData("{type: object, patternProperties: {'^x': {type: string}}, additionalProperties: false}", "Typed")]
    public void AdditionalProperties_AreToldApart(string schema, string expected)
    {
        Assert.Equal(expected, Assert.IsType<ObjectSchema>(Reader.ReadSchema("A: " + schema)).AdditionalProperties.ToString());
    }

    [Fact]
    public void SeveralPatternProperties_AreAnyValueAndReported()
    {
        var result = Reader.Read(Reader.WithSchemas("A: {type: object, patternProperties: {'^x': {type: string}, '^y': {type: integer}}}"));

        Assert.Equal(AdditionalProperties.Any, Assert.IsType<ObjectSchema>(Reader.Named(result.Description!, "A")).AdditionalProperties);
        Assert.Equal("#/components/schemas/A/patternProperties", Reader.Single(result, Rules.SchemaUnsupported).Pointer);
    }

    [Fact]
    public void SinglePartAllOf_IsUnwrappedWithTheWordsOfTheWrapper()
    {
        var schema = Assert.IsType<ReferenceSchema>(Reader.ReadSchema(
            "A: {description: Here, deprecated: true, readOnly: true, default: {a: [1.50, x]}, x-specwright-name: Chosen, allOf: [{$ref: '#/components/schemas/B'}]}\nB: {type: object, description: There}"));

        Assert.Equal("#/components/schemas/B", schema.Target);
        Assert.Equal(("Here", true, true, "Chosen", """{"a":[1.50,"x"]}"""), (schema.Description, schema.IsDeprecated, schema.IsReadOnly, schema.ChosenName, schema.DefaultJson));
    }

    [Fact]
    public void PropertiesBesideAllOf_AreTheLastPart()
    {
        var schema = Assert.IsType<AllOfSchema>(Reader.ReadSchema(
            "A: {type: object, allOf: [{$ref: '#/components/schemas/B'}, {description: only words}], properties: {c: {type: string}}}\nB: {type: object}"));

        Assert.Collection(
            schema.Parts,
            part => Assert.IsType<ReferenceSchema>(part),
            part => Assert.Equal("c", Assert.IsType<ObjectSchema>(part).Properties.Single().WireName));
    }

    [Fact]
    public void RequiredAlonePart_NamesPropertiesOfOtherParts()
    {
        var schema = Assert.IsType<AllOfSchema>(Reader.ReadSchema("A: {allOf: [{$ref: '#/components/schemas/B'}, {required: [x]}]}\nB: {type: object, properties: {x: {}}}"));

        Assert.Equal(["x"], Assert.IsType<ObjectSchema>(schema.Parts[1]).RequiredElsewhere);
    }

    [Fact]
    public void WordsBesideAReference_AreItsOwn()
    {
        var schema = Assert.IsType<ReferenceSchema>(Reader.ReadSchema("A: {$ref: '#/components/schemas/B', description: Here, deprecated: true}\nB: {type: object, description: There}"));

        Assert.Equal(("Here", true), (schema.Description, schema.IsDeprecated));
    }

    [Fact]
    public void Version2_UnderstandsItsOwnKeywords()
    {
        var description = Reader.ReadClean("swagger: '2.0'\ninfo: {title: T, version: '1'}\npaths: {}\ndefinitions:\n  A: {type: string, x-nullable: true, readOnly: true}\n  B: {type: object, properties: {a: {$ref: '#/definitions/A'}}}\n");

        Assert.Equal("#/definitions/A", description.Schemas[0].Pointer);
        Assert.True(description.Schemas[0].Schema is StringSchema { AllowsNull: true, IsReadOnly: true });
        Assert.Equal("#/definitions/A", Assert.IsType<ReferenceSchema>(((ObjectSchema)description.Schemas[1].Schema).Properties[0].Schema).Target);
    }
}
