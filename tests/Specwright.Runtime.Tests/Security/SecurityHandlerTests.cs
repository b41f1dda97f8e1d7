using Acme;

namespace Specwright.Tests.Security;

public class SecurityHandlerTests
{
    private static readonly ApiSecurityScheme BasicScheme = ApiSecurityScheme.Basic("basic");
    private static readonly ApiSecurityScheme HeaderScheme = ApiSecurityScheme.ApiKeyHeader("header", "X-Client-Secret");
    private static readonly ApiSecurityScheme QueryScheme = ApiSecurityScheme.ApiKeyQuery("query", "api key");
    private static readonly ApiSecurityScheme CookieScheme = ApiSecurityScheme.ApiKeyCookie("cookie", "sid");
    private static readonly ApiSecurityScheme BearerScheme = ApiSecurityScheme.Bearer("bearer");

    [Fact]
    public async Task EachKindOfScheme_PutsItsCredentialWhereItBelongs()
    {
        var options = new CredentialOptions
        {
            ["basic"] = ApiCredential.Basic("ключ", ""),
            ["header"] = "key-1",
            ["query"] = "a&b=ü",
            ["cookie"] = "c;d",
        };
        HttpRequestMessage? sent = null;
        string? address = null;
        string? cookies = null;
        var request = Request("https://h/x?y=1", new ApiSecurityRequirement(BasicScheme, HeaderScheme, QueryScheme, CookieScheme));
        RequestFields.AddCookie(request, "theme", "dark");

        await SendAsync(options, request, message =>
        {
            sent = message;
            address = message.RequestUri!.AbsoluteUri;
            cookies = message.Headers.NonValidated["Cookie"].ToString();
        });

        Assert.Equal("Basic 0LrQu9GO0Yc6", sent!.Headers.NonValidated["Authorization"].ToString());
        Assert.Equal("key-1", sent.Headers.NonValidated["X-Client-Secret"].ToString());
        Assert.Equal("https://h/x?y=1&api%20key=a%26b%3D%C3%BC", address);
        Assert.Equal("theme=dark; sid=c%3Bd", cookies);
        Assert.Equal("https://h/x?y=1", request.RequestUri!.AbsoluteUri);
        Assert.Equal("theme=dark", request.Headers.NonValidated["Cookie"].ToString());
    }

    [Theory]
    [InlineData("https://h/x?api%20key=argument", "https://h/x?api%20key=credential")]
    [InlineData("https://h/x?a=1&api%20key=argument&b=2&api%20key=again", "https://h/x?a=1&b=2&api%20key=credential")]
    [InlineData("https://h/x?api%20keys=1&key=2", "https://h/x?api%20keys=1&key=2&api%20key=credential")]
    [InlineData("https://h/x", "https://h/x?api%20key=credential")]
    public async Task ArgumentInTheCredentialsPlace_GivesWayToIt(string address, string expected)
    {
        var options = new CredentialOptions { ["header"] = "credential", ["query"] = "credential", ["cookie"] = "credential" };
        var request = Request(address, new ApiSecurityRequirement(HeaderScheme, QueryScheme, CookieScheme));
        RequestFields.AddHeader(request, "X-Client-Secret", "argument");
        RequestFields.AddCookie(request, "sid", "argument");
        RequestFields.AddCookie(request, "sid2", "other");
        var sent = "";

        await SendAsync(options, request, message => sent = $"{message.RequestUri!.AbsoluteUri} {message.Headers.NonValidated["X-Client-Secret"]} {message.Headers.NonValidated["Cookie"]}");

        Assert.Equal(expected + " credential sid2=other; sid=credential", sent);
    }

    [Fact]
    public async Task FirstAlternativeWithAllCredentials_IsTaken()
    {
        var options = new CredentialOptions { ["header"] = "h", ["bearer"] = "b" };
        var request = Request("https://h/", new ApiSecurityRequirement(), new ApiSecurityRequirement(HeaderScheme, QueryScheme), new ApiSecurityRequirement(BearerScheme), new ApiSecurityRequirement(HeaderScheme));

        await SendAsync(options, request);

        Assert.Equal("Bearer b", request.Headers.NonValidated["Authorization"].ToString());
        Assert.False(request.Headers.Contains("X-Client-Secret"));
    }

    [Fact]
    public async Task NothingSet_IsAnonymousWhereAllowedAndElseNamesTheOptions()
    {
        var anonymous = Request("https://h/", new ApiSecurityRequirement(BearerScheme), new ApiSecurityRequirement());
        await SendAsync(new CredentialOptions(), anonymous);
        Assert.Empty(anonymous.Headers);

        var error = await Assert.ThrowsAsync<ApiConfigurationException>(
            () => SendAsync(new CredentialOptions(), Request("https://h/", new ApiSecurityRequirement(HeaderScheme, QueryScheme), new ApiSecurityRequirement(BearerScheme))));
        Assert.Equal("doIt needs a credential: set CredentialOptions.Header and CredentialOptions.Query, or CredentialOptions.Bearer.", error.Message);
    }

    [Fact]
    public async Task TwoCredentialsForOneField_AreRefusedUnlessTheyAreTheSame()
    {
        var options = new CredentialOptions { ["basic"] = ApiCredential.Basic("planted", "p"), ["bearer"] = "planted", ["flow"] = "planted" };
        var error = await Assert.ThrowsAsync<ApiConfigurationException>(() => SendAsync(options, Request("https://h/", new ApiSecurityRequirement(BasicScheme, BearerScheme))));
        Assert.Equal("CredentialOptions.Basic and CredentialOptions.Bearer are both demanded, but share the header field Authorization, which holds one credential.", error.Message);

        var request = Request("https://h/", new ApiSecurityRequirement(BearerScheme, ApiSecurityScheme.OAuth2("flow"), HeaderScheme));
        options["header"] = "k";
        await SendAsync(options, request);
        Assert.Equal(("Bearer planted", "k"), (request.Headers.NonValidated["Authorization"].ToString(), request.Headers.NonValidated["X-Client-Secret"].ToString()));
    }

    [Fact]
    public async Task OtherSchemeOfHttp_IsSentAsItIs()
    {
        var request = Request("https://h/", new ApiSecurityRequirement(ApiSecurityScheme.Http("digest", "Digest")));
        await SendAsync(new CredentialOptions { ["digest"] = "username=\"me\"" }, request);
        Assert.Equal("Digest username=\"me\"", request.Headers.NonValidated["Authorization"].ToString());
        Assert.Throws<ArgumentException>(() => ApiSecurityScheme.Http("x", "a b"));
    }

    [Fact]
    public async Task AppliedByHandler_LeavesTheRequestAlone()
    {
        var request = Request("https://h/", new ApiSecurityRequirement(BearerScheme));
        request.Headers.TryAddWithoutValidation("Authorization", "Signed abc");
        await SendAsync(new CredentialOptions { ["bearer"] = ApiCredential.AppliedByHandler }, request);
        Assert.Equal("Signed abc", request.Headers.NonValidated["Authorization"].ToString());
    }

    [Fact]
    public async Task Provider_IsAskedForEachSending()
    {
        var asked = 0;
        var options = new CredentialOptions
        {
            ["bearer"] = ApiCredential.FromProvider((operation, _) => new ValueTask<string>($"{operation.OperationId}-{++asked}")),
        };
        var request = Request("https://h/", new ApiSecurityRequirement(BearerScheme));
        using var invoker = Invoker(options);
        for (var i = 1; i <= 2; i++)
        {
            await invoker.SendAsync(request, default);
            Assert.Equal($"Bearer doIt-{i}", request.Headers.NonValidated["Authorization"].ToString());
        }
    }

    [Fact]
    public async Task CredentialThatAHeaderCannotCarry_IsRefusedWithoutShowingIt()
    {
        var options = new CredentialOptions { ["bearer"] = ApiCredential.FromProvider((_, _) => new ValueTask<string>("planted\r\nX-Admin: 1")) };
        var error = await Assert.ThrowsAsync<ApiConfigurationException>(() => SendAsync(options, Request("https://h/", new ApiSecurityRequirement(BearerScheme))));
        Assert.Equal("CredentialOptions.Bearer holds a character that a header field cannot carry.", error.Message);
    }

    [Fact]
    public void Credential_NeverShowsAndIsCheckedAtOnce()
    {
        ApiCredential credential = "planted";
        Assert.Equal("***", $"{credential}{ApiCredential.Basic("planted", "x")}"[..3]);
        Assert.DoesNotContain("planted", $"{credential} {ApiCredential.Basic("planted", "x")}", StringComparison.Ordinal);
        Assert.Null((ApiCredential?)(string?)null);
        foreach (var wrong in new[] { "", "planted\n" })
        {
            Assert.DoesNotContain("planted", Assert.Throws<ArgumentException>(() => ApiCredential.FromValue(wrong)).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => ApiCredential.Basic("a:b", "c"));
        Assert.Throws<ArgumentException>(() => ApiCredential.Basic("", ""));
    }

    [Fact]
    public async Task ClientWithoutCredential_NamesOperationAndOption()
    {
        var error = await Assert.ThrowsAsync<ApiConfigurationException>(
            () => AcmeClient.Create(new AcmeOptions(), new StubHandler(_ => new HttpResponseMessage())).GetOrderAsync("1"));
        Assert.Equal("getOrder needs a credential: set AcmeOptions.BearerAuth.", error.Message);
    }

    private static HttpRequestMessage Request(string address, params ApiSecurityRequirement[] security)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        new ApiOperation("Test", "doIt", HttpMethod.Get, "/") { Security = security }.AttachTo(request);
        return request;
    }

    private static HttpMessageInvoker Invoker(ApiClientOptions options, Action<HttpRequestMessage>? look = null)
        => new(new ApiSecurityHandler(options)
        {
            InnerHandler = new StubHandler(request =>
            {
                look?.Invoke(request);
                return new HttpResponseMessage();
            }),
        });

    private static async Task SendAsync(ApiClientOptions options, HttpRequestMessage request, Action<HttpRequestMessage>? look = null)
    {
        using var invoker = Invoker(options, look);
        await invoker.SendAsync(request, default);
    }
}
