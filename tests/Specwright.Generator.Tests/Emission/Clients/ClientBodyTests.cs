using System.Net;
using Specwright.Harness;
using Specwright.Model;
using Specwright.Planning;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Emission.Clients;

/// <summary>What a compiled client sends as forms and as parts.</summary>
public sealed class ClientBodyTests
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    private readonly FakeWire _wire = new(HttpStatusCode.NoContent);

    [Fact]
    public async Task Form_HasTheMembersAsFields()
    {
        var generation = Of(Body(Form, Ref("Order")), ("Order", Object(
            Required("id"),
            Optional("amount", Number()),
            Optional("created", String("date-time")),
            Optional("state", Enum("open")),
            Optional("paid", Boolean()),
            Optional("tags", Array(String())),
            Optional("note", Nullable(String())),
            Optional("address", Object(Optional("city"))))));

        await generation.RunAsync(_wire, """
            await client.CallAsync(new Order { Id = "a b&c", Amount = 1.50m, Created = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), State = OrderState.Open, Paid = false, Tags = ["x", "y"], Note = null, Address = new OrderAddress { City = "Zoë" } });
            return null;
            """);

        Assert.Equal("id=a+b%26c&amount=1.50&created=2026-01-02T03%3A04%3A05Z&state=open&paid=false&tags=x&tags=y&address=%7B%22city%22%3A%22Zo%C3%AB%22%7D", Assert.Single(_wire.Bodies));
        Assert.Equal(Form, _wire.Fields[0]["Content-Type"]);
    }

    [Fact]
    public async Task Form_FollowsTheEncodings()
    {
        var generation = Of(
            Body(Form, Object(Optional("ids", Array(Integer("int32"))), Optional("deep", Object(Optional("a", Object(Optional("b"))))), Optional("json", Array(String())), Optional("url"))).Encoded(
                new() { WireName = "ids", Style = ParameterStyle.PipeDelimited },
                new() { WireName = "deep", Style = ParameterStyle.DeepObject, Explode = true },
                new() { WireName = "json", ContentType = "application/json" },
                new() { WireName = "url", Style = ParameterStyle.Form, Explode = true, AllowReserved = true }));

        await generation.RunAsync(_wire, """
            await client.CallAsync(new CallRequest { Ids = [1, 2], Deep = new CallRequestDeep { A = new CallRequestDeepA { B = "c" } }, Json = ["x"], Url = "http://x" });
            return null;
            """);

        Assert.Equal("ids=1%7C2&deep%5Ba%5D%5Bb%5D=c&json=%5B%22x%22%5D&url=http://x", Assert.Single(_wire.Bodies));
    }

    [Fact]
    public async Task FormWithoutMembers_TakesAnyFieldsAndMayBeLeftOut()
    {
        var generation = Of(Body(Form) with { IsRequired = false });

        await generation.RunAsync(_wire, """
            await client.CallAsync();
            await client.CallAsync(new Dictionary<string, string> { ["a"] = "b c" });
            return null;
            """);

        Assert.Equal([null, "a=b+c"], _wire.Bodies);
    }

    [Fact]
    public async Task Parts_HaveFilesTextAndJson()
    {
        var upload = Object(
            Required("name"),
            Required("photo", Ref("Binary")),
            Optional("report", String("binary")),
            Optional("scan", Any()),
            Optional("others", Array(String("binary"))),
            Optional("count", Nullable(Integer("int32"))),
            Optional("state", Enum("open")),
            Optional("csv", Array(Integer("int32"))),
            Optional("tags", Array(String())),
            Optional("address", Object(Optional("city"))),
            Optional("lines", Array(Object(Optional("sku")))),
            Optional("free", Any()));
        var body = Body(Multipart, Ref("Upload")).Encoded(
            new() { WireName = "photo", ContentType = "image/png" },
            new() { WireName = "report", ContentType = "application/pdf, text/csv" },
            new() { WireName = "scan", ContentType = "application/octet-stream" },
            new() { WireName = "csv", Style = ParameterStyle.Form });
        var generation = Of(
            body,
            ("Upload", upload with { AdditionalProperties = AdditionalProperties.Typed, AdditionalPropertiesSchema = String() }),
            ("Binary", String("binary")));

        await generation.RunAsync(_wire, """
            await client.CallAsync(new Upload
            {
                Name = "n",
                Photo = new FilePart("p"u8.ToArray(), "p.png"),
                Report = new FilePart(new System.IO.MemoryStream("r"u8.ToArray()), "r.csv", "text/csv"),
                Scan = new FilePart("s"u8.ToArray(), "s"),
                Others = [new FilePart("1"u8.ToArray(), "1"), new FilePart("2"u8.ToArray(), "2")],
                Count = 2,
                State = UploadState.Open,
                Csv = [1, 2],
                Tags = ["a", "b"],
                Address = new UploadAddress { City = "B" },
                Lines = [new UploadLinesItem { Sku = "x" }],
                AdditionalProperties = new Dictionary<string, string> { ["extra"] = "e" },
            });
            return null;
            """);

        var boundary = _wire.Fields[0]["Content-Type"]["multipart/form-data; boundary=".Length..];
        Assert.Equal(
            """
            --B
            Content-Disposition: form-data; name="name"

            n
            --B
            Content-Disposition: form-data; name="photo"; filename="p.png"
            Content-Type: image/png

            p
            --B
            Content-Disposition: form-data; name="report"; filename="r.csv"
            Content-Type: text/csv

            r
            --B
            Content-Disposition: form-data; name="scan"; filename="s"
            Content-Type: application/octet-stream

            s
            --B
            Content-Disposition: form-data; name="others"; filename="1"
            Content-Type: application/octet-stream

            1
            --B
            Content-Disposition: form-data; name="others"; filename="2"
            Content-Type: application/octet-stream

            2
            --B
            Content-Disposition: form-data; name="count"

            2
            --B
            Content-Disposition: form-data; name="state"

            open
            --B
            Content-Disposition: form-data; name="csv"

            1,2
            --B
            Content-Disposition: form-data; name="tags"

            a
            --B
            Content-Disposition: form-data; name="tags"

            b
            --B
            Content-Disposition: form-data; name="address"
            Content-Type: application/json

            {"city":"B"}
            --B
            Content-Disposition: form-data; name="lines"
            Content-Type: application/json

            {"sku":"x"}
            --B
            Content-Disposition: form-data; name="extra"

            e
            --B--

            """.ReplaceLineEndings("\r\n"),
            Assert.Single(_wire.Bodies)!.Replace(boundary, "B", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PartsThatTheDescriptionDoesNotName_AreTheCallers()
    {
        await Of(Body(Multipart)).RunAsync(_wire, """
            await client.CallAsync(new MultipartBody().AddFile("f", new FilePart("x"u8.ToArray(), "x.txt")));
            return null;
            """);

        Assert.Contains("form-data; name=\"f\"; filename=\"x.txt\"", Assert.Single(_wire.Bodies), StringComparison.Ordinal);
    }

    [Fact]
    public async Task XmlWithoutMembers_IsTheCallersDocument()
    {
        await Of(Body("application/xml", Object())).RunAsync(_wire, """await client.CallAsync("<a/>"); return null;""");

        Assert.Equal("<a/>", Assert.Single(_wire.Bodies));
        Assert.Equal("application/xml", _wire.Fields[0]["Content-Type"]);
    }

    [Fact]
    public async Task OptionalParts_MayBeLeftOut()
    {
        var generation = Of(Body(Multipart, Object(Optional("file", Nullable(String("binary"))), Optional("files", Array(Nullable(String("binary")))))) with { IsRequired = false });

        await generation.RunAsync(_wire, """
            await client.CallAsync();
            await client.CallAsync(new CallRequest { Files = [null] });
            return null;
            """);

        Assert.Null(_wire.Bodies[0]);
        Assert.Matches("^--[0-9a-f]{32}--\r\n$", _wire.Bodies[1]);
    }

    [Fact]
    public void BinaryStringOutsideParts_StaysText()
    {
        var schema = Object(Optional("file", String("binary")));
        var json = new ClientGeneration(Api().With(Operation("POST", "/x", "call", Body("application/json", schema), Answer("204"))));

        Assert.Equal("string", Assert.IsType<RecordPlan>(Assert.Single(json.Plan.Types)).Properties[0].Type.Name);
    }

    [Fact]
    public void MembersNamedLikeOurTypesAndLocals_Compile()
    {
        var names = new[] { "request", "body", "parts", "FilePart", "MultipartBody", "value", "a\"b\r\n", "class" };
        var members = Object([.. names.Select(name => Optional(name, String("binary")))]);
        var generation = Of(Body(Multipart, members), ("FilePart", Object(Optional("x"))), ("FormBody", Object(Optional("FormEncoding"))), ("QueryStyle", Enum("a")));
        generation.Compile();

        Of(Body(Form, Ref("FormBody")).Encoded(new MemberEncoding { WireName = "FormEncoding", Style = ParameterStyle.DeepObject }), ("FormBody", Object(Optional("FormEncoding"))), ("FormEncoding", Enum("x")), ("QueryStyle", Enum("a")))
            .Compile();
    }

    private static ClientGeneration Of(RequestBody body, params (string Name, Schema Schema)[] schemas)
        => new(Api(schemas).With(Operation("POST", "/orders", "call", body, Answer("204"))));
}
