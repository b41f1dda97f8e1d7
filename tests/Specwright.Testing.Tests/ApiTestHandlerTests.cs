using Microsoft.Extensions.DependencyInjection;
using Shop;

namespace Specwright.Testing;

public sealed class ApiTestHandlerTests : IDisposable
{
    private static readonly Order Seven = new() { Id = "7", Total = 1.10m, State = Shop.State.Open };

    private readonly ApiTestHandler _server = new(ShopJson.Default);
    private readonly ManualTimeProvider _time = new();
    private readonly ShopClient _client;

    public ApiTestHandlerTests() => _client = ShopClient.Create(new ShopOptions { Key = "k3y", TimeProvider = _time, Timeout = TimeSpan.FromSeconds(5) }, _server);

    [Fact]
    public async Task TypedValues_AreAnsweredAsTheClientReadsThem()
    {
        _server.On("listOrders").Answer<IReadOnlyList<Order>>([Seven], fields: ("X-Total", "1"));
        _server.On("getStock").Answer(new Dictionary<string, long> { ["tea"] = 3 });

        var orders = await _client.ListOrdersResponseAsync(Shop.State.Open);

        Assert.Equal(Seven, Assert.Single(orders.Body));
        Assert.Equal("1.10", Assert.Single(orders.Body).Total!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(1, orders.DeclaredHeaders.Total);
        Assert.Equal(3, (await _client.GetStockAsync())["tea"]);
    }

    [Fact]
    public async Task Requests_AreKeptAsTheyWouldHaveGoneOut()
    {
        _server.On("listOrders").AnswerJson("[]");
        _server.On("createOrder").AnswerStatus(201);
        await _client.ListOrdersAsync(Shop.State.Sent);
        await _client.CreateOrderAsync(Seven);

        var created = Assert.Single(_server.On("createOrder").Requests);

        Assert.Equal(["listOrders", "createOrder"], _server.Requests.Select(request => request.Operation?.OperationId));
        Assert.Equal("https://shop.example/v1/orders?state=sent", _server.Requests[0].Address.AbsoluteUri);
        Assert.Equal(HttpMethod.Post, created.Method);
        Assert.Equal("k3y", created.Fields["x-key"]);
        Assert.Equal("application/json", created.Fields["Content-Type"]);
        Assert.Equal(Seven, created.ReadJson<Order>());
        Assert.Equal("""{"id":"7","total":"1.10","state":"open"}""", created.Text);
        Assert.DoesNotContain("k3y", created.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeclaredError_ReachesTheCallerTyped()
    {
        _server.On("createOrder").Answer(new Problem { Title = "there already" }, status: 409);

        var refusal = await Assert.ThrowsAsync<ApiException<Problem>>(() => _client.CreateOrderAsync(Seven));

        Assert.Equal("there already", refusal.Error.Title);
        Assert.Equal(409, refusal.StatusCode);
    }

    [Fact]
    public async Task SeveralAnswers_AreGivenInTheirOrder_AndTheLastAgain()
    {
        _server.On("getStock").AnswerStatus(503).AnswerJson("""{"tea":2}""").AnswerJson("""{"tea":1}""");

        Assert.Equal(503, (await Assert.ThrowsAsync<ApiException>(() => _client.GetStockAsync())).StatusCode);
        Assert.Equal(2, (await _client.GetStockAsync())["tea"]);
        Assert.Equal(1, (await _client.GetStockAsync())["tea"]);
        Assert.Equal(1, (await _client.GetStockAsync())["tea"]);
    }

    [Fact]
    public async Task OperationWithoutAnAnswer_IsNamed()
    {
        _server.On("getStock").AnswerJson("{}");
        _ = _server.On("createOrder");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _client.ListOrdersAsync());

        Assert.Equal("No answer is set for the operation 'listOrders' (GET /orders of Shop). Set one with On(…). Answers are set for: getStock.", error.Message);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task RequestOfSomebodyElse_IsNamedByItsAddress()
    {
        using var other = new HttpClient(_server, disposeHandler: false);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => other.GetAsync(new Uri("https://shop.example/health")));

        Assert.Equal("No answer is set for GET /health, a request that no generated client made. Set one with On(…). Answers are set for: none.", error.Message);
    }

    [Fact]
    public async Task FailureOfTheConnection_ReachesTheCallerAsTheClientsOwnError()
    {
        _server.On("getStock").Fail(new HttpRequestException(HttpRequestError.NameResolutionError, "no such host"));

        Assert.IsType<HttpRequestException>((await Assert.ThrowsAsync<ApiException>(() => _client.GetStockAsync())).InnerException);
    }

    [Fact]
    public async Task OperationThatNeverAnswers_EndsByTheTimeLimit_OrByTheCaller()
    {
        using var caller = new CancellationTokenSource();
        _server.On("getStock").NeverAnswer();

        var late = _client.GetStockAsync();
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<TimeoutException>((await Assert.ThrowsAsync<ApiException>(() => late)).InnerException);

        var cancelled = _client.GetStockAsync(caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
    }

    [Fact]
    public async Task AnswerCanFollowTheRequest_AndTextStaysText()
    {
        _server.On("getStock")
            .Answer(request => new HttpResponseMessage { Content = new StringContent($$"""{"{{request.Fields["X-Key"]}}":1}""") })
            .AnswerText("<html>", "text/html", 502);

        Assert.Equal(1, (await _client.GetStockAsync())["k3y"]);
        Assert.Contains("<html>", (await Assert.ThrowsAsync<ApiException>(() => _client.GetStockAsync())).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContainerUsesTheHandler_AndTheInterfaceCanBeFakedAlone()
    {
        _server.On("getStock").Answer(new Dictionary<string, int> { ["tea"] = 3 });
        var services = new ServiceCollection();
        services.AddShop(options => options.Key = "k3y").ConfigurePrimaryHttpMessageHandler(() => _server);
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(3, (await provider.GetRequiredService<IShopClient>().GetStockAsync())["tea"]);
    }

    [Fact]
    public void TypeThatNoResolverKnows_IsNamed()
    {
        using var server = new ApiTestHandler();

        var error = Assert.Throws<InvalidOperationException>(() => server.On("createOrder").Answer(Seven));

        Assert.Equal("No resolver knows Shop.Order. Give the client's own, such as AcmeJson.Default, to the constructor of ApiTestHandler.", error.Message);
    }

    public void Dispose() => _server.Dispose();
}
