using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Payments.Sandbox;

public sealed class HyperSdkDeviceTests : IDisposable
{
    private const string Signed = $""", "merchantKeyId":"{SandboxCredentials.HyperMerchantKeyId}", "signaturePayload":"x", "signature":"c2ln" """;

    [ThreadStatic]
    private static bool s_isInsideCall;

    private readonly ManualClock _clock = new();
    private readonly HyperSdkDeviceOptions _options = new() { SendsLoaderEvents = false };
    private readonly HyperSdkDevice _device;
    private readonly Channel<JsonNode> _events = Channel.CreateUnbounded<JsonNode>();

    public HyperSdkDeviceTests()
    {
        _device = new HyperSdkDevice(_options, seed: 7, _clock);
        _device.EventReceived += json => _events.Writer.TryWrite(JsonNode.Parse(json)!);
    }

    public void Dispose() => _device.Dispose();

    [Fact]
    public async Task Initiate_EndsWithInitiateResult()
    {
        Assert.False(_device.IsInitialised);
        _device.Initiate(InitiatePayload());
        var answer = await NextAsync();

        Assert.True(_device.IsInitialised);
        Assert.Equal("initiate_result", (string?)answer["event"]);
        Assert.Equal("i-1", (string?)answer["requestId"]);
        Assert.Equal("success", (string?)answer["payload"]!["status"]);
        Assert.False((bool)answer["error"]!);
    }

    [Fact]
    public async Task CheckBalance_AnswersTheFiguresOfNow()
    {
        await InitiatedAsync();

        Assert.True(_device.Process(CheckBalance("r-1")));
        var answer = await NextAsync();

        var expected = _device.BalanceAt(_clock.GetUtcNow());
        Assert.Equal("process_result", (string?)answer["event"]);
        Assert.Equal("r-1", (string?)answer["requestId"]);
        Assert.Equal("SUCCESS", (string?)answer["payload"]!["status"]);
        Assert.Equal(Money.TwoPlaces(expected.Total), (string?)answer["payload"]!["balance"]);
        Assert.Equal(Money.TwoPlaces(expected.Available), (string?)answer["payload"]!["availableBalance"]);
        Assert.Equal("{}", (string?)answer["payload"]!["otherInfo"]);
        Assert.Equal(string.Empty, (string?)answer["errorCode"]);
    }

    [Fact]
    public async Task Process_BeforeInitiate_IsFalseAndSilent()
    {
        Assert.False(_device.Process(CheckBalance("lost")));
        await InitiatedAsync();
        _device.Process(CheckBalance("r-1"));

        Assert.Equal("r-1", (string?)(await NextAsync())["requestId"]);
        Assert.Equal(0, _device.Calls.Count(call => call.RequestId == "lost"));
    }

    [Fact]
    public async Task MalformedJson_IsSwallowed()
    {
        _device.Initiate("{");
        await InitiatedAsync();
        Assert.True(_device.Process("not json"));
        Assert.True(_device.Process("[1]"));
        _device.Process(CheckBalance("r-1"));

        Assert.Equal("r-1", (string?)(await NextAsync())["requestId"]);
    }

    [Theory]
    [InlineData("""{"requestId":"x","service":"in.juspay.hyperapi","payload":{"action":"upiNothing"}}""", "JP_001", "Unknown event")]
    [InlineData("""{"requestId":"x","service":"in.juspay.hyperapi","payload":{"action":"upiCheckBalance","upiRequestId":"u"}}""", "JP_001", "accountReferenceId is missing")]
    [InlineData("""{"requestId":"x","service":"in.juspay.hyperapi","payload":{"action":"upiCheckBalance","upiRequestId":5,"accountReferenceId":"a"}}""", "JP_003", "Type mismatch: upiRequestId")]
    [InlineData("""{"requestId":"x","service":"in.juspay.hyperapi","payload":{"action":"upiGetSessionToken","merchantKeyId":"other","signaturePayload":"x","signature":"x"}}""", "JP_001", "merchantKeyId is unknown")]
    [InlineData("""{"requestId":"x","service":"in.juspay.hyperapi","payload":"p"}""", "JP_003", "Type mismatch: payload")]
    [InlineData("""{"requestId":"x","service":"other","payload":{"action":"upiGetSessionToken"}}""", "JP_001", "service is unknown")]
    public async Task AWrongPayload_IsAnErrorOfTheSdk(string json, string code, string message)
    {
        await InitiatedAsync();
        _device.Process(json);
        var answer = await NextAsync();

        Assert.True((bool)answer["error"]!);
        Assert.Equal(code, (string?)answer["errorCode"]);
        Assert.Equal(message, (string?)answer["errorMessage"]);
        Assert.Empty((JsonObject)answer["payload"]!);
    }

    [Fact]
    public async Task TwoPagesAtOnce_AreRefusedWithJp001()
    {
        _options.UserDelay = TimeSpan.FromSeconds(20);
        await InitiatedAsync();
        _device.Process(CheckBalance("first"));
        _device.Process(CheckBalance("second"));

        var refused = await NextAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        var answered = await NextAsync();

        Assert.Equal(("second", "JP_001"), ((string?)refused["requestId"], (string?)refused["errorCode"]));
        Assert.Equal(("first", string.Empty), ((string?)answered["requestId"], (string?)answered["errorCode"]));
    }

    [Fact]
    public async Task ACallWithoutAPage_IsAnsweredWhileAPageIsShown()
    {
        _options.UserDelay = TimeSpan.FromSeconds(20);
        await InitiatedAsync();
        _device.Process(CheckBalance("page"));
        _device.Process(SessionToken("headless"));

        var answer = await NextAsync();

        Assert.Equal("headless", (string?)answer["requestId"]);
        Assert.Equal(SandboxCredentials.HyperAccountReferenceId, (string?)answer["payload"]!["vpaAccounts"]![0]!["account"]!["accountReferenceId"]);
    }

    [Fact]
    public async Task BackPress_ClosesThePageWithJp002AndIsNotConsumedOtherwise()
    {
        _options.UserDelay = TimeSpan.FromSeconds(20);
        await InitiatedAsync();
        Assert.False(_device.OnBackPressed());
        _device.Process(CheckBalance("r-1"));
        Assert.True(_device.IsPageShown);

        Assert.True(_device.OnBackPressed());
        var answer = await NextAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        _device.Process(SessionToken("next"));

        Assert.Equal("JP_002", (string?)answer["errorCode"]);
        Assert.Equal("next", (string?)(await NextAsync())["requestId"]);
    }

    [Fact]
    public async Task Terminate_LeavesCallsUnanswered()
    {
        _options.UserDelay = TimeSpan.FromSeconds(20);
        await InitiatedAsync();
        _device.Process(CheckBalance("lost"));
        _device.Terminate();

        Assert.False(_device.IsInitialised);
        Assert.False(_device.Process(CheckBalance("dropped")));
        await InitiatedAsync();
        _clock.Advance(TimeSpan.FromSeconds(20));
        _device.Process(SessionToken("next"));

        Assert.Equal("next", (string?)(await NextAsync())["requestId"]);
    }

    [Fact]
    public async Task LoaderEvents_SurroundAPage()
    {
        _options.SendsLoaderEvents = true;
        await InitiatedAsync();
        _device.Process(CheckBalance("r-1"));

        Assert.Equal("show_loader", (string?)(await NextAsync())["event"]);
        Assert.Equal("hide_loader", (string?)(await NextAsync())["event"]);
        Assert.Equal("process_result", (string?)(await NextAsync())["event"]);
    }

    [Fact]
    public async Task Events_AreNeverRaisedInsideACallToTheDevice()
    {
        var raisedInside = false;
        _device.EventReceived += _ => raisedInside |= s_isInsideCall;
        _options.AnswerDelay = TimeSpan.FromSeconds(1);
        _options.UserDelay = TimeSpan.FromSeconds(20);
        // Loader events and the answer to a back press are queued by the call itself, without a delay to carry them off its thread.
        _options.SendsLoaderEvents = true;

        Inside(() => _device.Initiate(InitiatePayload()));
        await NextAsync();
        Inside(() => _device.Process(CheckBalance("page")));
        await NextAsync();
        Inside(() => _device.OnBackPressed());
        await NextAsync();
        await NextAsync();
        Inside(() => _device.Process(SessionToken("r-1")));
        Inside(() => _clock.Advance(TimeSpan.FromSeconds(1)));
        await NextAsync();

        Assert.False(raisedInside);

        static void Inside(Action call)
        {
            s_isInsideCall = true;
            call();
            s_isInsideCall = false;
        }
    }

    [Fact]
    public async Task OutOfOrder_ComesBehindTheNextAnswer()
    {
        await InitiatedAsync();
        _device.Faults.Enqueue(HyperSdkFault.OutOfOrder, "upiCheckBalance");
        _device.Process(CheckBalance("first"));
        while (_device.IsPageShown)
        {
            await Task.Yield();
        }
        _device.Process(SessionToken("second"));

        Assert.Equal("second", (string?)(await NextAsync())["requestId"]);
        Assert.Equal("first", (string?)(await NextAsync())["requestId"]);
    }

    [Fact]
    public async Task Duplicate_ComesTwice()
    {
        await InitiatedAsync();
        _device.Faults.Enqueue(HyperSdkFault.Duplicate);
        _device.Process(CheckBalance("r-1"));

        Assert.True(JsonNode.DeepEquals(await NextAsync(), await NextAsync()));
    }

    [Fact]
    public async Task Missing_NeverComes()
    {
        await InitiatedAsync();
        _device.Faults.Enqueue(HyperSdkFault.Missing);
        _device.Process(SessionToken("lost"));
        _device.Process(SessionToken("next"));

        Assert.Equal("next", (string?)(await NextAsync())["requestId"]);
    }

    [Fact]
    public async Task Late_ComesWhenItsTimeHasPassed()
    {
        await InitiatedAsync();
        _device.Faults.Enqueue(HyperSdkFault.Late(TimeSpan.FromMinutes(3)));
        _device.Process(SessionToken("late"));
        await _clock.TimerStartedAsync();
        _device.Process(SessionToken("soon"));
        var first = await NextAsync();
        _clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal("soon", (string?)first["requestId"]);
        Assert.Equal("late", (string?)(await NextAsync())["requestId"]);
    }

    [Fact]
    public async Task LateUntil_ComesWhenTheGateOpens()
    {
        var gate = new TaskCompletionSource();
        await InitiatedAsync();
        _device.Faults.Enqueue(HyperSdkFault.LateUntil(gate.Task), "upiCheckBalance");
        _device.Process(CheckBalance("late"));
        _device.Process(SessionToken("soon"));
        var first = await NextAsync();
        gate.SetResult();

        Assert.Equal("soon", (string?)first["requestId"]);
        Assert.Equal("late", (string?)(await NextAsync())["requestId"]);
    }

    [Fact]
    public async Task StrayEvent_ComesBeforeTheAnswer()
    {
        await InitiatedAsync();
        _device.Faults.Enqueue(HyperSdkFault.StrayEvent);
        _device.Process(CheckBalance("r-1"));

        Assert.NotEqual("r-1", (string?)(await NextAsync())["requestId"]);
        Assert.Equal("r-1", (string?)(await NextAsync())["requestId"]);
    }

    [Fact]
    public async Task UserAborts_IsJp002()
    {
        await InitiatedAsync();
        _device.Faults.Enqueue(HyperSdkFault.UserAborts);
        _device.Process(CheckBalance("r-1"));
        var answer = await NextAsync();

        Assert.Equal("JP_002", (string?)answer["errorCode"]);
        Assert.Empty((JsonObject)answer["payload"]!);
    }

    [Fact]
    public async Task Failure_IsAFailureOfTheBankOnly()
    {
        await InitiatedAsync();
        _device.Faults.Enqueue(HyperSdkFault.Failure("ZM", "Wrong PIN"));
        _device.Process(CheckBalance("r-1"));
        var answer = await NextAsync();

        Assert.False((bool)answer["error"]!);
        Assert.Equal("FAILURE", (string?)answer["payload"]!["status"]);
        Assert.Equal("ZM", (string?)answer["payload"]!["gatewayResponseCode"]);
        Assert.Null(answer["payload"]!["balance"]);
    }

    [Fact]
    public async Task BalanceFaults_ChangeTheOptionalFigures()
    {
        await InitiatedAsync();
        _device.Faults.Enqueue(HyperSdkFault.BalanceMissing);
        _device.Process(CheckBalance("r-1"));
        var missing = await NextAsync();
        _device.Faults.Enqueue(HyperSdkFault.BalanceText(" +5,000 "));
        _device.Process(CheckBalance("r-2"));
        var odd = await NextAsync();

        Assert.Equal("SUCCESS", (string?)missing["payload"]!["status"]);
        Assert.Null(missing["payload"]!["balance"]);
        Assert.Equal(" +5,000 ", (string?)odd["payload"]!["balance"]);
    }

    [Fact]
    public async Task SendMoney_LowersTheBalanceAndCanBeAskedFor()
    {
        await InitiatedAsync();
        var before = _device.BalanceAt(_clock.GetUtcNow());
        _device.Process(Payload("pay", "upiSendMoney",
            $$""", "upiRequestId":"u-9", "accountReferenceId":"{{SandboxCredentials.HyperAccountReferenceId}}", "payType":"P2P_PAY", "customerVpa":"a@b", "payeeVpa":"c@d", "payeeName":"C", "amount":"2.00", "remarks":"r", "timestamp":"1"{{Signed}} """));
        var paid = await NextAsync();
        _device.Process(Payload("ask", "upiTransactionStatus", """, "upiRequestId":"u-9" """));
        var known = await NextAsync();
        _device.Process(Payload("ask", "upiTxnStatus", """, "upiRequestId":"u-0" """));
        var unknown = await NextAsync();

        Assert.Equal("SUCCESS", (string?)paid["payload"]!["status"]);
        Assert.Equal(before.Total - 2.00m, _device.BalanceAt(_clock.GetUtcNow()).Total);
        Assert.Equal("2.00", (string?)known["payload"]!["amount"]);
        Assert.Equal("FAILURE", (string?)unknown["payload"]!["status"]);
    }

    [Fact]
    public async Task AnInitiateFault_LeavesTheDeviceUninitialised()
    {
        _device.Faults.Enqueue(HyperSdkFault.Error("JP_005", "No internet"), "initiate");
        _device.Initiate(InitiatePayload());
        var answer = await NextAsync();

        Assert.Equal("JP_005", (string?)answer["errorCode"]);
        Assert.False(_device.IsInitialised);
    }

    [Fact]
    public async Task ASecondInitiate_IsRefused()
    {
        await InitiatedAsync();
        _device.Initiate(InitiatePayload());

        Assert.Equal("JP_001", (string?)(await NextAsync())["errorCode"]);
        Assert.True(_device.IsInitialised);
    }

    [Theory]
    [InlineData("{\\\"merchant_id\\\":\\\"m\\\"}", "")]
    [InlineData("{\\\"merchant_id\\\":\\\"n\\\"}", "JP_001")]
    public async Task AMerchantKey_MakesTheSignatureCount(string signaturePayload, string code)
    {
        using var key = RSA.Create(2048);
        _options.MerchantPublicKeyPem = key.ExportSubjectPublicKeyInfoPem();
        var signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes("{\"merchant_id\":\"m\"}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        _device.Initiate(InitiatePayload(signaturePayload, signature));

        Assert.Equal(code, (string?)(await NextAsync())["errorCode"]);
    }

    private static string InitiatePayload(string signaturePayload = "{}", string signature = "c2ln") =>
        $$"""
        {"requestId":"i-1","service":"in.juspay.hyperapi","payload":{"action":"initiate","clientId":"{{SandboxCredentials.HyperClientId}}",
         "merchantKeyId":"{{SandboxCredentials.HyperMerchantKeyId}}","environment":"sandbox","issuingPsp":"YES_BIZ",
         "signaturePayload":"{{signaturePayload}}","signature":"{{signature}}" } }
        """;

    private static string SessionToken(string requestId) => Payload(requestId, "upiGetSessionToken", Signed);

    private static string CheckBalance(string requestId) =>
        Payload(requestId, "upiCheckBalance", $$""", "upiRequestId":"u-1", "accountReferenceId":"{{SandboxCredentials.HyperAccountReferenceId}}" """);

    private static string Payload(string requestId, string action, string more = "") =>
        $$"""{"requestId":"{{requestId}}","service":"in.juspay.hyperapi","payload":{"action":"{{action}}"{{more}} } }""";

    private async Task InitiatedAsync()
    {
        _device.Initiate(InitiatePayload());
        Assert.Equal("initiate_result", (string?)(await NextAsync())["event"]);
    }

    private async Task<JsonNode> NextAsync() => await _events.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
}
