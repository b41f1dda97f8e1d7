using System.Net;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Emission.Clients;

/// <summary>What a compiled client sends for the rows of the table "Style Examples" of OpenAPI 3.1.1 whose values have several parts.</summary>
public sealed class ClientStyleTests
{
    private const string List = """["blue", "black", "brown"]""";
    private const string Object = "new Color { R = 100, G = 200, B = 150 }";

    private readonly FakeWire _wire = new(HttpStatusCode.NoContent);

    [Theory]
    [InlineData("Matrix", false, "string", "\"blue\"", ";color=blue")]
    [InlineData("Matrix", false, "list", List, ";color=blue,black,brown")]
    [InlineData("Matrix", true, "list", List, ";color=blue;color=black;color=brown")]
    [InlineData("Matrix", false, "object", Object, ";color=R,100,G,200,B,150")]
    [InlineData("Matrix", true, "object", Object, ";R=100;G=200;B=150")]
    [InlineData("Label", false, "string", "\"blue\"", ".blue")]
    [InlineData("Label", false, "list", List, ".blue,black,brown")]
    [InlineData("Label", true, "list", List, ".blue.black.brown")]
    [InlineData("Label", false, "object", Object, ".R,100,G,200,B,150")]
    [InlineData("Label", true, "object", Object, ".R=100.G=200.B=150")]
    [InlineData("Simple", false, "list", List, "blue,black,brown")]
    [InlineData("Simple", false, "object", Object, "R,100,G,200,B,150")]
    [InlineData("Simple", true, "object", Object, "R=100,G=200,B=150")]
    public async Task PathStyle_IsWrittenAsTheTableHasIt(string style, bool explode, string schema, string value, string expected)
    {
        await Of("/x/{color}", Path("color", SchemaOf(schema)) with { Style = System.Enum.Parse<ParameterStyle>(style), Explode = explode }).RunAsync(_wire, $"await client.CallAsync({value}); return null;");

        Assert.Equal("GET /v1/x/" + expected, Assert.Single(_wire.Targets));
    }

    [Theory]
    [InlineData("Form", false, "object", Object, "color=R,100,G,200,B,150")]
    [InlineData("Form", true, "object", Object, "R=100&G=200&B=150")]
    [InlineData("SpaceDelimited", false, "object", Object, "color=R%20100%20G%20200%20B%20150")]
    [InlineData("PipeDelimited", false, "object", Object, "color=R%7C100%7CG%7C200%7CB%7C150")]
    [InlineData("TabDelimited", false, "object", Object, "color=R%09100%09G%09200%09B%09150")]
    [InlineData("TabDelimited", false, "list", List, "color=blue%09black%09brown")]
    [InlineData("DeepObject", true, "object", Object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150")]
    [InlineData("DeepObject", true, "nested", "new Nested { Range = new Color { R = 1 }, Ids = [7, 8] }", "color%5Brange%5D%5BR%5D=1&color%5Bids%5D%5B0%5D=7&color%5Bids%5D%5B1%5D=8")]
    [InlineData("DeepObject", true, "list", List, "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown")]
    [InlineData("DeepObject", true, "string", "\"blue\"", "color=blue")]
    [InlineData("DeepObject", true, "map", """new Dictionary<string, string> { ["a b"] = "c" }""", "color%5Ba%20b%5D=c")]
    [InlineData("DeepObject", true, "union", "new Color { R = 5 }", "color%5BR%5D=5")]
    [InlineData("Form", true, "union", "7L", "color=7")]
    [InlineData("Form", true, "objects", "[new Color { R = 1 }, new Color { G = 2 }]", "color=%7B%22R%22%3A1%7D&color=%7B%22G%22%3A2%7D")]
    public async Task QueryStyle_IsWrittenAsTheTableHasIt(string style, bool explode, string schema, string value, string expected)
    {
        await Of("/x", Query("color", SchemaOf(schema), System.Enum.Parse<ParameterStyle>(style), explode)).RunAsync(_wire, $"await client.CallAsync({value}); await client.CallAsync(); return null;");

        Assert.Equal(["GET /v1/x?" + expected, "GET /v1/x"], _wire.Targets);
    }

    [Fact]
    public async Task ObjectsInHeadersAndCookies_StandByExplode()
    {
        var generation = Of(
            "/x",
            Header("X-Plain", SchemaOf("object")),
            Header("X-Exploded", SchemaOf("object")) with { Explode = true },
            Cookie("plain", SchemaOf("object"), explode: false),
            Cookie("exploded", SchemaOf("object")));

        await generation.RunAsync(_wire, $"var c = {Object}; await client.CallAsync(c, c, c, c); await client.CallAsync(); return null;");

        Assert.Equal("R,100,G,200,B,150", _wire.Fields[0]["X-Plain"]);
        Assert.Equal("R=100,G=200,B=150", _wire.Fields[0]["X-Exploded"]);
        Assert.Equal("plain=R%2C100%2CG%2C200%2CB%2C150; R=100; G=200; B=150", _wire.Fields[0]["Cookie"]);
        Assert.DoesNotContain("Cookie", _wire.Fields[1].Keys);
    }

    [Fact]
    public async Task QueryOfThePath_IsNotSentTwice()
    {
        var placeholder = Of("/x?q={q}", Query("q").Needed());
        var required = Of("/x?comp=list&a={a}", Path("a"), Query("comp").Needed());
        var optional = Of("/x?comp=list", Query("comp"));

        await placeholder.RunAsync(_wire, """await client.CallAsync("1"); return null;""");
        await required.RunAsync(_wire, """await client.CallAsync("2", "all"); return null;""");
        await optional.RunAsync(_wire, "await client.CallAsync(); return null;");

        Assert.Equal(["GET /v1/x?q=1", "GET /v1/x?a=2&comp=all", "GET /v1/x?comp=list"], _wire.Targets);
        Assert.Equal(["SPEC0202"], optional.RuleIds);
        Assert.Empty(placeholder.RuleIds.Concat(required.RuleIds));
    }

    [Fact]
    public async Task BytesInTheAlphabetForAddresses_AreSoInParametersToo()
    {
        await Of("/x/{id}", Path("id", String("base64url")), Query("list", Array(String("base64url")), explode: false), Query("plain", String("byte")), Header("X-Key", String("base64url")))
            .RunAsync(_wire, """var bytes = new byte[] { 0xFF, 0xFE }; await client.CallAsync(bytes, [bytes, bytes], bytes, bytes); return null;""");

        Assert.Equal("GET /v1/x/__4?list=__4,__4&plain=%2F%2F4%3D", Assert.Single(_wire.Targets));
        Assert.Equal("__4", _wire.Fields[0]["X-Key"]);
    }

    [Fact]
    public async Task ContentParameters_AreJsonText()
    {
        var generation = Of(
            "/x/{id}",
            Path("id", SchemaOf("object")) with { ContentMediaType = "application/json" },
            Query("filter", SchemaOf("nested")) with { ContentMediaType = "application/vnd.acme+json" },
            Query("list", SchemaOf("list")) with { ContentMediaType = "application/json" },
            Query("number", Integer("int32")) with { ContentMediaType = "application/json" },
            Query("text") with { ContentMediaType = "text/plain" },
            Header("X-Filter", SchemaOf("map")) with { ContentMediaType = "application/json" });

        await generation.RunAsync(_wire, """
            await client.CallAsync(new Color { R = 1 }, new Nested { Ids = [1] }, ["a"], 5, "a b", new Dictionary<string, string> { ["é"] = "x" });
            await client.CallAsync(new Color());
            return null;
            """);

        Assert.Equal(
            [
                "GET /v1/x/%7B%22R%22%3A1%7D?filter=%7B%22ids%22%3A%5B1%5D%7D&list=%5B%22a%22%5D&number=5&text=a%20b",
                "GET /v1/x/%7B%7D",
            ],
            _wire.Targets);
        Assert.Equal("""{"\u00E9":"x"}""", _wire.Fields[0]["X-Filter"]);
    }

    [Fact]
    public async Task AllowReserved_GoesForPartsToo()
    {
        await Of("/x", Query("color", SchemaOf("map"), ParameterStyle.DeepObject) with { AllowReserved = true })
            .RunAsync(_wire, """await client.CallAsync(new Dictionary<string, string> { ["u"] = "http://x/?a&b" }); return null;""");

        Assert.Equal("GET /v1/x?color%5Bu%5D=http://x/?a%26b", Assert.Single(_wire.Targets));
    }

    [Fact]
    public void RequiredObjectsAndHostileNames_Compile()
    {
        var generation = Of(
            "/x/{a\"b}",
            Path("a\"b", SchemaOf("union")) with { Style = ParameterStyle.Matrix },
            Query("value", SchemaOf("object"), ParameterStyle.DeepObject).Needed(),
            Query("text", SchemaOf("union"), ParameterStyle.DeepObject).Needed(),
            Query("ParameterText", SchemaOf("map")).Needed() with { ContentMediaType = "application/json" },
            Header("X-Any", SchemaOf("union")).Needed(),
            Cookie("name", SchemaOf("objects"), explode: false).Needed());

        Assert.DoesNotContain("SPEC0202", generation.RuleIds);
        generation.Compile();
    }

    private static Schema SchemaOf(string name) => name switch
    {
        "string" => String(),
        "list" => Array(String()),
        "object" => Ref("Color"),
        "objects" => Array(Ref("Color")),
        "nested" => Ref("Nested"),
        "map" => Map(String()),
        _ => Union(Integer(), Ref("Color")),
    };

    private static ClientGeneration Of(string path, params Parameter[] parameters) => new(
        Api(
            ("Color", Describe.Object(Optional("R", Integer("int32")), Optional("G", Integer("int32")), Optional("B", Integer("int32")))),
            ("Nested", Describe.Object(Optional("range", Ref("Color")), Optional("ids", Array(Integer("int32"))))))
        .With(Operation("GET", path, "call", [.. parameters, Answer("204")])));
}
