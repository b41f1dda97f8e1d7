using System.Text;
using Acme;
using Specwright.Testing;

namespace Specwright.Tests.Responses;

public class TransportTests
{
    private const string OrderJson = """{"orderId":"o-1","amount":214735.50}""";

    [Fact]
    public async Task Call_SendsTheRequestAndReadsTheAnswer()
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("200 OK", OrderJson, fields: "X-Request-Id: r-1\r\n"));
        var client = Client(server);

        var response = await client.GetOrderResponseAsync("o/1", "lines & more");

        Assert.Equal(214735.50m, response.Body.Amount);
        Assert.Equal(200, response.StatusCode);
        Assert.Equal("OK", response.ReasonPhrase);
        Assert.Equal("r-1", response.Headers["x-request-id"]);
        Assert.Equal("application/json", response.Headers["content-type"]);
        Assert.Same(response.Body, response.UntypedBody);
        var request = server.Requests.Single();
        Assert.StartsWith("GET /orders/o%2F1?expand=lines%20%26%20more HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer t0ken-value\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Accept: application/json\r\n", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v2")]
    [InlineData("v2/")]
    public async Task BaseAddressWithAPath_KeepsItInFront(string path)
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("200 OK", OrderJson));
        await Client(server, options => options.BaseAddress = new Uri(server.Address, path)).GetOrderAsync("1");
        Assert.StartsWith("GET /v2/orders/1 HTTP/1.1\r\n", server.Requests.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_IsSentWithItsLengthAndDeclaredHeadersAreRead()
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("201 Created", OrderJson, fields: "Location: /orders/o-1\r\n"));

        var response = await Client(server).CreateOrderResponseAsync(new Order { OrderId = "₹", Amount = 1.10m });

        Assert.Equal("/orders/o-1", response.DeclaredHeaders.Location);
        var request = server.Requests.Single();
        Assert.Contains("Content-Type: application/json\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 31\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"orderId\":\"₹\",\"amount\":1.10}", request, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("before")]
    [InlineData("wire")]
    [InlineData("after")]
    public async Task Request_IsDisposedWhenItsCallEnds(string failing)
    {
        var sent = new WatchedContent();
        var wire = new StubHandler(_ => failing == "wire" ? throw new HttpRequestException() : new HttpResponseMessage());
        var transport = new ApiTransport(new HttpClient(wire), new AcmeOptions(), new ApiTelemetry("x"))
        {
            RequestReady = (_, request) =>
            {
                request.Content = sent;
                Fail("before");
            },
            ResponseRead = (_, _) =>
            {
                Assert.False(sent.IsDisposed);
                Fail("after");
            },
        };

        var call = transport.SendForBodyAsync(transport.CreateRequest(new ApiOperation("Acme", "send", HttpMethod.Post, "/send"), "/send"), static content => content.StatusCode, CancellationToken.None);

        Assert.Equal(failing, await Record.ExceptionAsync(() => call) switch { null => "", ApiException => "wire", var error => error.Message });
        Assert.True(sent.IsDisposed);

        void Fail(string place)
        {
            if (failing == place)
            {
                throw new InvalidOperationException(place);
            }
        }
    }

    [Fact]
    public async Task AnswerWithoutBody_IsAccepted()
    {
        using var server = new LoopbackServer("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        var response = await Client(server).CancelOrderResponseAsync("1");
        Assert.Equal(204, response.StatusCode);
        Assert.Null(response.UntypedBody);
    }

    [Fact]
    public async Task DeclaredError_CarriesItsBodyCodeAndRequestId()
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("404 Not Found", """{"code":"E09","message":"Could not find resource","requestId":"r-9","token":"planted"}""", fields: "Set-Cookie: sid=planted\r\n"));

        var error = await Assert.ThrowsAsync<ApiException<ErrorBody>>(() => Client(server).GetOrderAsync("1"));

        Assert.Equal("getOrder: the server answered 404 Not Found (E09: Could not find resource)", error.Message);
        Assert.Equal("E09", error.ErrorCode);
        Assert.Equal("r-9", error.RequestId);
        Assert.Equal("E09", error.Error.Code);
        Assert.Equal(404, error.StatusCode);
        Assert.Equal("getOrder", error.Operation!.OperationId);
        Assert.Equal("***", error.Headers!["set-cookie"]);
        Assert.Contains("\"token\":\"***\"", error.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", error.ToString() + error.Content + error.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorPageInHtml_SaysWhatItGot()
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("404 Not Found", "<html>gone</html>", "text/html"));
        var error = await Assert.ThrowsAsync<ApiException>(() => Client(server).GetOrderAsync("1"));
        Assert.Equal("getOrder: the server answered 404 Not Found, but its body cannot be read: expected application/json, got text/html", error.Message);
        Assert.Equal("<html>gone</html>", error.Content);
    }

    [Theory]
    [InlineData("302 Found", "getOrder: the server answered 302 Found, which the description does not declare")]
    [InlineData("503 Service Unavailable", "getOrder: the server answered 503 Service Unavailable")]
    public async Task OtherStatus_IsNamed(string status, string message)
    {
        using var server = new LoopbackServer(LoopbackServer.Answer(status, "", null, "Location: https://elsewhere.example/\r\n"));
        var error = await Assert.ThrowsAsync<ApiException>(() => Client(server).GetOrderAsync("1"));
        Assert.Equal(message, error.Message);
        Assert.Null(error.Content);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/octet-stream")]
    [InlineData("application/problem+json")]
    [InlineData("Application/JSON; charset=UTF-8")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=nobody-knows")]
    [InlineData("no media type")]
    [InlineData(null)]
    public async Task JsonUnderAnotherName_IsRead(string? contentType)
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("200 OK", OrderJson, contentType));
        Assert.Equal("o-1", (await Client(server).GetOrderAsync("1")).OrderId);
    }

    [Fact]
    public async Task JsonInAnotherCharacterSet_IsRead()
    {
        var handler = new StubHandler(_ => new HttpResponseMessage
        {
            Content = new StringContent("""{"orderId":"ü","amount":1}""", Encoding.Latin1, "application/json"),
        });
        Assert.Equal("ü", (await Client(handler).GetOrderAsync("1")).OrderId);
    }

    [Fact]
    public async Task WrongJson_SaysWhereAndWhat()
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("200 OK", """{"orderId":"o","amount":"abc"}"""));
        var error = await Assert.ThrowsAsync<ApiException>(() => Client(server).GetOrderAsync("1"));
        Assert.Equal("getOrder: the server answered 200 OK, but its body cannot be read: $.amount: expected a decimal, found \"abc\" (line 1, byte 25)", error.Message);
    }

    [Fact]
    public async Task EmptyBody_IsNamed()
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("200 OK", ""));
        var error = await Assert.ThrowsAsync<ApiException>(() => Client(server).GetOrderAsync("1"));
        Assert.EndsWith("expected application/json, got an empty body", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BodyOfManySegments_IsReadWhole()
    {
        var note = new string('n', 3_000_000);
        using var server = new LoopbackServer($"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{{\"orderId\":\"o\",\"note\":\"{note}\",\"amount\":1}}");
        Assert.Equal(note, (await Client(server).GetOrderAsync("1")).Note);
    }

    [Fact]
    public async Task BodyBeyondTheLimit_IsRefusedWithOrWithoutLength()
    {
        var body = new string(' ', 5000);
        foreach (var answer in new[] { LoopbackServer.Answer("200 OK", body), $"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{body}" })
        {
            using var server = new LoopbackServer(answer);
            var error = await Assert.ThrowsAsync<ApiException>(() => Client(server, options => options.MaxResponseBytes = 1000).GetOrderAsync("1"));
            Assert.Equal("getOrder: the server answered 200 OK, but its body is longer than MaxResponseBytes (1000 bytes)", error.Message);
        }

        using var fitting = new LoopbackServer(LoopbackServer.Answer("200 OK", OrderJson));
        Assert.NotNull(await Client(fitting, options => options.MaxResponseBytes = OrderJson.Length).GetOrderAsync("1"));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"orderId\":")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"ord\r\n")]
    public async Task TruncatedBody_IsNamedAsSuch(string answer)
    {
        using var server = new LoopbackServer(answer);
        var error = await Assert.ThrowsAsync<ApiException>(() => Client(server).GetOrderAsync("1"));
        Assert.Equal("getOrder: the server answered 200 OK, but its body was cut off: the connection closed before its end", error.Message);
        Assert.Equal(200, error.StatusCode);
    }

    [Fact]
    public async Task BodyShorterThanAnnounced_IsNamedWhateverTheWire()
    {
        var handler = new StubHandler(_ =>
        {
            var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(OrderJson)));
            content.Headers.ContentLength = 99;
            return new HttpResponseMessage { Content = content };
        });
        var error = await Assert.ThrowsAsync<ApiException>(() => Client(handler).GetOrderAsync("1"));
        Assert.Equal($"getOrder: the server answered 200 OK, but its body ended after {OrderJson.Length} of 99 bytes", error.Message);
    }

    [Fact]
    public async Task NoServer_IsNamed()
    {
        Uri address;
        using (var server = new LoopbackServer(""))
        {
            address = server.Address;
        }

        var client = AcmeClient.Create(new AcmeOptions { BaseAddress = address, BearerAuth = "t0ken-value" });
        var error = await Assert.ThrowsAsync<ApiException>(() => client.GetOrderAsync("1"));
        Assert.Equal($"getOrder: no connection to {address.Authority}", error.Message);
        Assert.Null(error.StatusCode);
        Assert.IsType<HttpRequestException>(error.InnerException);
    }

    [Fact]
    public async Task ConnectionClosedWithoutAnswer_IsNamed()
    {
        using var server = new LoopbackServer(_ => (string?)null);
        var error = await Assert.ThrowsAsync<ApiException>(() => Client(server).CreateOrderResponseAsync(new Order { OrderId = "o", Amount = 1 }));
        Assert.StartsWith("createOrder: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(server.Address.Authority, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeLimit_IsNotACancellation()
    {
        var time = new ManualTimeProvider();
        var handler = new StubHandler(async (_, token) =>
        {
            var waiting = Task.Delay(Timeout.Infinite, token);
            time.Advance(TimeSpan.FromSeconds(5));
            await waiting;
            return new HttpResponseMessage();
        });
        var client = Client(handler, options =>
        {
            options.Timeout = TimeSpan.FromSeconds(5);
            options.TimeProvider = time;
        });

        var error = await Assert.ThrowsAsync<ApiException>(() => client.GetOrderAsync("1"));

        Assert.Equal("getOrder: no answer within 5 s", error.Message);
        Assert.IsType<TimeoutException>(error.InnerException);
    }

    [Fact]
    public async Task TimeLimitWhileTheBodyComes_SaysSo()
    {
        var time = new ManualTimeProvider();
        var handler = new StubHandler(_ => new HttpResponseMessage { Content = new StreamContent(new EndlessStream(time)) });
        var client = Client(handler, options => options.TimeProvider = time);

        var error = await Assert.ThrowsAsync<ApiException>(() => client.GetOrderAsync("1"));

        Assert.Equal("getOrder: the answer did not end within 100 s", error.Message);
    }

    [Fact]
    public async Task CallersCancellation_PassesWithTheCallersToken()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new LoopbackServer(async _ =>
        {
            await cancellation.CancelAsync();
            return null;
        });

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client(server).GetOrderAsync("1", cancellationToken: cancellation.Token));

        Assert.Equal(cancellation.Token, error.CancellationToken);
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("/a/../b")]
    [InlineData("/a/..")]
    [InlineData("/./a")]
    [InlineData("/a b")]
    [InlineData("/a\r\nX: y")]
    [InlineData("/a#b")]
    [InlineData("/ü")]
    public void Target_ThatCouldLeaveItsPlaceIsRefused(string target)
    {
        using var httpClient = new HttpClient();
        var transport = new ApiTransport(httpClient, new AcmeOptions(), new ApiTelemetry("x"));
        Assert.Throws<ArgumentException>(() => transport.CreateRequest(new ApiOperation("Acme", "x", HttpMethod.Get, "/"), target));
        using var request = transport.CreateRequest(new ApiOperation("Acme", "x", HttpMethod.Get, "/"), "/a/%2E%2E/...?next=/../");
        Assert.Equal("https://api.acme.example/v2/a/%2E%2E/...?next=/../", request.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public void ErrorInsideASuccess_CanBeMadeFromTheResponse()
    {
        var response = new ApiResponse<ErrorBody>(200, "OK", new ApiHeaders([KeyValuePair.Create("Authorization", "planted")]), new ErrorBody());

        var error = ApiException.FromResponse(
            new ApiOperation("Acme", "getBalance", HttpMethod.Get, "/balance"), response, new ErrorBody { Code = "403", Message = "Token is\r\nnot valid, token=planted" });

        Assert.Equal("getBalance: the server answered 200 OK (403: Token is  not valid, token=***)", error.Message);
        Assert.DoesNotContain("planted", error.Headers!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_JoinRepeatedFieldsAndHideSecrets()
    {
        var headers = new ApiHeaders([KeyValuePair.Create("X-A", "1"), KeyValuePair.Create("x-a", "2"), KeyValuePair.Create("X-Refresh-Token", "planted"), KeyValuePair.Create("X-Other", "Bearer planted.123")]);
        Assert.Equal("1, 2", headers["X-a"]);
        Assert.Equal("planted", headers["x-refresh-token"]);
        Assert.Null(headers["missing"]);
        Assert.Equal("X-A: 1\nx-a: 2\nX-Refresh-Token: ***\nX-Other: Bearer ***\n", headers.ToString());
    }

    private static AcmeClient Client(LoopbackServer server, Action<AcmeOptions>? configure = null)
    {
        var options = new AcmeOptions { BaseAddress = server.Address, BearerAuth = "t0ken-value" };
        configure?.Invoke(options);
        return AcmeClient.Create(options);
    }

    private static AcmeClient Client(HttpMessageHandler handler, Action<AcmeOptions>? configure = null)
    {
        var options = new AcmeOptions { BearerAuth = "t0ken-value" };
        configure?.Invoke(options);
        return AcmeClient.Create(options, handler);
    }

    /// <summary>Lets the time limit pass at the first read, and then waits for the cancellation.</summary>
    private sealed class EndlessStream(ManualTimeProvider time) : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var waiting = Task.Delay(Timeout.Infinite, cancellationToken);
            time.Advance(TimeSpan.FromSeconds(100));
            await waiting;
            return 0;
        }
    }

    private sealed class WatchedContent() : ByteArrayContent([])
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
