using Specwright.Diagnostics;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;

namespace Specwright.Planning.Types;

public sealed class SchemaTypesTests
{
    public static TheoryData<string, string, string> Scalars { get; } = new()
    {
        { "string:", "string", "StringCodec" },
        { "string:date-time", "global::System.DateTimeOffset", "DateTimeOffsetCodec" },
        { "string:date", "global::System.DateOnly", "DateOnlyCodec" },
        { "string:time", "string", "StringCodec" },
        { "string:uuid", "global::System.Guid", "GuidCodec" },
        { "string:byte", "global::System.ReadOnlyMemory<byte>", "BytesCodec" },
        { "string:binary", "string", "StringCodec" },
        { "string:decimal", "decimal", "DecimalStringCodec" },
        { "string:int64", "long", "Int64StringCodec" },
        { "string:uint64", "ulong", "UInt64StringCodec" },
        { "string:int32", "int", "Int32StringCodec" },
        { "string:double", "string", "StringCodec" },
        { "string:base64url", "global::System.ReadOnlyMemory<byte>", "Base64UrlCodec" },
        { "string:made-up", "string", "StringCodec" },
        { "integer:int32", "int", "Int32Codec" },
        { "integer:int64", "long", "Int64Codec" },
        { "integer:", "long", "Int64Codec" },
        { "number:", "decimal", "DecimalCodec" },
        { "number:decimal", "decimal", "DecimalCodec" },
        { "number:double", "double", "DoubleCodec" },
        { "number:float", "float", "SingleCodec" },
        { "boolean:", "bool", "BooleanCodec" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void Scalar_HasTheTypeOfItsFormat(string schema, string name, string codec)
    {
        var format = schema.Split(':')[1] is { Length: > 0 } text ? text : null;
        Schema scalar = schema.Split(':')[0] switch
        {
            "string" => String(format),
            "integer" => Integer(format),
            "number" => Number(format),
            _ => Boolean(),
        };

        var type = new TypeGeneration(Api()).Types.Reference(scalar, "Hint");

        Assert.Equal(name, type.Name);
        Assert.Equal("global::Specwright.Json." + codec, type.Codec);
    }

    [Fact]
    public void NamedScalar_IsAnAliasAndKeepsItsDescription()
    {
        var generation = new TypeGeneration(Api(
            ("Amount", String("decimal") with { Description = "In INR." }),
            ("Order", Object(Required("amount", Ref("Amount"))))));

        Assert.Equal(["Order"], generation.Identifiers());
        Assert.Equal("decimal", generation.Property("Order", "amount").Type.Name);
        Assert.Equal("In INR.", generation.Property("Order", "amount").Documentation.Summary);
    }

    [Fact]
    public void InlineSchemas_AreNamedByWhereTheyStand()
    {
        var generation = new TypeGeneration(Api(
            ("Order", Object(
                Optional("billing-address", Object(Optional("geo", Object(Optional("lat"))))),
                Optional("status", Enum("A")),
                Optional("lines", Array(Object(Optional("sku")))),
                Optional("rails", Map(Object(Optional("up")))))),
            ("Orders", Array(Object(Optional("id"))))));

        Assert.Equal(
            ["Order", "OrderBillingAddress", "OrderBillingAddressGeo", "OrderLinesItem", "OrderRailsValue", "OrderStatus", "OrdersItem"],
            generation.Identifiers());
    }

    [Fact]
    public void InlineSchemaOfAnOperation_IsNamedByTheHint_AndThatOfAComponentByTheComponent()
    {
        var generation = new TypeGeneration(Api());

        var own = generation.Types.Reference(At(Object(Optional("a")), "#/paths/~1o/get/responses/200/content/application~1json/schema"), "GetOrderResponse");
        var shared = generation.Types.Reference(At(Object(Optional("a")), "#/components/responses/NotFound/content/application~1json/schema"), "GetOrderResponse");

        Assert.Equal("GetOrderResponse", own.Name);
        Assert.Equal("NotFoundResponse", shared.Name);
        Assert.Equal(["GetOrderResponse", "NotFoundResponse"], generation.Identifiers());
        Assert.Empty(generation.Findings);
    }

    [Fact]
    public void SameSchema_HasOneTypeHoweverOftenItIsAskedFor()
    {
        var generation = new TypeGeneration(Api());
        var schema = At(Object(Optional("a")), "#/paths/~1o/get/x");

        Assert.Equal(generation.Types.Reference(schema, "First"), generation.Types.Reference(schema, "Second"));
    }

    [Theory]
    [InlineData(true, false, nameof(Presence.Required))]
    [InlineData(true, true, nameof(Presence.Required))]
    [InlineData(false, false, nameof(Presence.Optional))]
    [InlineData(false, true, nameof(Presence.OptionalNullable))]
    public void Presence_KeepsOptionalAndNullableApart(bool required, bool nullable, string expected)
    {
        Schema schema = String() with { AllowsNull = nullable };
        var generation = new TypeGeneration(Api(("Order", Object(required ? Required("a", schema) : Optional("a", schema)))));

        Assert.Equal(expected, generation.Property("Order", "a").Presence.ToString());
    }

    [Fact]
    public void NullabilityOfANamedSchema_ReachesWhoeverRefersToIt()
    {
        var generation = new TypeGeneration(Api(("Order", Object(Optional("s", Ref("Status")))), ("Status", Nullable(Enum("A")))));

        Assert.Equal(Presence.OptionalNullable, generation.Property("Order", "s").Presence);
    }

    [Fact]
    public void RequiredReadOnlyOrWriteOnlyMember_IsOptional_BecauseOneTypeServesBothDirections()
    {
        var generation = new TypeGeneration(Api(("Order", Object(
            Required("id", String() with { IsReadOnly = true }),
            Required("pin", String() with { IsWriteOnly = true })))));

        Assert.Equal(Presence.Optional, generation.Property("Order", "id").Presence);
        Assert.Equal(Presence.Optional, generation.Property("Order", "pin").Presence);
    }

    [Fact]
    public void PasswordsAndWriteOnlyMembers_AreSecret()
    {
        var generation = new TypeGeneration(Api(
            ("Login", Object(Optional("a", String("password")), Optional("b", Ref("Pin")), Optional("c", String() with { IsWriteOnly = true }), Optional("d"))),
            ("Pin", String("password"))));

        Assert.Equal(["a", "b", "c"], generation.Plan<RecordPlan>("Login").Properties.Where(property => property.IsSecret).Select(property => property.WireName));
    }

    [Fact]
    public void ObjectWithoutProperties_IsAMap()
    {
        var types = new TypeGeneration(Api()).Types;

        Assert.Equal("global::System.Collections.Generic.IReadOnlyDictionary<string, global::System.Text.Json.JsonElement>", types.Reference(Object(), "X").Name);
        Assert.Equal("global::System.Collections.Generic.IReadOnlyDictionary<string, decimal?>", types.Reference(Map(Nullable(Number())), "X").Name);
        Assert.Equal(
            "global::Specwright.Json.MapCodec<decimal?, global::Specwright.Json.NullableValueCodec<decimal, global::Specwright.Json.DecimalCodec>>",
            types.Reference(Map(Nullable(Number())), "X").Codec);
    }

    [Fact]
    public void Cycles_End()
    {
        var generation = new TypeGeneration(Api(
            ("Node", Object(Optional("next", Ref("Node")), Optional("children", Array(Ref("Node"))))),
            ("Loop", Ref("Loop2")),
            ("Loop2", Ref("Loop")),
            ("Lists", Array(Ref("Lists"))),
            ("Same", AllOf(Ref("Same"), Object(Optional("a")))),
            ("User", Object(Optional("loop", Ref("Loop")), Optional("lists", Ref("Lists"))))));

        Assert.Equal("Node", generation.Property("Node", "next").Type.Name);
        Assert.Equal(TypeShape.Any, generation.Property("User", "loop").Type.Shape);
        Assert.Equal("a", Assert.Single(generation.Plan<RecordPlan>("Same").Properties).WireName);
        Assert.All(generation.Findings, finding => Assert.Equal(Rules.SchemaUnsupported.Id, finding.RuleId));
        CompilationHarness.Load(generation.Emit());
    }

    [Fact]
    public void UnionOfStringAndNumber_HasItsOwnType()
    {
        var generation = new TypeGeneration(Api(("Code", Integer())));

        Assert.Equal(TypeShape.StringOrNumber, generation.Types.Reference(Union(String(), Ref("Code")), "X").Shape);
        Assert.Empty(generation.Findings);
    }

    [Fact]
    public void UnionOfOne_IsThatOne()
    {
        var generation = new TypeGeneration(Api(("Order", Object(Optional("a")))));

        var type = generation.Types.Reference(Nullable(Union(Ref("Order"))), "X");

        Assert.Equal("Order", type.Name);
        Assert.True(type.AllowsNull);
    }

    [Fact]
    public void UnsupportedSchema_IsAnyValueAndOneFinding()
    {
        var generation = new TypeGeneration(Api(
            ("Order", Object(Optional("u", AllOf(Boolean(), Object(Optional("x")))), Optional("p", new UnsupportedSchema { Pointer = "", Keyword = "prefixItems" }))),
            ("Other", Object(Optional("x", Ref("Either")), Optional("y", Ref("Either")))),
            ("Either", new UnsupportedSchema { Pointer = "", Keyword = "not" })));

        Assert.Equal(TypeShape.Any, generation.Property("Order", "u").Type.Shape);
        Assert.Equal(
            [
                "#/components/schemas/Either not", "#/components/schemas/Order/properties/p prefixItems",
                "#/components/schemas/Order/properties/u allOf of different types",
            ],
            generation.Findings.Select(finding => finding.Pointer + " " + finding.Arguments[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ChoiceBesideMembers_GivesItsObjectsTheMembersAndLeavesOtherKindsAlone()
    {
        var generation = new TypeGeneration(Api(
            ("Card", Object(Required("number"))),
            ("Payment", AllOf(Object(Required("amount", Number())), Union(Ref("Card"), Boolean())))));

        Assert.Equal("""{"amount":1.50,"number":"4"}""", generation.RoundTrip("Payment", """{"amount":1.50,"number":"4"}"""));
        Assert.Equal("true", generation.RoundTrip("Payment", "true"));
        Assert.Equal(["amount", "number"], generation.Plan<RecordPlan>("PaymentCard").Properties.Select(property => property.WireName));
        Assert.Empty(generation.Findings);
    }

    [Theory]
    [InlineData("""{"number":"4","more":"x"}""")]
    [InlineData("""{"code":"a","more":"x"}""")]
    [InlineData("""{"limit":"1","more":"x"}""")]
    public void MembersThatNobodyNamesBesideAChoice_AreKeptByEachCase(string json)
    {
        var generation = new TypeGeneration(Api(
            ("Card", Object(Optional("number"))),
            ("Token", Object(Optional("code"))),
            ("Open", Map(String()) with { Properties = EquatableArray.Of(Optional("limit")) }),
            ("Data", AllOf(Map(String()), Union(Ref("Card"), Ref("Token"), Ref("Open"))))));

        Assert.Equal(json, generation.RoundTrip("Data", json));

        // What keeps them already stays what it is.
        Assert.Equal(["Card", "Data", "DataCard", "DataToken", "Open", "Token"], generation.Identifiers());
        Assert.Empty(generation.Findings);
    }

    [Theory]
    [InlineData(AdditionalProperties.NotDeclared)]
    [InlineData(AdditionalProperties.Any)]
    public void ChoiceOfChildrenThatBuildOnTheChoice_LeavesTheChildrenAsTheyAre(object others)
    {
        var generation = new TypeGeneration(Api(
            ("Pet", AllOf(Object(Required("name")) with { AdditionalProperties = (AdditionalProperties)others }, Union(Ref("Cat"), Ref("Dog")))),
            ("Cat", AllOf(Ref("Pet"), Object(Required("lives", Integer())))),
            ("Dog", AllOf(Ref("Pet"), Object(Required("tricks", Array(String())))))));

        Assert.Equal(["Cat", "Dog", "Pet"], generation.Identifiers());
        Assert.Equal("""{"name":"x","lives":9}""", generation.RoundTrip("Pet", """{"name":"x","lives":9}"""));
    }

    [Fact]
    public void BranchesThatNothingTellsApart_AreOptionalMembersOfOneRecord()
    {
        var generation = new TypeGeneration(Api(
            ("Data", AllOf(Object(Required("name")), Union(Object(Required("x"), Required("kind", Enum("a"))), Object(Required("y"), Required("kind", Enum("a", "b"))))))));

        Assert.Equal(
            [("name", Presence.Required), ("x", Presence.Optional), ("kind", Presence.Required), ("y", Presence.Optional)],
            generation.Plan<RecordPlan>("Data").Properties.Select(property => (property.WireName, property.Presence)));
        Assert.Equal(["a", "b"], generation.Plan<StringEnumPlan>("DataKind").Members.Select(member => member.WireValue));
    }

    [Fact]
    public void MemberThatOnlyAnotherPartRequires_IsRequired()
    {
        var generation = new TypeGeneration(Api(
            ("Order", Object(Optional("id"), Optional("note"))),
            ("Stored", AllOf(Ref("Order"), Object() with { RequiredElsewhere = EquatableArray.Of("id") })),
            ("Same", AllOf(Ref("Order"), Object() with { RequiredElsewhere = EquatableArray.Of("unknown") }))));

        Assert.Equal((Presence.Required, Presence.Optional), (generation.Property("Stored", "id").Presence, generation.Property("Stored", "note").Presence));
        Assert.Equal(["Order", "Stored"], generation.Identifiers());
    }

    [Fact]
    public void OrderOfSchemasAndQuestions_ChangesNothing()
    {
        (string, Schema)[] schemas =
        [
            ("order", Object(Optional("id"))), ("Order", Object(Optional("x", Object(Optional("id"))))), ("ORDER", Enum("a")), ("Order_x", Object(Optional("id"))),
            ("OrderX", Object(Optional("id"))),
        ];

        var forward = new TypeGeneration(Api(schemas)).Types.Plans();
        var backward = new TypeGeneration(Api([.. schemas.Reverse()])).Types.Plans();

        Assert.Equal(forward, backward);
        Assert.Equal(forward.Count, forward.Select(plan => plan.Identifier).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void AddedSchema_RenamesNoOther()
    {
        (string, Schema)[] schemas = [("order-line", Object(Optional("a"))), ("order_line", Object(Optional("b"))), ("Order", Object(Optional("line", Object(Optional("c")))))];
        var before = Sources(new TypeGeneration(Api(schemas)));
        var after = Sources(new TypeGeneration(Api([("order.line", Object(Optional("d"))), .. schemas, ("order~line", Object(Optional("e")))])));

        foreach (var (pointer, identifier) in before)
        {
            Assert.Equal(identifier, after[pointer]);
        }

        static Dictionary<string, string> Sources(TypeGeneration generation) => generation.Types.Plans().ToDictionary(plan => plan.SourcePointer, plan => plan.Identifier);
    }

    [Fact]
    public void ReservedNames_AreNotGiven()
    {
        var generation = new TypeGeneration(
            Api(("AcmeClient", Object(Optional("a"))), ("JsonCodec", Object(Optional("a"))), ("Default", Enum("A"))), "Acme", "AcmeClient");

        Assert.Equal(["AcmeClientModel", "DefaultModel", "JsonCodecModel"], generation.Identifiers());
        Assert.Equal(3, generation.Findings.Count);
        CompilationHarness.Load(generation.Emit());
    }

    [Fact]
    public void ChosenNameInSmallLettersOnly_GivesATypeWithoutAWarning()
    {
        var generation = new TypeGeneration(Api(("A", Object(Required("x")) with { ChosenName = "foo" })));

        Assert.Equal(["Foo"], generation.Identifiers());
        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(generation.Emit())));
    }

    [Fact]
    public void ChosenName_Wins()
    {
        var generation = new TypeGeneration(Api(
            ("inline_response_200_1", Object(Optional("acc_bal", Number() with { ChosenName = "AvailableBalance" })) with { ChosenName = "Balance" })));

        Assert.Equal("Balance", Assert.Single(generation.Identifiers()));
        Assert.Equal("AvailableBalance", generation.Property("Balance", "acc_bal").Identifier);
    }
}
