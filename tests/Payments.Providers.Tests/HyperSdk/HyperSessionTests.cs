using System.Security.Cryptography;
using Payments.HyperSdk;
using Payments.Sandbox;
using Specwright;

namespace Payments.Tests.HyperSdk;

public sealed class HyperSessionTests : SandboxTest
{
    private HyperSdkOptions Options() => new()
    {
        Bridge = new SandboxBridge(Sandbox.HyperSdk),
        ClientId = SandboxCredentials.HyperClientId,
        MerchantKeyId = SandboxCredentials.HyperMerchantKeyId,
        SignatureSource = new TestSignatureSource(),
        TimeProvider = Clock,
    };

    private static HyperSession Session(HyperSdkOptions options) => new(HyperSdkClient.Create(options), options);

    private Task<CheckBalanceEvent> CheckAsync() => Session(Options()).CheckBalanceAsync(SandboxCredentials.HyperAccountReferenceId);

    [Fact]
    public async Task ABalanceCheckInitiatesFirst()
    {
        var answer = await CheckAsync();

        Assert.Equal(1, Sandbox.HyperSdk.CallCount("initiate"));
        Assert.True(HyperAmount.TryParse(answer.Payload.Balance, out var balance));
        Assert.Equal(Sandbox.HyperSdk.BalanceAt(Clock.GetUtcNow()).Total, balance);
    }

    [Fact]
    public async Task ManyChecksInitiateOnceAndTakeTurns()
    {
        var session = Session(Options());
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => session.CheckBalanceAsync(SandboxCredentials.HyperAccountReferenceId)));

        // The device refuses a second page while one is shown, so that all came through shows the turns.
        Assert.Equal(1, Sandbox.HyperSdk.CallCount("initiate"));
        Assert.Equal(10, Sandbox.HyperSdk.CallCount("upiCheckBalance"));
    }

    [Fact]
    public async Task ASecondCheckWaitsUntilTheFirstHasLeftTheScreen()
    {
        SandboxOptions.HyperSdk.UserDelay = TimeSpan.FromSeconds(10);
        var session = Session(Options());
        await session.EnsureInitiatedAsync();
        // The device refuses a second page while one is shown.
        Task[] checks = [CheckOnceAsync(), CheckOnceAsync()];
        await PageAsync(1);
        Clock.Advance(TimeSpan.FromSeconds(10));
        await PageAsync(2);
        Clock.Advance(TimeSpan.FromSeconds(10));

        await Task.WhenAll(checks);

        Task CheckOnceAsync() => session.CheckBalanceAsync(SandboxCredentials.HyperAccountReferenceId);

        async Task PageAsync(int number)
        {
            while (!(Sandbox.HyperSdk.CallCount("upiCheckBalance") == number && Sandbox.HyperSdk.IsPageShown))
            {
                Assert.DoesNotContain(checks, check => check.IsFaulted);
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task TheSignedTextGoesOverAsItWasSigned()
    {
        using var key = RSA.Create(2048);
        SandboxOptions.HyperSdk.MerchantPublicKeyPem = key.ExportSubjectPublicKeyInfoPem();
        var options = Options();
        options.SignatureSource = new TestSignatureSource(key);

        await Session(options).EnsureInitiatedAsync();

        Assert.True(Sandbox.HyperSdk.IsInitialised);
    }

    [Fact]
    public async Task AnInitiateWhoseCallerLeftIsJoinedByTheNext()
    {
        using var gate = new Gate();
        using var leaving = new CancellationTokenSource();
        Sandbox.HyperSdk.Faults.Enqueue(HyperSdkFault.LateUntil(gate.Task), "initiate");
        var session = Session(Options());
        var first = session.EnsureInitiatedAsync(leaving.Token);
        while (Sandbox.HyperSdk.CallCount("initiate") == 0)
        {
            Assert.False(first.IsFaulted);
            await Task.Yield();
        }
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        var second = session.EnsureInitiatedAsync();
        gate.Open();
        await second;

        Assert.True(Sandbox.HyperSdk.IsInitialised);
        Assert.Equal(1, Sandbox.HyperSdk.CallCount("initiate"));
    }

    [Fact]
    public async Task ASignatureThatNeverComesEndsWithTheTimeLimit()
    {
        var options = Options();
        options.SignatureSource = new SilentSource();
        var call = Session(options).EnsureInitiatedAsync();
        await Clock.TimersStartedAsync(1);
        Clock.Advance(options.ActionTimeout);

        Assert.Equal("initiate: no signature within 180 s", (await Assert.ThrowsAsync<ApiException>(() => call)).Message);
    }

    [Fact]
    public async Task AStateOfTheOnboardingIsNoSuccessOfABalanceCheck()
    {
        Sandbox.HyperSdk.Faults.Enqueue(HyperSdkFault.BankStatus("LINKED", "01", "odd"), "upiCheckBalance");

        Assert.Equal("LINKED", (await Assert.ThrowsAsync<HyperSdkException>(CheckAsync)).Status);
    }

    [Fact]
    public async Task AnAbortByTheUserIsAnErrorOfTheSdkLayer()
    {
        Sandbox.HyperSdk.Faults.Enqueue(HyperSdkFault.UserAborts, "upiCheckBalance");

        var exception = await Assert.ThrowsAsync<ApiException<ErrorEvent>>(CheckAsync);

        Assert.Equal("JP_002", exception.ErrorCode);
        Assert.Equal(422, exception.StatusCode);
    }

    [Fact]
    public async Task ARefusalByTheBankIsAnErrorThoughTheSdkReportsNone()
    {
        Sandbox.HyperSdk.Faults.Enqueue(HyperSdkFault.Failure("ZM", "Wrong code"), "upiCheckBalance");

        var exception = await Assert.ThrowsAsync<HyperSdkException>(CheckAsync);

        Assert.Equal("ZM", exception.ErrorCode);
        Assert.Equal("Wrong code", exception.GatewayResponseMessage);
        Assert.Equal("checkBalance: the bank answered FAILURE (ZM: Wrong code)", exception.Message);
    }

    [Fact]
    public async Task PendingIsNeitherSuccessNorFailure()
    {
        Sandbox.HyperSdk.Faults.Enqueue(HyperSdkFault.BankStatus("PENDING", "01", "later"), "upiCheckBalance");

        Assert.Equal("PENDING", (await CheckAsync()).Payload.Status.Value);
    }

    [Fact]
    public async Task TheStatusIsComparedWithoutCase()
    {
        Sandbox.HyperSdk.Faults.Enqueue(HyperSdkFault.BankStatus("success", "00", "OK"), "upiCheckBalance");

        Assert.Equal("success", (await CheckAsync()).Payload.Status.Value);
    }

    [Theory]
    [InlineData("ClientId")]
    [InlineData("MerchantKeyId")]
    [InlineData("SignatureSource")]
    public async Task ASettingThatInitiateNeedsIsNamed(string setting)
    {
        var options = Options();
        typeof(HyperSdkOptions).GetProperty(setting)!.SetValue(options, null);

        Assert.Equal($"HyperSdkOptions.{setting} is not set.", (await Assert.ThrowsAsync<ApiConfigurationException>(() => Session(options).EnsureInitiatedAsync())).Message);
    }

    [Fact]
    public void AMissingBridgeIsNamed()
        => Assert.Equal("HyperSdkOptions.Bridge is not set.", Assert.Throws<ApiConfigurationException>(() => HyperSdkClient.Create(new HyperSdkOptions())).Message);

    private sealed class SilentSource : IHyperSignatureSource
    {
        public ValueTask<HyperSignature> SignAsync(string action, CancellationToken cancellationToken = default) => new(new TaskCompletionSource<HyperSignature>().Task);
    }
}
