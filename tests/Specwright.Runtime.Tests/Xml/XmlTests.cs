using System.Net;
using System.Text;
using System.Text.Json;
using Acme;
using Specwright.Json;
using Specwright.Xml;

namespace Specwright.Tests.XmlBodies;

public class XmlTests
{
    private const string Declaration = """<?xml version="1.0" encoding="utf-8"?>""";

    private static readonly XmlShape Line = XmlShape.Object(static () =>
    [
        new("sku", XmlShape.Text) { Kind = XmlMemberKind.Attribute },
        new("quantity", XmlShape.Number),
        new("parts", XmlShape.List(new("part"), Line!)) { Name = new("parts"), IsWrapped = true },
    ]);

    private static readonly XmlShape Order = XmlShape.Object(static () =>
    [
        new("note", XmlShape.Text),
        new("id", XmlShape.Number) { Kind = XmlMemberKind.Attribute },
        new("isPaid", XmlShape.Boolean) { Name = new("paid") },
        new("lines", XmlShape.List(new("line"), Line)),
    ]);

    private static readonly XmlShape Remark = XmlShape.Object(static () =>
    [
        new("language", XmlShape.Text) { Kind = XmlMemberKind.Attribute, Name = new("lang", "urn:l", "l") },
        new("text", XmlShape.Text) { Kind = XmlMemberKind.Text },
    ]);

    [Theory]
    [InlineData(
        """{"note":"a < b & \"c\" ₹","id":7,"isPaid":true}""",
        """<order id="7"><note>a &lt; b &amp; "c" ₹</note><paid>true</paid></order>""")]
    [InlineData(
        """{"lines":[{"sku":"x","quantity":1.50},{"sku":"y","parts":[{"sku":"z"}]}]}""",
        """<order><line sku="x"><quantity>1.50</quantity></line><line sku="y"><parts><part sku="z" /></parts></line></order>""")]
    [InlineData("""{"note":""}""", """<order><note></note></order>""")]
    [InlineData("""{"lines":[{"sku":"x","parts":[]}]}""", """<order><line sku="x"><parts /></line></order>""")]
    public async Task Value_StandsAsItsShapeSaysAndIsReadBack(string json, string xml)
    {
        Assert.Equal(Declaration + xml, await WriteAsync(json, Order, new("order")));
        Assert.Equal(json, (await ReadAsync(xml, Order)).GetRawText(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(true, """{"items":[]}""")]
    [InlineData(false, "{}")]
    public async Task ListWithoutItemsAndWithoutAnElementAround_IsThereWhereItIsRequired(bool isRequired, string json)
        => Assert.Equal(json, (await ReadAsync("<order/>", XmlShape.Object(() => [new("items", XmlShape.List(new("item"), XmlShape.Text)) { IsRequired = isRequired }]))).GetRawText());

    [Fact]
    public async Task Null_IsNil()
    {
        const string Xml = """<order><note xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" /></order>""";
        Assert.Equal(Declaration + Xml, await WriteAsync("""{"note":null,"id":null}""", Order, new("order")));
        Assert.Equal("""{"note":null}""", (await ReadAsync(Xml, Order)).GetRawText());
    }

    [Fact]
    public async Task Namespaces_StandWhereTheShapeNamesThemAndAreInherited()
    {
        var shape = XmlShape.Object(() => [new("remark", Remark) { Name = new("remark", "urn:r", "r") }, new("id", XmlShape.Number)]);
        const string Xml = """<order xmlns="urn:o"><r:remark l:lang="en" xmlns:l="urn:l" xmlns:r="urn:r">hello</r:remark><id>1</id></order>""";
        const string Json = """{"remark":{"language":"en","text":"hello"},"id":1}""";
        var written = await WriteAsync(Json, shape, new("order", "urn:o"));
        Assert.True(System.Xml.Linq.XNode.DeepEquals(System.Xml.Linq.XElement.Parse(Xml), System.Xml.Linq.XElement.Parse(Sorted(written))), written);
        Assert.Equal(Json, (await ReadAsync(written, shape)).GetRawText());
    }

    [Fact]
    public async Task ElementOfAnotherNamespace_IsNotTheMember()
    {
        var shape = XmlShape.Object(() => [new("id", XmlShape.Number) { Name = new("id", "urn:a") }]);
        Assert.Equal("{}", (await ReadAsync("""<o xmlns="urn:b"><id>1</id></o>""", shape)).GetRawText());
        Assert.Equal("""{"id":1}""", (await ReadAsync("""<o xmlns:p="urn:a"><p:id>1</p:id></o>""", shape)).GetRawText());
    }

    [Fact]
    public async Task CharacterData_IsWrittenAsASection()
    {
        var shape = XmlShape.Object(() => [new("html", XmlShape.Text) { Kind = XmlMemberKind.CharacterData }]);
        Assert.Equal(Declaration + "<o><![CDATA[<b>]]]]><![CDATA[></b>]]></o>", await WriteAsync("""{"html":"<b>]]></b>"}""", shape, new("o")));
        Assert.Equal("""{"html":"<b>]]></b>"}""", (await ReadAsync("<o><![CDATA[<b>]]]]><![CDATA[></b>]]></o>", shape)).GetRawText());
    }

    [Fact]
    public async Task AdditionalMembers_AreElementsUnderTheirNames()
    {
        var map = XmlShape.Object(static () => [], XmlShape.Number);
        Assert.Equal(Declaration + "<m><a>1</a><b_x0020_c>2</b_x0020_c></m>", await WriteAsync("""{"a":1,"b c":2}""", map, new("m")));
        Assert.Equal("""{"a":1,"b c":2}""", (await ReadAsync("<m><a>1</a><b_x0020_c>2</b_x0020_c></m>", map)).GetRawText());
    }

    [Fact]
    public async Task OpenValue_IsAnObjectOfWhatIsInside()
        => Assert.Equal(
            """{"at":"1","a":["x",{"b":"y"}],"c":""}""",
            (await ReadAsync("<o at='1'><a>x</a><a><b>y</b></a><c/><!-- passed over --></o>", XmlShape.Any)).GetRawText());

    [Theory]
    [InlineData("""{"id":"abc"}""", "<order id='abc'/>")]
    [InlineData("""{"isPaid":"yes"}""", "<order><paid>yes</paid></order>")]
    [InlineData("""{"isPaid":false}""", "<order><paid> 0 </paid></order>")]
    [InlineData("""{"isPaid":null}""", "<order><paid/></order>")]
    [InlineData("""{"note":"b"}""", "<order><note>a</note><unknown/><note>b</note></order>")]
    public async Task OddContent_StaysWhatItIs(string json, string xml) => Assert.Equal(json, (await ReadAsync(xml, Order)).GetRawText());

    [Theory]
    [InlineData("""<!DOCTYPE o [<!ENTITY x "y">]><o>&x;</o>""", "DTD")]
    [InlineData("<o><a></o>", "'a' start tag")]
    [InlineData("", "an empty body")]
    public async Task UnsafeOrBrokenDocument_IsRefused(string xml, string reason)
        => Assert.Contains(reason, (await Assert.ThrowsAsync<ApiException>(() => ReadAsync(xml, Order))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task DeepDocument_IsRefused()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 10_000)) + string.Concat(Enumerable.Repeat("</a>", 10_000));
        Assert.Contains("more than 64 elements", (await Assert.ThrowsAsync<ApiException>(() => ReadAsync(xml, XmlShape.Any))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesOfOpenValues_AreReadBackAsTheyWereWritten()
    {
        var shape = XmlShape.Object(static () => [new("open", XmlShape.Any)]);
        const string Json = """{"open":{"a b":"1","2":"x"}}""";
        Assert.Equal(Json, (await ReadAsync(await WriteAsync(Json, shape, new("o")), shape)).GetRawText());
    }

    [Fact]
    public async Task DeepContentOfAText_IsRefusedBeforeATreeIsMadeOfIt()
    {
        // The tree takes time by the square of the depth, and reading its text by recursion would end the process: no exception can be caught there.
        var xml = $"<order><note>a{string.Concat(Enumerable.Repeat("<a>", 100_000))}b{string.Concat(Enumerable.Repeat("</a>", 100_000))}</note></order>";
        Assert.Contains("more than 64 elements", (await Assert.ThrowsAsync<ApiException>(() => ReadAsync(xml, Order)).WaitAsync(TimeSpan.FromSeconds(10))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongValue_IsNamedByItsPathWithoutAPlaceThatNobodySees()
    {
        var shape = XmlShape.Object(static () => [new("orderId", XmlShape.Text), new("amount", XmlShape.Number)]);
        var exception = await Assert.ThrowsAsync<ApiException>(
            () => SendAsync("<o><orderId>1</orderId><amount>abc</amount></o>", "application/xml", content => content.ReadXml<Order, Order.JsonCodec>(shape)));
        Assert.EndsWith("""but its body cannot be read: $.amount: expected a decimal, found "abc".""", exception.Message.TrimEnd('.') + ".", StringComparison.Ordinal);
    }

    [Fact]
    public async Task HtmlPage_IsNotXml()
    {
        var exception = await Assert.ThrowsAsync<ApiException>(() => SendAsync("<html/>", "text/html", content => content.ReadXml<JsonElement, JsonElementCodec>(Order)));
        Assert.Contains("expected application/xml, got text/html", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CharacterSetOfTheField_CountsBeforeThatOfTheDocument()
    {
        var body = new ByteArrayContent(Encoding.Latin1.GetBytes("""<?xml version="1.0" encoding="utf-8"?><order><note>é</note></order>"""));
        body.Headers.TryAddWithoutValidation("Content-Type", "application/xml; charset=iso-8859-1");
        var read = await SendAsync(body, content => content.ReadXml<JsonElement, JsonElementCodec>(Order));
        Assert.Equal("é", read.GetProperty("note").GetString());
    }

    [Fact]
    public async Task DeclaredError_IsTyped()
    {
        var shape = XmlShape.Object(static () => [new("code", XmlShape.Text), new("message", XmlShape.Text)]);
        var exception = await Assert.ThrowsAsync<ApiException<ErrorBody>>(
            () => SendAsync<int>("<e><code>E1</code><message>no</message></e>", "text/xml", content => throw content.CreateXmlError<ErrorBody, ErrorBody.JsonCodec>(shape)));
        Assert.Equal("E1", exception.Error.Code);
        Assert.Equal("E1", exception.ErrorCode);
    }

    [Fact]
    public async Task CharacterThatXmlCannotHold_IsRefusedBeforeSending()
        => await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync("""{"note":"\u0000"}""", Order, new("order")));

    private static async Task<string> WriteAsync(string json, XmlShape shape, XmlElementName root)
    {
        using var document = JsonDocument.Parse(json);
        using var body = XmlBody.Create<JsonElement, JsonElementCodec>(document.RootElement, "application/xml", shape, root);
        Assert.Equal("application/xml", body.Headers.ContentType!.MediaType);
        return await body.ReadAsStringAsync();
    }

    private static Task<JsonElement> ReadAsync(string xml, XmlShape shape) => SendAsync(xml, "application/xml", content => content.ReadXml<JsonElement, JsonElementCodec>(shape));

    private static Task<T> SendAsync<T>(string body, string mediaType, Func<ApiResponseContent, T> read) => SendAsync(new StringContent(body, Encoding.UTF8, mediaType), read);

    private static async Task<T> SendAsync<T>(HttpContent body, Func<ApiResponseContent, T> read)
    {
        using var http = new HttpClient(new StubHandler(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = body }));
        using var telemetry = new ApiTelemetry("Acme.XmlTests");
        var transport = new ApiTransport(http, new AcmeOptions(), telemetry);
        using var request = transport.CreateRequest(new ApiOperation("Acme", "getOrder", HttpMethod.Get, "/order"), "/order");
        return (await transport.SendAsync(request, read, CancellationToken.None)).Body;
    }

    /// <summary>Namespace declarations in the order of the expected text: their order means nothing.</summary>
    private static string Sorted(string xml)
    {
        var root = System.Xml.Linq.XElement.Parse(xml);
        foreach (var element in root.DescendantsAndSelf())
        {
            element.ReplaceAttributes(element.Attributes().OrderBy(attribute => attribute.IsNamespaceDeclaration).ThenBy(attribute => attribute.Name.LocalName, StringComparer.Ordinal));
        }

        return root.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
    }
}
