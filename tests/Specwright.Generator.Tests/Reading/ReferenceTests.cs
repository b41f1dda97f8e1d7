using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.References;

namespace Specwright.Reading;

public class ReferenceTests
{
    [Fact]
    public void Components_ComeInTheirOrderAndOtherTargetsByPointer()
    {
        var description = Reader.ReadClean(Reader.WithSchemas(
            "Z: {type: object, properties: {x: {type: object}, b: {type: object}}}\nA: {type: object, properties: {p: {$ref: '#/components/schemas/Z/properties/x'}, q: {$ref: '#/components/schemas/Z/properties/b'}}}"));

        Assert.Equal(
            ["#/components/schemas/Z Z", "#/components/schemas/A A", "#/components/schemas/Z/properties/b b", "#/components/schemas/Z/properties/x x"],
            description.Schemas.Select(named => named.Pointer + " " + named.WireName));
    }

    [Fact]
    public void InlineSchemaThatOthersReferTo_IsAReferenceInItsOwnPlaceToo()
    {
        var description = Reader.ReadClean(Reader.WithSchemas(
            "A: {type: object, properties: {x: {type: object, description: Words}, y: {$ref: '#/components/schemas/A/properties/x'}}}"));

        var properties = Assert.IsType<ObjectSchema>(Reader.Named(description, "A")).Properties;
        Assert.All(properties, property => Assert.Equal("#/components/schemas/A/properties/x", Assert.IsType<ReferenceSchema>(property.Schema).Target));
        Assert.Equal("Words", properties[0].Schema.Description);
        Assert.IsType<ObjectSchema>(Reader.Named(description, "x"));
    }

    [Fact]
    public void PointerThroughAReference_LeadsOnBehindIt()
    {
        var description = Reader.ReadClean(Reader.WithSchemas(
            "A: {type: object, properties: {x: {$ref: '#/components/schemas/B/items/properties/id'}}}\nB: {type: array, items: {$ref: '#/components/schemas/C'}}\nC: {type: object, properties: {id: {type: integer}}}"));

        Assert.Equal("#/components/schemas/C/properties/id", Assert.IsType<ReferenceSchema>(Assert.IsType<ObjectSchema>(Reader.Named(description, "A")).Properties[0].Schema).Target);
    }

    [Theory]
    [InlineData("A: {$ref: '#/components/schemas/A/x'}")]
    [InlineData("A: {$ref: '#/components/schemas/B/x/y'}\nB: {$ref: '#/components/schemas/A/x/y'}")]
    [InlineData("A: {type: object, properties: {x: {$ref: '#/components/schemas/A/properties/x/items'}}}")]
    public void PointersThroughEachOther_LeadNowhere(string schemas)
        => Assert.Contains(Reader.Read(Reader.WithSchemas(schemas)).Findings, finding => finding.RuleId == Rules.ReferenceUnresolved.Id);

    [Theory]
    [InlineData("#/paths/~1a~1{id}/get/responses/200/content/application~1json/schema")]
    [InlineData("#/paths/~1a~1%7Bid%7D/get/responses/200/content/application~1json/schema")]
    public void ReferenceIntoAPath_RegistersTheSchemaThere(string reference)
    {
        var description = Reader.ReadClean(Reader.WithPaths(
            "/a/{id}:\n  get:\n    parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n    responses:\n      '200': {description: d, content: {application/json: {schema: {type: object}}}}\n      '201': {description: d, content: {application/json: {schema: {$ref: '" + reference + "'}}}}"));

        var named = Assert.Single(description.Schemas);
        Assert.Equal("#/paths/~1a~1{id}/get/responses/200/content/application~1json/schema", named.Pointer);
        Assert.NotEmpty(named.WireName);
        Assert.All(description.Operations[0].Responses, response => Assert.Equal(named.Pointer, Assert.IsType<ReferenceSchema>(response.Content[0].Schema).Target));
    }

    [Fact]
    public void KeyWithSlashAndTilde_IsEscapedInPointers()
    {
        // Such keys break the specification, which the library says; 2.0 descriptions generated from generic types have them.
        var description = Reader.Read(Reader.WithSchemas("'a/b~c': {type: object}\nA: {$ref: '#/components/schemas/a~1b~0c'}")).Description!;

        Assert.Equal(("#/components/schemas/a~1b~0c", "a/b~c"), (description.Schemas[0].Pointer, description.Schemas[0].WireName));
        Assert.Equal(description.Schemas[0].Pointer, Assert.IsType<ReferenceSchema>(description.Schemas[1].Schema).Target);
    }

    [Fact]
    public void SchemaThatContainsItself_EndsAtTheReference()
    {
        var schema = Assert.IsType<ObjectSchema>(Reader.ReadSchema("A: {type: object, properties: {child: {$ref: '#/components/schemas/A'}, list: {type: array, items: {$ref: '#/components/schemas/A'}}}}"));

        Assert.IsType<ReferenceSchema>(schema.Properties[0].Schema);
    }

    [Fact]
    public void ChainOfReferences_KeepsEachStep()
    {
        var description = Reader.ReadClean(Reader.WithSchemas("A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/C'}\nC: {type: string}"));

        Assert.Equal("#/components/schemas/B", Assert.IsType<ReferenceSchema>(Reader.Named(description, "A")).Target);
        Assert.Equal("#/components/schemas/C", Assert.IsType<ReferenceSchema>(Reader.Named(description, "B")).Target);
    }

    [Theory]
    [InlineData("A: {$ref: '#/components/schemas/A'}")]
    [InlineData("A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}")]
    [InlineData("A: {allOf: [{$ref: '#/components/schemas/A'}]}")]
    [InlineData("A: {allOf: [{$ref: '#/components/schemas/B'}]}\nB: {oneOf: [{$ref: '#/components/schemas/A'}]}")]
    [InlineData("A: {$ref: '#/components/schemas/Missing'}")]
    [InlineData("A: {$ref: 'missing.yaml#/B'}")]
    [InlineData("A: {$ref: 'https://example.com/a.yaml#/B'}")]
    [InlineData("A: {$ref: '#anchor'}")]
    [InlineData("A: {$ref: 'a b:%zz\u0001#/%'}")]
    public void ReferenceThatNeverReachesASchema_IsAnyValueAndReported(string schemas)
    {
        var result = Reader.Read(Reader.WithSchemas(schemas));

        Assert.IsType<AnySchema>(Reader.Named(result.Description!, "A"));
        Assert.Contains(result.Findings, finding => finding.RuleId == Rules.ReferenceUnresolved.Id && finding.Pointer is "#/components/schemas/A" or "#/components/schemas/A/$ref");
    }

    [Fact]
    public void Anchors_AreFound()
    {
        var description = Reader.ReadClean(Reader.WithSchemas("A: {$ref: '#here'}\nB: {$anchor: here, type: string}"));

        Assert.Equal("#/components/schemas/B", Assert.IsType<ReferenceSchema>(Reader.Named(description, "A")).Target);
    }

    [Fact]
    public void OtherFiles_AreFoundByRelativePath()
    {
        var description = Reader.ReadClean(
            Reader.WithPaths("/a: {$ref: './paths/a.yaml#/item'}"),
            overlay: null,
            ("specs\\paths\\a.yaml", "item:\n  get:\n    responses:\n      default: {description: d, content: {application/json: {schema: {$ref: '../shared/Order.yaml'}}}}\n"),
            ("specs/shared/Order.yaml", "type: object\nproperties:\n  next: {$ref: '#'}\n"),
            ("unrelated.yaml", "{{{"));

        var operation = Assert.Single(description.Operations);
        Assert.Equal(("#/paths/~1a/get", "/a"), (operation.Pointer, operation.Path));
        Assert.Equal("specs/shared/Order.yaml#", Assert.IsType<ReferenceSchema>(operation.Responses[0].Content[0].Schema).Target);
        var order = Assert.Single(description.Schemas);
        Assert.Equal("Order", order.WireName);
    }

    [Fact]
    public void BrokenFileThatAReferenceLeadsTo_IsAnErrorAtItsLine()
    {
        var result = Reader.Read(Reader.WithSchemas("A: {$ref: 'b.yaml#/B'}"), others: ("specs/b.yaml", "B: 1\nC: [\n"));

        Assert.Null(result.Description);
        Assert.Equal("specs/b.yaml", result.Positions.Find(Reader.Single(result, Rules.TextUnreadable).Pointer)!.Value.Path);
    }

    [Theory]
    [InlineData("specs/api.yaml", "b.yaml", "specs/b.yaml")]
    [InlineData("specs/api.yaml", "../b.yaml", "b.yaml")]
    [InlineData("specs/api.yaml", "../../b.yaml", "../b.yaml")]
    [InlineData("/root/specs/api.yaml", "./x/../b%20c.yaml", "/root/specs/b c.yaml")]
    [InlineData("C:/specs/api.yaml", "x\\b.yaml", "C:/specs/x/b.yaml")]
    [InlineData("api.yaml", "b.yaml", "b.yaml")]
    [InlineData("specs/api.yaml", "/b.yaml", "/b.yaml")]
    public void RelativePath_IsTextArithmetic(string file, string reference, string path)
    {
        Assert.Equal(path, RelativePath.Combine(RelativePath.Normalise(file), reference));
    }
}
