using System.Net;
using System.Text;
using Payments.Juspay;
using Payments.Sandbox;
using Specwright;
using Specwright.State;

namespace Payments.Tests.Juspay;

public sealed class JuspayClientTests : SandboxTest
{
    private const string OneEntry = """{"DUMMY_IMPS":{"lastUpdated":"2026-01-02T03:00:00Z","balance":"1111.44"}}""";

    private JuspayPayoutsOptions Options(IApiStateStore? store = null) => new()
    {
        BaseAddress = Sandbox.JuspayAddress,
        ApiKey = SandboxCredentials.JuspayApiKey,
        TimeProvider = Clock,
        StateStore = store,
    };

    private JuspayPayoutsClient Client() => JuspayPayoutsClient.Create(Options());

    private int Calls => Sandbox.Juspay.CallCount("getBalance");

    [Fact]
    public async Task TheMapIsReadWithExactAmounts()
    {
        var balances = await Client().GetBalanceAsync();

        var expected = Sandbox.Juspay.BalancesAt(Clock.GetUtcNow());
        Assert.Equal(expected.Select(balance => balance.Account), balances.Keys);
        Assert.Equal(expected.Select(balance => balance.Total), balances.Values.Select(balance => balance.Balance));
    }

    [Fact]
    public async Task TheKeyIsTheUserNameAndThePasswordIsEmpty()
    {
        await Client().GetBalanceAsync();

        var field = Sandbox.Juspay.Requests[0].Header("Authorization")!;
        Assert.Equal(SandboxCredentials.JuspayApiKey + ":", Encoding.UTF8.GetString(Convert.FromBase64String(field["Basic ".Length..])));
        Assert.Equal("text/plain", Sandbox.Juspay.Requests[0].Header("Accept"));
    }

    [Fact]
    public async Task AThousandCallersCauseOneBalanceCall()
    {
        using var gate = new Gate();
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.HoldUntil(gate.Task));
        var client = Client();
        var calls = Enumerable.Range(0, 1000).Select(_ => client.GetBalanceAsync()).ToArray();
        gate.Open();
        await Task.WhenAll(calls);

        Assert.Equal(1, Calls);
        Assert.Equal(0, Sandbox.Juspay.SimultaneousBalanceCalls);
    }

    [Fact]
    public async Task AnAnswerHoldsForHalfAnHourFromItsLastUpdate()
    {
        var client = Client();
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        var held = await client.GetBalanceResponseAsync();
        Assert.Equal(1, Calls);
        Assert.Equal("1799", held.Headers["Age"]);

        Clock.Advance(TimeSpan.FromSeconds(1));
        await client.GetBalanceAsync();
        Assert.Equal(2, Calls);
    }

    [Fact]
    public async Task TheOldestEntryDecides()
    {
        // The clock starts at 03:04:05; the older entry is from 02:40:00, so it holds until 03:10:00.
        var server = new StubServer(_ => StubServer.Json("""
            {"A_IMPS":{"lastUpdated":"2026-01-02T03:04:00Z","balance":"1"},"B_UPI":{"lastUpdated":"2026-01-02T02:40:00Z","balance":"2.50"}}
            """));
        var client = JuspayPayoutsClient.Create(Options(), server);
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromSeconds(354));
        await client.GetBalanceAsync();
        Assert.Single(server.Requests);

        Clock.Advance(TimeSpan.FromSeconds(1));
        await client.GetBalanceAsync();
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task AnUpdateInTheFutureHoldsNoLongerThanHalfAnHourFromReceipt()
    {
        var server = new StubServer(_ => StubServer.Json("""{"A_IMPS":{"lastUpdated":"2027-01-01T00:00:00Z","balance":"1"}}"""));
        var client = JuspayPayoutsClient.Create(Options(), server);
        await client.GetBalanceAsync();
        Clock.Advance(TimeSpan.FromMinutes(30));
        await client.GetBalanceAsync();

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z", 1)]
    [InlineData("0001-01-01T00:00:00Z", 2)]
    public async Task AnUpdateAtTheEdgeOfTheCalendarIsNoFailure(string lastUpdated, int calls)
    {
        var server = new StubServer(_ =>
        {
            var response = StubServer.Json($$$"""{"A_IMPS":{"lastUpdated":"{{{lastUpdated}}}","balance":"1"}}""");
            response.Headers.Date = Clock.GetUtcNow().AddMinutes(1);
            return response;
        });
        var client = JuspayPayoutsClient.Create(Options(), server);
        await client.GetBalanceAsync();
        await client.GetBalanceAsync();

        Assert.Equal(calls, server.Requests.Count);
    }

    [Theory]
    [InlineData(-7200, 2)]
    [InlineData(-6, 2)]
    [InlineData(-3, 1)]
    public async Task AClockThatIsSetBackDoesNotLengthenTheHoldButAFleetsMayDiffer(int seconds, int calls)
    {
        var store = new MemoryStateStore(Clock);
        await JuspayPayoutsClient.Create(Options(store)).GetBalanceAsync();
        var options = Options(store);
        options.TimeProvider = new Specwright.Testing.ManualTimeProvider(Clock.GetUtcNow().AddSeconds(seconds));
        await JuspayPayoutsClient.Create(options).GetBalanceAsync();

        Assert.Equal(calls, Calls);
    }

    [Fact]
    public async Task AByteOrderMarkIsPassedOver()
    {
        var server = new StubServer(_ => StubServer.Json("\uFEFF" + OneEntry, mediaType: "text/html"));
        var client = JuspayPayoutsClient.Create(Options(), server);

        Assert.Equal(1111.44m, (await client.GetBalanceAsync())["DUMMY_IMPS"].Balance);
        await client.GetBalanceAsync();
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task AnAnswerWithoutEntriesIsNoFailureAndIsNotHeld()
    {
        var server = new StubServer(_ => StubServer.Json("{}"));
        var client = JuspayPayoutsClient.Create(Options(), server);

        Assert.Empty(await client.GetBalanceAsync());
        Assert.Empty(await client.GetBalanceAsync());
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task ARefreshAsksAnewAndItsAnswerIsHeld()
    {
        var client = Client();
        await client.GetBalanceAsync();
        await client.RefreshBalancesAsync();
        Assert.Equal(2, Calls);

        await client.GetBalanceAsync();
        Assert.Equal(2, Calls);
    }

    [Fact]
    public async Task ARefreshJoinsACallUnderWay()
    {
        using var gate = new Gate();
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.HoldUntil(gate.Task));
        var client = Client();
        var plain = client.GetBalanceAsync();
        var refresh = client.RefreshBalancesAsync();
        gate.Open();
        await Task.WhenAll(plain, refresh);

        Assert.Equal(1, Calls);
    }

    [Fact]
    public async Task AFailedRefreshLeavesWhatIsHeld()
    {
        var client = Client();
        var before = await client.GetBalanceAsync();
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.InternalServerError);

        await Assert.ThrowsAnyAsync<ApiException>(() => client.RefreshBalancesAsync());

        Assert.Equal(before.Values.Select(balance => balance.Balance), (await client.GetBalanceAsync()).Values.Select(balance => balance.Balance));
        Assert.Equal(2, Calls);
    }

    [Fact]
    public async Task AFailureReachesAllWhoWaitAndIsNotHeld()
    {
        using var gate = new Gate();
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.All(SandboxFault.HoldUntil(gate.Task), SandboxFault.InternalServerError));
        var client = Client();
        var calls = Enumerable.Range(0, 20).Select(_ => client.GetBalanceAsync()).ToArray();
        gate.Open();

        foreach (var call in calls)
        {
            var exception = await Assert.ThrowsAsync<ApiException<ErrorBody>>(() => call);
            Assert.Equal(500, exception.StatusCode);
            Assert.Equal("E06", exception.ErrorCode);
        }
        Assert.Equal(1, Calls);
        await client.GetBalanceAsync();
        Assert.Equal(2, Calls);
    }

    [Fact]
    public async Task AnotherKeyHasItsOwnAnswer()
    {
        var store = new MemoryStateStore(Clock);
        SandboxOptions.Juspay.ApiKeys.Add("OTHERKEY");
        await JuspayPayoutsClient.Create(Options(store)).GetBalanceAsync();
        var other = Options(store);
        other.ApiKey = "OTHERKEY";
        await JuspayPayoutsClient.Create(other).GetBalanceAsync();

        Assert.Equal(2, Calls);
    }

    [Fact]
    public async Task TwoProcessesOverOneStoreCallOnce()
    {
        var store = new MemoryStateStore(Clock);
        var first = await JuspayPayoutsClient.Create(Options(store)).GetBalanceAsync();
        var second = await JuspayPayoutsClient.Create(Options(store)).GetBalanceAsync();

        Assert.Equal(1, Calls);
        Assert.Equal(first.Select(entry => (entry.Key, entry.Value.Balance)), second.Select(entry => (entry.Key, entry.Value.Balance)));
    }

    [Theory]
    [InlineData(JuspayErrorShape.Wrapped, "E02")]
    [InlineData(JuspayErrorShape.Flat, "E02")]
    [InlineData(JuspayErrorShape.Empty, null)]
    public async Task AWrongKeyIsFinalInEachErrorShape(JuspayErrorShape shape, string? code)
    {
        SandboxOptions.Juspay.ErrorShape = shape;
        var options = Options();
        options.ApiKey = "wrong";

        var exception = await Assert.ThrowsAsync<ApiException<ErrorBody>>(() => JuspayPayoutsClient.Create(options).GetBalanceAsync());

        Assert.Equal(401, exception.StatusCode);
        Assert.Equal(code, exception.ErrorCode);
        Assert.Equal(1, Calls);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\"no\"")]
    [InlineData("<html>down</html>")]
    public async Task AnErrorBodyThatIsNoObjectStillHasItsStatus(string body)
    {
        var server = new StubServer(_ => StubServer.Json(body, HttpStatusCode.BadRequest));

        Assert.Equal(400, (await Assert.ThrowsAnyAsync<ApiException>(() => JuspayPayoutsClient.Create(Options(), server).GetBalanceAsync())).StatusCode);
    }

    [Theory]
    [InlineData("""{"errorMessage":"m","error":true,"userMessage":"u","errorCode":"E06"}""")]
    [InlineData("""{"response":{"errorMessage":"m","error":true,"userMessage":"u","errorCode":"E06"},"code":500}""")]
    [InlineData("""{"response":{"errorMessage":"m","userMessage":"u","errorCode":"E06"},"code":"500"}""")]
    public async Task AnErrorInAnHttp200IsAnErrorAndIsNotHeld(string body)
    {
        var answers = new Queue<string>([body, OneEntry]);
        var server = new StubServer(_ => StubServer.Json(answers.Dequeue()));
        var client = JuspayPayoutsClient.Create(Options(), server);

        var exception = await Assert.ThrowsAsync<JuspayException>(() => client.GetBalanceAsync());

        Assert.Equal("E06", exception.ErrorCode);
        Assert.Equal("u", exception.UserMessage);
        Assert.Equal("getBalance: Juspay refused the call (E06: m)", exception.Message);
        Assert.Equal(1111.44m, (await client.GetBalanceAsync())["DUMMY_IMPS"].Balance);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    public async Task TheAnswerIsJsonWhateverItsContentTypeSays(string mediaType)
    {
        var server = new StubServer(_ => StubServer.Json(OneEntry, mediaType: mediaType));

        Assert.Equal(1111.44m, (await JuspayPayoutsClient.Create(Options(), server).GetBalanceAsync())["DUMMY_IMPS"].Balance);
    }

    [Fact]
    public async Task ABodyThatIsCutOffSaysSo()
    {
        Sandbox.Juspay.Faults.Enqueue(SandboxFault.TruncatedBody);

        Assert.Contains("cut off", (await Assert.ThrowsAnyAsync<ApiException>(() => Client().GetBalanceAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingKeyIsNamed()
    {
        var options = Options();
        options.ApiKey = null;

        Assert.Equal("JuspayPayoutsOptions.ApiKey is not set.", Assert.Throws<ApiConfigurationException>(() => JuspayPayoutsClient.Create(options)).Message);
    }

    [Fact]
    public void AHoldLongerThanTheServersIsRefused()
    {
        var options = Options();
        options.BalanceHold = TimeSpan.FromMinutes(31);

        Assert.Contains("BalanceHold", Assert.Throws<ApiConfigurationException>(() => JuspayPayoutsClient.Create(options)).Message, StringComparison.Ordinal);
    }
}
