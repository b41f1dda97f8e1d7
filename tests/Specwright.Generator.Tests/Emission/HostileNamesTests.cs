using System.Text.Json.Nodes;
using Specwright.Harness;
using Specwright.Model;
using Specwright.Planning.Naming;
using static Specwright.Harness.Describe;

namespace Specwright.Emission;

/// <summary>Names that would capture a keyword, a framework type, a member or each other.</summary>
public sealed class HostileNamesTests
{
    /// <summary>Those that every object and every record has, or that no record may have.</summary>
    private static readonly string[] MembersOfRecords =
    [
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "EqualityContract", "PrintMembers", "Clone", "Deconstruct", "Finalize", "ReferenceEquals",
    ];

    [Fact]
    public void SchemasNamedLikeTheFrameworkAndTheRuntime_CompileAndWork()
    {
        // All at once: each shadows a name that the others' code uses.
        var names = typeof(FrameworkTypes).GetFields().Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Select(name => name[(name.LastIndexOf('.') + 1)..])
            .SelectMany(name => name.EndsWith("Attribute", StringComparison.Ordinal) ? [name, name[..^"Attribute".Length]] : new[] { name })
            .Concat(["Object", "String", "File", "Action", "System", "Int32", "Decimal", "class", "record", "List", "Exception", "Nullable", "Enum", "Void", "Members", "Read", "Write", "Values", "Value", "IsKnown", "Known", "Attribute", "Specwright", "Microsoft", "Acme"])
            .Distinct()
            .ToList();
        var everything = Object(
            [
                .. names.Select(name => Optional(name, Ref(name))),
                Required("s"), Required("d", Number()), Optional("when", String("date-time")), Optional("day", String("date")), Optional("id", String("uuid")),
                Optional("bytes", String("byte")), Optional("both", Union(String(), Number())), Optional("list", Array(Ref("Task"))), Optional("map", Map(Ref("Guid"))),
                Optional("note", Nullable(String())), Optional("secret", String("password")), Optional("any", Any()),
            ]) with
        {
            AdditionalProperties = AdditionalProperties.Any,
        };
        var description = Api([
            .. names.Select((name, index) => (name, index % 3 == 0 ? (Schema)Enum("A", "Value", "ArgumentNullException") : index % 3 == 1
                ? IntegerEnum("int32", "1", "2")
                : Object(Optional("x"), Optional("when", String("date-time"))))),
            ("Everything", everything),
        ]);

        var json = $$"""{"s":"a","d":1.0,"when":"2026-01-02T03:04:05Z","day":"2026-01-02","note":null,"list":[],"{{names[0]}}":"A","other":1}""";
        var written = new TypeGeneration(description).RoundTrip("Everything", json);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void PropertyNamedAsATypeThatItsCodecCalls_DoesNotCaptureIt()
    {
        var generation = new TypeGeneration(Api(
            ("Order", Object(
                Optional("Currency", Ref("Currency")), Required("Line"), Optional("first", Ref("Line")), Optional("StringCodec", Integer()), Optional("JsonMembers"),
                Optional("Note", Nullable(Ref("Note"))))),
            ("Currency", Enum("INR")),
            ("Note", Object(Optional("text"))),
            ("Line", Object(Optional("sku")))));

        const string Json = """{"Currency":"INR","Line":"l","first":{"sku":"s"},"StringCodec":1,"JsonMembers":"m","Note":null}""";
        Assert.Equal(Json, generation.RoundTrip("Order", Json));
    }

    [Fact]
    public void PropertiesNamedAsTheirTypeOrAsMembersOfARecord_AreRenamed()
    {
        string[] names =
        [
            "order", .. MembersOfRecords, "JsonCodec", "Members", "AdditionalProperties", "additionalProperties", "Value", "Values", "IsKnown", "builder", "Optional",
        ];
        var generation = new TypeGeneration(Api(("Order", Object([.. names.Select(name => Optional(name, Nullable(String()))), Optional("pin", String("password"))]) with
        {
            AdditionalProperties = AdditionalProperties.Any,
        })));

        var json = "{" + string.Join(",", names.Select(name => $"\"{name}\":\"{name}\"")) + ",\"more\":1}";
        Assert.Equal(json, generation.RoundTrip("Order", json));
        Assert.Equal("OrderValue", generation.Property("Order", "order").Identifier);
        Assert.Equal("OtherProperties", generation.Plan<Specwright.Planning.RecordPlan>("Order").AdditionalProperties!.Identifier);
    }

    [Fact]
    public void EveryKeywordAsAPropertyAndAsALocal_Compiles()
    {
        var keywords = Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKinds()
            .Select(Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetText)
            .Concat(["reader", "writer", "value", "cursor", "Read", "write", "nint", "dynamic", "var", "notnull", "unmanaged", "field", "extension", "_", "args"])
            .Distinct()
            .ToList();
        var generation = new TypeGeneration(Api(("Order", Object([.. keywords.Select((name, index) => index % 2 == 0
            ? Optional(name, index % 4 == 0 ? Nullable(String()) : Integer())
            : Required(name))]))));

        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(generation.Emit())));
    }

    [Fact]
    public void EnumerationWithAwkwardValues_Compiles()
    {
        string[] values =
        [
            "", " ", "a", "A", "a b", "a-b", "a_b", "1", "-1", "+1", "1.0", "10", "class", "Value", "Values", "IsKnown", "JsonCodec", "Status", "😀", "\u202E", "\"", "\\", "\n", "*/", "<", "null", "Known", "Read",
            .. MembersOfRecords, "value__", "HasFlag", "CompareTo", "GetTypeCode", "Parse", "TryParse", "TryFormat", "IsDefined", "GetName", "GetNames", "GetValues", "Unrecognized", "op_Equality", "op_Implicit", "get_Value",
        ];
        var generation = new TypeGeneration(Api(("Status", Enum(values)), ("Code", IntegerEnum("int64", "-9223372036854775808", "9223372036854775807", "0")), ("Order", Object(Required("s", Ref("Status"))))));

        foreach (var value in values)
        {
            var json = JsonNode.Parse("{}")!.AsObject();
            json["s"] = value;
            Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse((string)Compiled(generation).Call("Acme.RoundTrips", "Run", json.ToJsonString())!)), value);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void CasesOfAUnionNamedAsMembersOfARecord_AreRenamed(bool areObjects)
    {
        var schemas = MembersOfRecords.Concat(["Of", "Switch", "Match", "TryGet", "IsUnknown", "Unknown", "Kind"])
            .Select(name => (name, areObjects ? (Schema)Object(Required(name)) : Enum(name + "1", name + "2")))
            .ToList();
        var generation = new TypeGeneration(Api([.. schemas, ("Choice", Union([.. schemas.Select(schema => Ref(schema.name))])), ("Order", Object(Optional("c", Ref("Choice"))))]));

        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(generation.Emit())));
    }

    [Fact]
    public void SchemasThatDifferInCaseOnly_HaveTheirOwnFiles()
    {
        var generation = new TypeGeneration(Api(("order", Object(Optional("a"))), ("Order", Object(Optional("b"))), ("ORDER", Enum("c")), ("Client", Enum("d")), ("json", Enum("e")), ("订单", Object(Optional("订单", Ref("订单"))))));

        var files = generation.Emit();

        Assert.Equal(files.Count, files.Select(file => file.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(files, file => Assert.True(file.HintName.All(char.IsAscii), file.HintName));
        CompilationHarness.Load(files);
    }

    private System.Reflection.Assembly? _compiled;

    private System.Reflection.Assembly Compiled(TypeGeneration generation)
        => _compiled ??= CompilationHarness.Load(generation.Emit(), TypeGeneration.RoundTripSource("Acme", "Order"));
}
