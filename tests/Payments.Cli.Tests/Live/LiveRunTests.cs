using System.Text;
using Payments.Sandbox;

namespace Payments.Cli;

/// <summary><c>--live</c> against a sandbox that stands for the real servers.</summary>
public sealed class LiveRunTests : IAsyncLifetime
{
    private const string CashfreeSecret = "planted-cashfree-secret";
    private const string JuspayKey = "planted-juspay-key";
    private const string GatewaySecret = "planted-gateway-secret";
    private const string AccountSecret = "planted-account-secret-of-32-bytes!!";

    private PaymentsSandbox _sandbox = null!;

    public static TheoryData<string> Providers => ["cashfree", "juspay", "gateway", "account"];

    public async Task InitializeAsync()
    {
        var options = new SandboxOptions();
        options.Cashfree.ClientSecret = CashfreeSecret;
        options.Juspay.ApiKeys.Add(JuspayKey);
        options.Gateway.AppSecret = GatewaySecret;
        options.Account.ClientSecret = AccountSecret;
        _sandbox = await PaymentsSandbox.StartAsync(options);
    }

    public Task DisposeAsync() => _sandbox.DisposeAsync().AsTask();

    [Fact]
    public async Task AllSettingsTogether_ShowTheFourProvidersAndSayThatThereIsNoDevice()
    {
        var run = Configured();

        Assert.Equal(ExitCode.Succeeded, await run.ExecuteAsync("--live"));

        Assert.Contains("│ hyper-sdk ", run.Output, StringComparison.Ordinal);
        Assert.Contains("not available: the Hyper SDK answers on a phone only, and no device is attached here.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Not in the totals: hyper-sdk.", run.OutputLines);
        Assert.DoesNotContain("failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HyperSdkAskedForByName_CountsAsFailed()
    {
        Assert.Equal(ExitCode.SomeFailed, await Configured().ExecuteAsync("--live", "--provider", "hyper-sdk"));
    }

    [Fact]
    public async Task ProviderWithoutAnySetting_IsNamedWithWhatItNeedsAndDoesNotCount()
    {
        var run = Configured();
        run.Settings.Remove("JUSPAY_API_KEY");
        run.Settings.Remove("JUSPAY_BASE_ADDRESS");

        Assert.Equal(ExitCode.Succeeded, await run.ExecuteAsync("--live"));

        Assert.Contains("not configured: JUSPAY_API_KEY is not set.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProviderWithoutAnySetting_CountsWhenItIsAskedForByName()
    {
        var run = new CommandRun();

        Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync("--live", "--provider", "cashfree"));

        Assert.Contains("not configured: CASHFREE_CLIENT_ID, CASHFREE_CLIENT_SECRET are not set.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task OneMissingCredentialOfAProviderInUse_IsNamedAndFails(string provider)
    {
        foreach (var missing in ProviderTable.Find(provider)!.Settings.Where(setting => setting.IsRequired))
        {
            var run = Configured();
            run.Settings.Remove(missing.Name);

            Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync("--live", "--provider", provider));

            Assert.Contains($": {missing.Name} is not set.", run.Output, StringComparison.Ordinal);
            AssertNoSecret(run);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task WrongKey_IsOneRowThatNamesTheSettingsToCheck(string provider)
    {
        var run = Configured();
        var secret = ProviderTable.Find(provider)!.Settings.Single(setting => setting.IsSecret);
        run.Settings[secret.Name] = "planted-wrong-key-of-at-least-32-bytes!!";

        Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync("--live"));

        var row = Assert.Single(run.OutputLines, line => line.StartsWith($"│ {provider} ", StringComparison.Ordinal));
        Assert.Contains("Check ", row, StringComparison.Ordinal);
        Assert.Contains(secret.Name, row, StringComparison.Ordinal);
        AssertNoSecret(run);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task UnreachableHost_IsOneRowThatNamesTheAddressSetting(string provider)
    {
        var address = ProviderTable.Find(provider)!.BaseAddress!;
        var run = Configured();
        // Nothing listens on the discard port of loopback.
        run.Settings[address.Name] = "http://127.0.0.1:9/";

        Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync("--live", "--provider", provider));

        Assert.Contains($"Check {address.Name}.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task AddressWithoutHttps_IsRefusedBeforeAnythingIsSent(string provider)
    {
        var address = ProviderTable.Find(provider)!.BaseAddress!;
        var run = Configured();
        run.Settings[address.Name] = "http://payments.example/";

        Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync("--live", "--provider", provider));

        Assert.Contains($"failed: {address.Name} must be an https address", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerThatRepeatsTheKey_DoesNotGetItPrinted()
    {
        var run = Configured();
        var echo = $$"""{"errorMessage":"no such key {{JuspayKey}}","userMessage":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(JuspayKey + ":"))}}","errorCode":"E02"}""";
        _sandbox.Juspay.Faults.Stick(SandboxFault.Respond(401, echo));

        Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync("--live", "--provider", "juspay", "--verbose"));

        AssertNoSecret(run);
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("--verbose")]
    [InlineData("--verbose", "--json")]
    public async Task NoSecret_IsPrintedInAnyModeWhetherProvidersAnswerOrFail(params string[] mode)
    {
        var good = Configured();
        await good.ExecuteAsync(["--live", .. mode]);
        foreach (var provider in _sandbox.Providers)
        {
            provider.Faults.Stick(SandboxFault.Respond(500, string.Join(' ', Secrets), "text/plain"));
        }
        var bad = Configured();
        Assert.Equal(ExitCode.SomeFailed, await bad.ExecuteAsync(["--live", .. mode]));

        AssertNoSecret(good);
        AssertNoSecret(bad);
    }

    private static IEnumerable<string> Secrets => [CashfreeSecret, JuspayKey, GatewaySecret, AccountSecret, "planted-wrong-key"];

    private static void AssertNoSecret(CommandRun run)
    {
        Assert.NotEmpty(run.Output);
        foreach (var secret in Secrets)
        {
            Assert.DoesNotContain(secret, run.Everything, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret + ":")), run.Everything, StringComparison.Ordinal);
        }
    }

    private CommandRun Configured()
    {
        var run = new CommandRun();
        foreach (var (name, value) in new (string, string)[]
        {
            ("CASHFREE_BASE_ADDRESS", _sandbox.CashfreeAddress.AbsoluteUri),
            ("CASHFREE_CLIENT_ID", SandboxCredentials.CashfreeClientId),
            ("CASHFREE_CLIENT_SECRET", CashfreeSecret),
            ("JUSPAY_BASE_ADDRESS", _sandbox.JuspayAddress.AbsoluteUri),
            ("JUSPAY_API_KEY", JuspayKey),
            ("GATEWAY_BASE_ADDRESS", _sandbox.GatewayAddress.AbsoluteUri),
            ("GATEWAY_APP_ID", SandboxCredentials.GatewayAppId),
            ("GATEWAY_APP_SECRET", GatewaySecret),
            ("GATEWAY_CURRENCIES", "INR,USD"),
            ("GATEWAY_VERIFICATION", "enforce"),
            ("ACCOUNT_BASE_ADDRESS", _sandbox.AccountAddress.AbsoluteUri),
            ("ACCOUNT_CLIENT_ID", SandboxCredentials.AccountClientId),
            ("ACCOUNT_CLIENT_SECRET", AccountSecret),
        })
        {
            run.Settings[name] = value;
        }
        return run;
    }
}
