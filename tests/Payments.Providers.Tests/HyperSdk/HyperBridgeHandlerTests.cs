using System.Net;
using System.Text.Json;
using Payments.HyperSdk;
using Specwright.Testing;

namespace Payments.Tests.HyperSdk;

public sealed class HyperBridgeHandlerTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly FakeBridge _bridge = new();
    private readonly HyperBridgeHandler _handler;
    private readonly HttpMessageInvoker _invoker;

    public HyperBridgeHandlerTests()
    {
        _handler = new HyperBridgeHandler(_bridge, new HyperBridgeSettings { TimeProvider = _clock, ActionTimeout = TimeSpan.FromMinutes(3) });
        _invoker = new HttpMessageInvoker(_handler);
    }

    public void Dispose() => _invoker.Dispose();

    private Task<HttpResponseMessage> SendAsync(string requestId, string action = "upiGetSessionToken", CancellationToken cancellationToken = default)
        => _invoker.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "https://hyper-sdk.invalid/process/" + action)
            {
                Content = new StringContent($$$"""{"requestId":"{{{requestId}}}","service":"in.juspay.hyperapi","payload":{"action":"{{{action}}}"}}"""),
            },
            cancellationToken);

    private static async Task<string?> IdOf(Task<HttpResponseMessage> call)
    {
        using var document = JsonDocument.Parse(await (await call).Content.ReadAsStringAsync());
        return document.RootElement.GetProperty("requestId").GetString();
    }

    [Fact]
    public async Task EventsOutOfOrderFindTheirRequests()
    {
        var first = SendAsync("a");
        var second = SendAsync("b");
        await _bridge.NextCallAsync();
        await _bridge.NextCallAsync();
        _bridge.Answer("b");
        _bridge.Answer("a");

        Assert.Equal("a", await IdOf(first));
        Assert.Equal("b", await IdOf(second));
    }

    [Fact]
    public async Task ASecondEventAnUnknownOneAndNonsenseAreIgnored()
    {
        var call = SendAsync("a");
        await _bridge.NextCallAsync();
        _bridge.Raise("no json");
        _bridge.Raise("[]");
        _bridge.Raise("""{"event":"process_result"}""");
        _bridge.Raise("""{"requestId":"a","event":"some_new_event","payload":{}}""");
        _bridge.Answer("stranger");
        _bridge.Answer("a", balance: "1");
        _bridge.Answer("a", balance: "2");

        Assert.Contains("\"balance\":\"1\"", await (await call).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingEventEndsWithTheTimeLimitAndALateOneIsIgnored()
    {
        var call = SendAsync("a");
        await _bridge.NextCallAsync();
        await _clock.TimersStartedAsync(1);
        _clock.Advance(TimeSpan.FromMinutes(3));

        var exception = await Assert.ThrowsAsync<HyperSdkException>(() => call);
        Assert.Equal("the SDK gave no answer within 180 s", exception.Message);
        _bridge.Answer("a");
        var next = SendAsync("b");
        await _bridge.NextCallAsync();
        _bridge.Answer("b");
        Assert.Equal("b", await IdOf(next));
    }

    [Fact]
    public async Task CancellingEndsTheWaitingOnlyAndTheScreenStaysTaken()
    {
        using var leaving = new CancellationTokenSource();
        var first = SendAsync("a", "upiCheckBalance", leaving.Token);
        await _bridge.NextCallAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        var second = SendAsync("b", "upiCheckBalance");
        Assert.Equal(1, _bridge.CallCount);
        _bridge.Answer("a");
        Assert.Equal("b", await _bridge.NextCallAsync());
        _bridge.Answer("b");
        Assert.Equal("b", await IdOf(second));
    }

    [Fact]
    public async Task OneUserFacingActionAtATimeWhileOthersPassBy()
    {
        var first = SendAsync("a", "upiCheckBalance");
        await _bridge.NextCallAsync();
        var second = SendAsync("b", "someUnknownScreen");
        var headless = SendAsync("c", "upiTransactionStatus");

        Assert.Equal("c", await _bridge.NextCallAsync());
        Assert.Equal(2, _bridge.CallCount);
        _bridge.Answer("c");
        _bridge.Answer("a");
        Assert.Equal("b", await _bridge.NextCallAsync());
        _bridge.Answer("b");
        Assert.Equal("a", await IdOf(first));
        Assert.Equal("b", await IdOf(second));
        Assert.Equal("c", await IdOf(headless));
    }

    [Fact]
    public async Task AnErrorOfTheSdkIsStatus422WithTheEventAsBody()
    {
        var call = SendAsync("a");
        await _bridge.NextCallAsync();
        _bridge.Raise("""{"requestId":"a","service":"in.juspay.hyperapi","payload":{},"event":"process_result","errorMessage":"USER_ABORTED","errorCode":"JP_002","error":true}""");

        using var response = await call;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("JP_002", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoaderEventsAreToldAndAnswerNothing()
    {
        var shown = new List<bool>();
        _handler.LoaderChanged += shown.Add;
        var call = SendAsync("a");
        await _bridge.NextCallAsync();
        _bridge.Raise("""{"event":"show_loader","requestId":"a","payload":{}}""");
        _bridge.Raise("""{"event":"hide_loader","payload":{}}""");

        Assert.Equal([true, false], shown);
        Assert.False(call.IsCompleted);
        _bridge.Answer("a");
        await call;
    }

    [Fact]
    public async Task AnActionBeforeInitiateIsRefusedAtOnce()
    {
        _bridge.IsInitialised = false;

        var exception = await Assert.ThrowsAsync<HyperSdkException>(() => SendAsync("a"));
        Assert.Contains("not initiated", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, _bridge.CallCount);
    }

    [Fact]
    public async Task ASecondInitiateIsRefusedAtOnce()
    {
        var exception = await Assert.ThrowsAsync<HyperSdkException>(() => SendAsync("a", "initiate"));
        Assert.Contains("initiated already", exception.Message, StringComparison.Ordinal);

        _bridge.IsInitialised = false;
        var first = SendAsync("b", "initiate");
        await _bridge.NextCallAsync();
        Assert.Contains("under way", (await Assert.ThrowsAsync<HyperSdkException>(() => SendAsync("c", "initiate"))).Message, StringComparison.Ordinal);
        // No id: there is only one initiate that this can belong to.
        _bridge.Raise("""{"payload":{"action":"initiate","status":"success"},"event":"initiate_result","error":false}""");
        await first;
    }

    [Fact]
    public async Task AnActionThatTheBridgeDropsIsAnErrorAtOnce()
    {
        _bridge.Drops = true;

        Assert.Contains("dropped", (await Assert.ThrowsAsync<HyperSdkException>(() => SendAsync("a"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABridgeThatThrowsIsAnErrorAtOnceAndFreesTheScreen()
    {
        _bridge.OnProcess = () => throw new TimeoutException("no device");

        Assert.Equal("the bridge failed (TimeoutException: no device)", (await Assert.ThrowsAsync<HyperSdkException>(() => SendAsync("a", "upiCheckBalance"))).Message);

        _bridge.OnProcess = null;
        var next = SendAsync("b", "upiCheckBalance");
        await _bridge.NextCallAsync();
        _bridge.Answer("b");
        Assert.Equal("b", await IdOf(next));
    }

    [Fact]
    public async Task ABridgeThatNeverReturnsIsUnderTheTimeLimitAndFreesTheScreen()
    {
        using var returns = new ManualResetEventSlim();
        _bridge.OnProcess = () => returns.Wait(TimeSpan.FromSeconds(20));
        var call = SendAsync("a", "upiCheckBalance");
        await _clock.TimersStartedAsync(1).WaitAsync(TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Contains("no answer within 180 s", (await Assert.ThrowsAsync<HyperSdkException>(() => call)).Message, StringComparison.Ordinal);

        _bridge.OnProcess = null;
        var next = SendAsync("b", "upiCheckBalance");
        Assert.Equal("b", await _bridge.NextCallAsync());
        _bridge.Answer("b");
        Assert.Equal("b", await IdOf(next));
        returns.Set();
    }

    [Fact]
    public async Task AnEventRaisedWithinTheHandOverIsTheAnswer()
    {
        _bridge.OnProcess = () => _bridge.Answer("a");

        Assert.Equal("a", await IdOf(SendAsync("a", "upiCheckBalance")));
    }

    [Fact]
    public async Task AnEventWithTextThatIsNoTextHarmsNobody()
    {
        var call = SendAsync("a");
        await _bridge.NextCallAsync();
        _bridge.Raise("{\"requestId\":\"\\ud800\",\"event\":\"process_result\",\"errorMessage\":\"\\udc00\"}");
        _bridge.Answer("a");

        Assert.Equal("a", await IdOf(call));
    }

    [Fact]
    public async Task ABodyThatIsNoEnvelopeIsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://hyper-sdk.invalid/") { Content = new StringContent("{}") };
        await Assert.ThrowsAsync<HyperSdkException>(() => _invoker.SendAsync(request, default));
    }
}
