using System.Net;
using System.Text;
using Specwright.Sessions;
using Specwright.State;
using Specwright.Testing;

namespace Specwright.Tests.Sessions;

public sealed class SessionTokenHandlerTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Server _server = new();

    private HttpClient Client() => new(new TestHandler(new SessionTokenSource("k", new MemoryStateStore(_clock), _clock, TimeSpan.FromSeconds(30)), _clock)
    {
        InnerHandler = _server,
    });

    [Fact]
    public async Task ACallGoesOutWithTheTokenOfOneLogIn()
    {
        using var client = Client();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.GetAsync("http://server/data")));

        Assert.Equal(1, _server.LogIns);
        Assert.Equal(50, _server.Calls.Count);
        Assert.All(_server.Calls, call => Assert.Equal("Bearer token-1", call.Authorization));
    }

    [Fact]
    public async Task ARefusedCallIsRepeatedOnceWithANewTokenAndTheSameBody()
    {
        _server.Refused.Add("Bearer token-1");
        using var client = Client();
        using var response = await client.PostAsync("http://server/data", new StreamContent(new OnceStream("body"u8.ToArray())));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([("Bearer token-1", "body"), ("Bearer token-2", "body")], _server.Calls);
    }

    [Fact]
    public async Task ASecondRefusalIsPassedOn()
    {
        _server.Refused.UnionWith(["Bearer token-1", "Bearer token-2", "Bearer token-3"]);
        using var client = Client();
        using var response = await client.GetAsync("http://server/data");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(2, _server.Calls.Count);
        Assert.Equal(2, _server.LogIns);
    }

    [Fact]
    public async Task ACopyCarriesFieldsOptionsAndVersion()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "http://server/x") { Version = HttpVersion.Version20, Content = new StringContent("b") };
        request.Headers.TryAddWithoutValidation("X-Odd", ["a", "b"]);
        request.Options.Set(new HttpRequestOptionsKey<string>("o"), "v");

        var copy = RequestCopy.Of(request);

        Assert.Equal(["a", "b"], copy.Headers.GetValues("X-Odd"));
        Assert.True(copy.Options.TryGetValue(new HttpRequestOptionsKey<string>("o"), out var option));
        Assert.Equal("v", option);
        Assert.Equal(HttpVersion.Version20, copy.Version);
        Assert.Equal("b", await copy.Content!.ReadAsStringAsync());
    }

    [Fact]
    public async Task APeekedBodyIsReadAgainInFull()
    {
        using var response = new HttpResponseMessage { Content = new StreamContent(new OnceStream(Encoding.UTF8.GetBytes(new string('x', 20000)))) };
        response.Content.Headers.ContentType = new("text/html");

        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, 100);

        Assert.Equal(100, bytes.Length);
        Assert.False(isWhole);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(20000, (await response.Content.ReadAsStringAsync()).Length);
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task ABodyOfJustTheLimitIsWhole(int length, bool isWhole)
    {
        using var response = new HttpResponseMessage { Content = new StreamContent(new OnceStream(new byte[length])) };

        Assert.Equal(isWhole, (await ResponsePeek.ReadAsync(response, 100)).IsWhole);
        Assert.Equal(length, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task APeekedBodyThatCannotBeDecompressedFailsForTheReaderOnly()
    {
        using var response = new HttpResponseMessage { Content = new StreamContent(new OnceStream("half"u8.ToArray(), new InvalidDataException())) };

        Assert.False((await ResponsePeek.ReadAsync(response, 100)).IsWhole);

        await Assert.ThrowsAsync<InvalidDataException>(async () => await (await response.Content.ReadAsStreamAsync()).ReadExactlyAsync(new byte[5]));
    }

    [Fact]
    public async Task ATokenThatNoFieldCanCarryIsRefusedRatherThanHeld()
    {
        using var client = Client();
        _server.Token = "tök\nen";

        Assert.DoesNotContain("tök", (await Assert.ThrowsAsync<ApiException>(() => client.GetAsync("http://server/data"))).Message, StringComparison.Ordinal);

        _server.Token = null;
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("http://server/data")).StatusCode);
    }

    [Fact]
    public async Task APeekedBodyThatBreaksOffBreaksOffForTheReaderToo()
    {
        using var response = new HttpResponseMessage { Content = new StreamContent(new OnceStream("half"u8.ToArray(), new HttpIOException(HttpRequestError.ResponseEnded))) };

        var (bytes, isWhole) = await ResponsePeek.ReadAsync(response, 100);
        Assert.Equal(4, bytes.Length);
        Assert.False(isWhole);

        var stream = await response.Content.ReadAsStreamAsync();
        await stream.ReadExactlyAsync(new byte[4]);
        await Assert.ThrowsAsync<HttpIOException>(async () => await stream.ReadExactlyAsync(new byte[1]));
    }

    private sealed class TestHandler(SessionTokenSource source, TimeProvider clock) : SessionTokenHandler
    {
        protected override ValueTask<SessionTokenSource> GetSessionAsync(HttpRequestMessage request, CancellationToken cancellationToken) => new(source);

        protected override bool NeedsSession(HttpRequestMessage request) => request.RequestUri!.AbsolutePath != "/login";

        protected override async Task<SessionToken> LogInAsync(CancellationToken cancellationToken)
        {
            using var client = CreateInnerClient();
            return new SessionToken(await client.GetStringAsync("http://server/login", cancellationToken), clock.GetUtcNow().AddMinutes(5), clock.GetUtcNow());
        }

        protected override ValueTask<bool> IsRefusedAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
            => ValueTask.FromResult(response.StatusCode == HttpStatusCode.Unauthorized);
    }

    private sealed class Server : HttpMessageHandler
    {
        private int _logIns;

        public int LogIns => _logIns;

        public string? Token { get; set; }

        public HashSet<string> Refused { get; } = [];

        public List<(string? Authorization, string Body)> Calls { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath == "/login")
            {
                await Task.Yield();
                return new HttpResponseMessage { Content = new StringContent(Token ?? "token-" + Interlocked.Increment(ref _logIns)) };
            }
            var authorization = request.Headers.Authorization?.ToString();
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            lock (Calls)
            {
                Calls.Add((authorization, body));
            }
            return new HttpResponseMessage(Refused.Contains(authorization!) ? HttpStatusCode.Unauthorized : HttpStatusCode.OK);
        }
    }

    // Can be read once, as a network stream.
    private sealed class OnceStream(byte[] bytes, Exception? end = null) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => Position == Length && end is not null ? throw end : base.ReadAsync(buffer, cancellationToken);
    }
}
