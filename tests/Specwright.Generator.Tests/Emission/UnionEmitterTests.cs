using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;

namespace Specwright.Emission;

public sealed class UnionEmitterTests
{
    private static readonly ObjectSchema Card = Object(Required("number"), Optional("holder"));
    private static readonly ObjectSchema Upi = Object(Required("vpa"), Optional("holder"));

    [Fact]
    public void Value_IsMadeAskedAndSwitchedByCase()
    {
        var generation = new TypeGeneration(Api(("Card", Card), ("Upi", Upi), ("Payment", Union(Ref("Card"), Ref("Upi"), Integer("int32"), Array(Ref("Upi"))))));
        var result = Run(generation, """
            Payment card = new Card { Number = "4" };
            Payment number = 7;
            var list = Payment.Of([new Upi { Vpa = "a@b" }]);
            var unknown = Payment.OfUnknown(System.Text.Json.JsonDocument.Parse("true").RootElement);
            var switched = 0;
            // Blocks, for an assignment alone is a value too and would choose the other form.
            number.Switch(_ => { switched = -1; }, _ => { switched = -1; }, value => { switched = value; }, _ => { switched = -1; }, _ => { switched = -1; });
            var kept = "";
            unknown.Switch(_ => { kept = "card"; }, _ => { kept = "upi"; }, _ => { kept = "number"; }, _ => { kept = "items"; }, value => { kept = value.GetRawText(); });
            return string.Join(
                " ",
                card.TryGetCard(out var held) ? held.Number : "?",
                card.TryGetUpi(out var other) || other is not null,
                number.TryGetNumber(out var seven) ? seven : 0,
                list.Switch(_ => "card", _ => "upi", _ => "number", items => items[0].Vpa, _ => "unknown"),
                unknown.IsUnknown && unknown.TryGetUnknown(out var element) ? element.GetRawText() : "?",
                switched,
                kept,
                unknown.Switch(_ => "card", _ => "upi", _ => "number", _ => "items", value => value.GetRawText()),
                card == Payment.Of(new Card { Number = "4" }),
                card == number,
                unknown == Payment.OfUnknown(System.Text.Json.JsonDocument.Parse(" true").RootElement),
                number,
                unknown);
            """);

        Assert.Equal("4 False 7 a@b true 7 true true True False True 7 unknown (True)", result);
    }

    [Theory]
    [InlineData("""{"kind":"card","number":"4"}""", "Card")]
    [InlineData("""{"extra":{"kind":"Upi"},"kind":"debit"}""", "Card", """{"kind":"debit"}""")]
    [InlineData("""{"kind":"Upi","vpa":"a"}""", "Upi")]
    [InlineData("""{"kind":"cash","number":"4","extra":[1,2.50]}""", "?")]
    [InlineData("""{"number":"4"}""", "?")]
    [InlineData("""{"kind":null}""", "?")]
    [InlineData("""{"kind":{"a":1}}""", "?")]
    [InlineData("[]", "?")]
    [InlineData("null", "?")]
    public void Discriminator_NamesTheCase_AndWhatItDoesNotNameIsKept(string json, string expected, string? written = null)
        => Assert.Equal($"{expected} {written ?? json}", CaseAndRoundTrip(
            Api(
                ("Card", Object(Required("kind"), Optional("number"))),
                ("Upi", Object(Required("kind"), Optional("vpa"))),
                ("Payment", Discriminated(Union(Ref("Card"), Ref("Upi")), "kind", ("card", "Card"), ("debit", "Card"), ("Upi", "Upi")))),
            json,
            "Card", "Upi"));

    [Fact]
    public void BrokenValueOfANamedCase_IsReportedWithItsPath()
    {
        var generation = new TypeGeneration(Api(
            ("Card", Object(Required("kind"), Required("number"))),
            ("Payment", Discriminated(Union(Ref("Card"), String()), "kind", ("card", "Card")))));

        var exception = Assert.ThrowsAny<System.Text.Json.JsonException>(() => generation.RoundTrip("Payment", """{"kind":"card"}"""));

        Assert.Contains("\"number\" is missing", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DiscriminatorThatTheRecordLacks_IsWrittenByTheUnion_ASetOneIsLeftAlone()
    {
        var generation = new TypeGeneration(Api(
            ("Card", Object(Optional("kind"), Optional("amount", Number()))),
            ("Upi", Object(Optional("vpa"))),
            ("Payment", Discriminated(Union(Ref("Card"), Ref("Upi")), "kind", ("card", "Card"), ("upi", "Upi")))));

        Assert.Equal("""{"kind":"card","amount":1.50}""", Run(generation, Writing("new Card { Amount = 1.50m }")));
        Assert.Equal("""{"kind":"debit"}""", Run(generation, Writing("""new Card { Kind = "debit" }""")));
        Assert.Equal("""{"kind":"upi","vpa":"a"}""", generation.RoundTrip("Payment", """{"vpa":"a","kind":"upi"}"""));
    }

    [Fact]
    public void DiscriminatorIsAdded_AtEveryDepth()
    {
        var generation = new TypeGeneration(Api(
            ("Leaf", Object(Optional("name"))),
            ("Pair", Object(Optional("left", Ref("Tree")), Optional("right", Ref("Tree")))),
            ("Tree", Discriminated(Union(Ref("Leaf"), Ref("Pair")), "kind", ("leaf", "Leaf"), ("pair", "Pair")))));
        var deep = string.Concat(Enumerable.Repeat("""{"kind":"pair","left":""", 60)) + """{"kind":"leaf","name":"n"}""" + new string('}', 60);

        Assert.Equal(deep, generation.RoundTrip("Tree", deep));
        var made = Run(generation, """
            Tree tree = new Leaf();
            for (var depth = 0; depth < 100; depth++)
            {
                tree = new Pair { Right = tree };
            }

            return System.Text.Encoding.UTF8.GetString(Specwright.Json.ApiJson.ToUtf8Bytes<Tree, Tree.JsonCodec>(tree));
            """);
        Assert.Equal(100, made.Split("\"pair\"").Length - 1);
    }

    [Theory]
    [InlineData("""{"type":"b","x":1}""", "B")]
    [InlineData("""{"type":"c","x":1}""", "?")]
    public void RequiredConstants_DiscriminateWithoutDeclaration(string json, string expected)
        => Assert.Equal($"{expected} {json}", CaseAndRoundTrip(
            Api(
                ("A", Object(Required("type", Enum("a")), Optional("x", Integer()))),
                ("B", Object(Required("type", Enum("b")), Optional("x", Integer()))),
                ("Payment", Union(Ref("A"), Ref("B")))),
            json,
            "A", "B"));

    [Theory]
    [InlineData("""{"number":"1"}""", "Card")]
    [InlineData("""{"vpa":"1","holder":"h"}""", "Upi")]
    [InlineData("""{"number":"1","vpa":"1"}""", "Card")]
    [InlineData("""{"holder":"h"}""", "?")]
    [InlineData("""{"number":1}""", "?")]
    [InlineData("""{"x":{"number":"1"}}""", "?")]
    [InlineData("{}", "?")]
    public void WithoutDiscriminator_MembersDecide(string json, string expected)
        => Assert.Equal(
            $"{expected} {(expected == "Card" ? """{"number":"1"}""" : json)}",
            CaseAndRoundTrip(Api(("Card", Card), ("Upi", Upi), ("Payment", Union(Ref("Card"), Ref("Upi")))), json, "Card", "Upi"));

    [Theory]
    [InlineData("""{"x":"1"}""", "A")]
    [InlineData("""{"x":1}""", "B")]
    [InlineData("""{"x":[1]}""", "C")]
    [InlineData("""{"x":true}""", "?")]
    [InlineData("""{"type":"d","y":1}""", "D")]
    [InlineData("""{"type":"e","y":1}""", "E")]
    public void MembersOfOneName_AreToldByTheirValues(string json, string expected)
        => Assert.Equal($"{expected} {json}", CaseAndRoundTrip(
            Api(
                ("A", Object(Optional("x"))),
                ("B", Object(Optional("x", Integer()))),
                ("C", Object(Optional("x", Array(Integer())))),
                ("D", Object(Optional("type", Enum("d")), Optional("y", Integer()))),
                ("E", Object(Optional("type", Enum("e")), Optional("y", Integer()))),
                ("Payment", Union(Ref("A"), Ref("B"), Ref("C"), Ref("D"), Ref("E")))),
            json,
            "A", "B", "C", "D", "E"));

    [Theory]
    [InlineData("""{"profile":{"scheme":"token","token":"t"}}""", "A")]
    [InlineData("""{"profile":{"scheme":"oauth","id":"i"}}""", "B")]
    [InlineData("""{"profile":{"scheme":"oauth"}}""", "B")]
    [InlineData("""{"profile":{"scheme":"cash"}}""", "?")]
    [InlineData("""{"cells":[{"id":"1"}]}""", "C")]
    [InlineData("""{"cells":[{"id":"1","name":"n"}]}""", "D")]
    [InlineData("""{"cells":[{"id":"1","view":{"color":"c"}}]}""", "D")]
    [InlineData("""{"cells":[{"id":"1","view":{"size":1}}]}""", "C")]
    [InlineData("""{"cells":[]}""", "C")]
    [InlineData("""{"value":{"name":"n","previous":"p"}}""", "F")]
    [InlineData("""{"value":{"name":"n"}}""", "E")]
    public void MembersOfObjectsInside_TellWhereTheBranchesHaveTheSameNames(string json, string expected)
        => Assert.Equal($"{expected} {json}", CaseAndRoundTrip(
            Api(
                ("A", Object(Optional("profile", Object(Optional("scheme", Enum("token")), Optional("token"))))),
                ("B", Object(Optional("profile", Object(Optional("scheme", Enum("oauth")), Optional("id"))))),
                ("C", Object(Optional("cells", Array(Object(Optional("id"), Optional("view", Object(Optional("size", Integer())))))))),
                ("D", Object(Optional("cells", Array(Object(Optional("id"), Optional("name"), Optional("view", Object(Optional("color")))))))),
                ("E", Object(Optional("value", Object(Optional("name"))))),
                ("F", Object(Optional("value", Object(Optional("name"), Optional("previous"))))),
                ("Payment", Union(Ref("A"), Ref("B"), Ref("C"), Ref("D"), Ref("E"), Ref("F")))),
            json,
            "A", "B", "C", "D", "E", "F"));

    [Theory]
    [InlineData("""{"skip":true,"number":"4"}""")]
    [InlineData("""{"skip":false,"vpa":"a"}""")]
    [InlineData("""{"skip":true,"account":"1"}""")]
    public void PropertiesBesideAChoiceAmongChoices_AreMembersOfEachCase(string json)
    {
        var generation = new TypeGeneration(Api(
            ("Card", Card),
            ("Upi", Upi),
            ("Bank", Object(Required("account"))),
            ("Instant", Union(Ref("Card"), Ref("Upi"))),
            ("Payment", AllOf(Union(Ref("Instant"), Ref("Bank")), Object(Optional("skip", Boolean()))))));

        Assert.Equal(json, generation.RoundTrip("Payment", json));
        Assert.Empty(generation.Findings);
    }

    [Theory]
    [InlineData("\"x\"", "Text")]
    [InlineData("\"2024-02-29\"", "Date")]
    [InlineData("12.50", "Number")]
    [InlineData("1e999", "?")]
    [InlineData("true", "Boolean")]
    [InlineData("""{"number":"1"}""", "Card")]
    [InlineData("""{"any":1}""", "Map")]
    [InlineData("""[{"number":"1"}]""", "CardItems")]
    [InlineData("""["a"]""", "TextItems")]
    [InlineData("[1]", "?")]
    public void ScalarsObjectsMapsAndLists_AreToldByTheirKind(string json, string expected)
        => Assert.Equal($"{expected} {json}", CaseAndRoundTrip(
            Api(
                ("Card", Card),
                ("Payment", Union(String(), String("date"), Number(), Boolean(), Ref("Card"), Map(Integer()), Array(Ref("Card")), Array(String())))),
            json,
            "Text", "Date", "Number", "Boolean", "Card", "Map", "CardItems", "TextItems"));

    [Theory]
    [InlineData("\"RED\"", "Color")]
    [InlineData("\"BLUE\"", "Color")]
    [InlineData("5", "Code")]
    [InlineData("77777777777", "?")]
    public void Enumerations_AreCases_AndStayOpen(string json, string expected)
        => Assert.Equal($"{expected} {json}", CaseAndRoundTrip(
            Api(("Color", Enum("RED")), ("Code", IntegerEnum("int32", "5")), ("Payment", Union(Ref("Color"), Ref("Code"), Boolean()))),
            json,
            "Color", "Code", "Boolean"));

    [Fact]
    public void RecursiveUnions_ReadEveryDepthOnce()
    {
        var generation = new TypeGeneration(Api(
            ("Node", Object(Optional("child", Ref("Tree")), Optional("x", Integer()))),
            ("Other", Object(Optional("child", Ref("Tree")), Optional("x", Boolean()))),
            ("Tree", Union(Ref("Node"), Ref("Other"), Array(Ref("Tree"))))));
        var json = string.Concat(Enumerable.Repeat("{\"child\":", 30)) + "[[\"x\"]]" + string.Concat(Enumerable.Repeat(",\"x\":\"?\"}", 30));

        Assert.Equal(json, generation.RoundTrip("Tree", json));
        Assert.Equal("""{"child":[{"x":1},{"x":2}]}""", generation.RoundTrip("Tree", """{"child":[{"x":1},{"x":2}]}"""));
    }

    [Fact]
    public void NullableUnion_InListsMapsAndProperties_KeepsNull()
    {
        var generation = new TypeGeneration(Api(
            ("Card", Card),
            ("Payment", Nullable(Union(Ref("Card"), Boolean()))),
            ("Holder", Object(Required("one", Ref("Payment")), Optional("list", Array(Ref("Payment"))), Optional("map", Map(Ref("Payment"))), Optional("none", Ref("Payment"))))));
        const string Json = """{"one":null,"list":[true,null,{"number":"1"}],"map":{"a":null,"b":false},"none":null}""";

        Assert.Equal(Json, generation.RoundTrip("Holder", Json));
        Assert.Equal("Payment?", generation.Property("Holder", "one").Type.DeclaredName);
    }

    [Fact]
    public void SecretCase_IsNotPrinted()
    {
        var generation = new TypeGeneration(Api(("Payment", Union(String("password"), Boolean()))));

        Assert.Equal("*** True", Run(generation, """return Payment.Of("hunter2") + " " + Payment.Of(true);"""));
    }

    [Theory]
    [InlineData("Of")]
    [InlineData("Switch")]
    [InlineData("TryGetCard")]
    [InlineData("IsUnknown")]
    [InlineData("Cases")]
    [InlineData("Func")]
    [InlineData("Action")]
    [InlineData("TResult")]
    [InlineData("JsonElement")]
    [InlineData("UnionValue")]
    [InlineData("NotNullWhen")]
    [InlineData("Unknown")]
    [InlineData("unknown")]
    [InlineData("Text")]
    [InlineData("Boolean")]
    [InlineData("JsonUnionCase")]
    public void HostileNames_CompileAsUnionsAndAsCases(string name)
    {
        var asUnion = new TypeGeneration(Api(("Card", Card), (name, Union(Ref("Card"), String(), Boolean(), Object(Required("text"))))));
        var asCase = new TypeGeneration(Api((name, Card), ("Payment", Union(Ref(name), String(), Boolean(), Object(Required("text")), Array(Ref(name))))));
        var asEnumeration = new TypeGeneration(Api((name, Enum("a", "b")), ("Payment", Union(Ref(name), String(), Map(Ref(name)), Boolean()))));

        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(asUnion.Emit())));
        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(asCase.Emit())));
        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(asEnumeration.Emit())));
    }

    private static UnionSchema Discriminated(UnionSchema union, string name, params (string Value, string Schema)[] mapping) => union with
    {
        DiscriminatorWireName = name,
        DiscriminatorValues = mapping.Select(value => new DiscriminatorValue { WireValue = value.Value, Target = PointerOf(value.Schema), IsDeclared = true }).ToEquatableArray(),
    };

    /// <summary>The name of the case a JSON text is read as, and what is written for it.</summary>
    private static string CaseAndRoundTrip(ApiDescription description, string json, params string[] cases)
        => Run(new TypeGeneration(description), $$"""
            var value = Specwright.Json.ApiJson.Read<Payment, Payment.JsonCodec>(System.Text.Encoding.UTF8.GetBytes({{Planning.Naming.CSharpLiteral.Of(json)}}));
            var name = value.Switch({{string.Join(", ", cases.Select(name => $"_ => \"{name}\""))}}, _ => "?");
            foreach (var (expected, isThere) in new[] { {{string.Join(", ", cases.Select(name => $"(\"{name}\", value.TryGet{name}(out _))"))}} })
            {
                if (isThere != (name == expected))
                {
                    return "TryGet" + expected;
                }
            }

            return name + " " + System.Text.Encoding.UTF8.GetString(Specwright.Json.ApiJson.ToUtf8Bytes<Payment, Payment.JsonCodec>(value));
            """);

    private static string Writing(string value)
        => $"return System.Text.Encoding.UTF8.GetString(Specwright.Json.ApiJson.ToUtf8Bytes<Payment, Payment.JsonCodec>({value}));";

    private static string Run(TypeGeneration generation, string statements) => (string)CompilationHarness
        .Load(generation.Emit(), $$"""
            namespace Acme;

            public static class Uses
            {
                public static string Run()
                {
                    {{statements}}
                }
            }
            """)
        .Call("Acme.Uses", "Run")!;
}
