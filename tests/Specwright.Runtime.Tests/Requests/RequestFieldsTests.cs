namespace Specwright.Tests.Requests;

public class RequestFieldsTests
{
    [Theory]
    [InlineData("a\r\nX-Admin: true")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("₹")]
    public void HeaderValue_ThatCouldForgeAFieldIsRefusedWithoutQuotingIt(string value)
    {
        using var request = new HttpRequestMessage();
        var error = Assert.Throws<ArgumentException>(() => RequestFields.AddHeader(request, "X-Routing-Id", value));
        Assert.Contains("X-Routing-Id", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RequestFields.Accept(request, value));
        Assert.Throws<ArgumentException>(() => RequestFields.AddCookie(request, value, "x"));
        Assert.Empty(request.Headers);
    }

    [Fact]
    public void Null_LeavesTheFieldOut()
    {
        using var request = new HttpRequestMessage();
        RequestFields.AddHeader(request, "X-A", null);
        RequestFields.AddCookie(request, "c", null);
        Assert.Empty(request.Headers);
    }

    [Fact]
    public void Lists_StandInOneFieldAndLeaveItOutWhenEmpty()
    {
        using var request = new HttpRequestMessage();
        RequestFields.AddHeaderList(request, "X-None", null);
        RequestFields.AddHeaderList(request, "X-Empty", []);
        RequestFields.AddCookieList(request, "none", [], explode: false);
        RequestFields.AddCookieList(request, "none", [], explode: true);
        Assert.Empty(request.Headers);

        RequestFields.AddHeaderList(request, "X-Blank", [""]);
        RequestFields.AddHeaderList(request, "X-Tags", ["a", "b"]);
        RequestFields.AddCookieList(request, "joined", ["a", "b"], explode: false);
        RequestFields.AddCookieList(request, "each", ["a", "b"], explode: true);
        Assert.Equal("", request.Headers.NonValidated["X-Blank"].ToString());
        Assert.Equal("a,b", request.Headers.NonValidated["X-Tags"].ToString());
        Assert.Equal("joined=a%2Cb; each=a; each=b", request.Headers.NonValidated["Cookie"].ToString());
    }

    [Fact]
    public void Cookies_StandInOneFieldAndAreEncoded()
    {
        using var request = new HttpRequestMessage();
        RequestFields.AddCookie(request, "theme", "dark");
        RequestFields.AddCookie(request, "next", "a;b=\r\n₹ c");
        Assert.Equal("theme=dark; next=a%3Bb%3D%0D%0A%E2%82%B9%20c", request.Headers.NonValidated["Cookie"].ToString());
    }

    [Fact]
    public async Task ContentTypeOfARequestWithoutBody_IsSent()
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("200 OK", ""));
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);
        RequestFields.AddHeader(request, "Content-Type", "application/json");

        using var response = await client.SendAsync(request);

        Assert.Contains("Content-Type: application/json\r\n", server.Requests.Single(), StringComparison.Ordinal);
    }
}
