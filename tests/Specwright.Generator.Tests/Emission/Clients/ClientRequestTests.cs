using System.Net;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Emission.Clients;

/// <summary>What a compiled client sends.</summary>
public sealed class ClientRequestTests
{
    private readonly FakeWire _wire = new(HttpStatusCode.NoContent);

    [Fact]
    public async Task PathParameters_AreEncodedAndTyped()
    {
        var generation = Of(
            "/orders/{id}/on/{day}/{flag}/{state}/{code}/{ids}",
            Path("id"),
            Path("day", String("date")),
            Path("flag", Boolean()),
            Path("state", Enum("open", "a/b")),
            Path("code", IntegerEnum("int32", "1", "2")),
            Path("ids", Array(Integer("int32"))));

        await generation.RunAsync(_wire, """
            await client.CallAsync("a/b c?é", new DateOnly(2026, 1, 2), true, new CallState("a/b"), new CallCode(2), [1, 2]);
            return null;
            """);

        Assert.Equal("GET /v1/orders/a%2Fb%20c%3F%C3%A9/on/2026-01-02/true/a%2Fb/2/1,2", Assert.Single(_wire.Targets));
    }

    [Theory]
    [InlineData("/orders?action=close", "/orders?action=close&force=true")]
    [InlineData("/orders#close", "/orders?force=true")]
    public async Task PathWithAQueryOrAFragment_IsSentAsAnAddressHasIt(string path, string expected)
    {
        await Of(path, Query("force", Boolean())).RunAsync(_wire, "await client.CallAsync(true); return null;");

        Assert.Equal("GET /v1" + expected, Assert.Single(_wire.Targets));
    }

    [Fact]
    public async Task QueryParameters_AreLeftOutWhenNullAndEncodedOtherwise()
    {
        var generation = Of(
            "/orders",
            Query("from date", String("date-time")).Needed(),
            Query("limit", Integer("int32")),
            Query("offset", Integer("int64")),
            Query("price", Number()),
            Query("deep", Boolean()),
            Query("state", Enum("open", "closed")),
            Query("code", IntegerEnum("int64", "1")),
            Query("callback") with { AllowReserved = true },
            Query("filter"));

        await generation.RunAsync(_wire, """
            await client.CallAsync(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(5.5)), limit: 5, price: 1.50m, deep: false, state: CallState.Open, code: new(7), callback: "https://x/y?z", filter: "a&b=c");
            return null;
            """);

        Assert.Equal(
            "GET /v1/orders?from%20date=2026-01-02T03%3A04%3A05%2B05%3A30&limit=5&price=1.50&deep=false&state=open&code=7&callback=https://x/y?z&filter=a%26b%3Dc",
            Assert.Single(_wire.Targets));
    }

    [Theory]
    [InlineData("Form", true, "ids=1&ids=2")]
    [InlineData("Form", false, "ids=1,2")]
    [InlineData("SpaceDelimited", false, "ids=1%202")]
    [InlineData("PipeDelimited", false, "ids=1%7C2")]
    public async Task QueryLists_FollowTheirStyle(string style, bool explode, string expected)
    {
        var generation = Of("/orders", Query("ids", Array(Integer("int32")), System.Enum.Parse<ParameterStyle>(style), explode));

        await generation.RunAsync(_wire, "await client.CallAsync([1, 2]); await client.CallAsync(); return null;");

        Assert.Equal(["GET /v1/orders?" + expected, "GET /v1/orders"], _wire.Targets);
    }

    [Fact]
    public async Task HeadersAndCookies_AreSentAsText()
    {
        var generation = Of(
            "/orders",
            Header("X-Routing-Id").Needed(),
            Header("X-Tags", Array(Enum("a", "b"))),
            Header("X-Count", Integer("int32")),
            Header("X-Not-Sent", Array(String())),
            Cookie("theme"),
            Cookie("ids", Array(Integer("int32"))),
            Cookie("flat", Array(Integer("int32")), explode: false));

        await generation.RunAsync(_wire, """
            await client.CallAsync("r1", tags: [new("a"), new("b")], count: 3, theme: "dark", ids: [1, 2], flat: [3, 4]);
            return null;
            """);

        var fields = Assert.Single(_wire.Fields);
        Assert.Equal("r1", fields["X-Routing-Id"]);
        Assert.Equal("a,b", fields["X-Tags"]);
        Assert.Equal("3", fields["X-Count"]);
        Assert.DoesNotContain("X-Not-Sent", fields.Keys);
        Assert.Equal("theme=dark; ids=1; ids=2; flat=3%2C4", fields["Cookie"]);
    }

    [Fact]
    public async Task JsonBody_IsSentWithItsMediaType()
    {
        var generation = Of("/orders", Body("application/vnd.acme+json; version=2", Object(Required("name"), Optional("amount", Number()))));

        await generation.RunAsync(_wire, """await client.CallAsync(new CallRequest { Name = "é", Amount = 1.20m }); return null;""");

        Assert.Equal("""{"name":"é","amount":1.20}""", Assert.Single(_wire.Bodies));
        Assert.Equal("application/vnd.acme+json; version=2", _wire.Fields[0]["Content-Type"]);
    }

    [Theory]
    [InlineData("text/plain", "\"hello\"", "hello")]
    [InlineData("application/pdf", "new byte[] { 65, 66 }", "AB")]
    public async Task OtherBodies_AreSentAsTheyAre(string mediaType, string argument, string expected)
    {
        var generation = Of("/orders", Body(mediaType));

        await generation.RunAsync(_wire, $"await client.CallAsync({argument}); return null;");

        Assert.Equal(expected, Assert.Single(_wire.Bodies));
        Assert.StartsWith(mediaType, _wire.Fields[0]["Content-Type"]);
    }

    [Fact]
    public async Task OptionalBodies_AreLeftOutWhenNull()
    {
        var description = Api().With(
            Operation("POST", "/text", "sendText", Body("text/plain") with { IsRequired = false }, Answer("204")),
            Operation("POST", "/json", "sendJson", Body("application/json", Integer("int32")) with { IsRequired = false }, Answer("204")),
            Operation("POST", "/bytes", "sendBytes", Body("image/png") with { IsRequired = false }, Answer("204")));

        await new ClientGeneration(description).RunAsync(_wire, """
            await client.SendTextAsync();
            await client.SendJsonAsync();
            await client.SendBytesAsync();
            await client.SendJsonAsync(7);
            return null;
            """);

        Assert.Equal([null, null, null, "7"], _wire.Bodies);
    }

    [Fact]
    public async Task NamesOfLocals_DoNotCollideWithParameters()
    {
        var generation = Of(
            "/orders",
            [.. new[] { "request", "response", "target", "body", "content", "cancellationToken", "value", "class", "await", "httpClient", "options", "_transport", "string" }
                .Select(name => Query(name)),
            Body("text/plain") with { IsRequired = false }]);

        await generation.RunAsync(_wire, """await client.CallAsync(requestValue: "1", @class: "2", @await: "3", requestBody: "4"); return null;""");

        Assert.Equal("GET /v1/orders?request=1&class=2&await=3", Assert.Single(_wire.Targets));
        Assert.Equal("4", Assert.Single(_wire.Bodies));
    }

    [Fact]
    public async Task MethodsBeyondTheUsual_AreSentByName()
    {
        var generation = new ClientGeneration(Api().With(Operation("QUERY", "/", "search", Answer("204"))));

        await generation.RunAsync(_wire, "await client.SearchAsync(); return null;");

        Assert.Equal("QUERY /v1/", Assert.Single(_wire.Targets));
    }

    private static ClientGeneration Of(string path, params object[] parts) => new(Api().With(Operation("GET", path, "call", [.. parts, Answer("204")])));
}
