using System.Net;
using Microsoft.Extensions.Configuration;

namespace Payments.Cli;

public sealed class LiveSettingsTests
{
    private static LiveSettings With(Setting setting, string value) =>
        LiveSettings.Read(builder => builder.AddInMemoryCollection(new Dictionary<string, string?> { [setting.Name] = value }));

    [Theory]
    [InlineData("somewhere else")]
    [InlineData("/path")]
    [InlineData("ftp://host/")]
    [InlineData("https:///x")]
    [InlineData("http://gateway.example/")]
    [InlineData("https://user:secretpart@host/")]
    [InlineData("https://host/?secretpart=1")]
    public void AddressThatIsNotPlainHttps_IsRefusedByTheNameOfItsSetting(string value)
    {
        var error = Assert.Throws<BadSettingException>(() => With(GatewayProvider.BaseAddress, value).Address(GatewayProvider.BaseAddress));

        Assert.StartsWith("GATEWAY_BASE_ADDRESS ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secretpart", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://host/v2")]
    [InlineData("http://127.0.0.1:8080/")]
    [InlineData("http://localhost/")]
    public void HttpsAndLoopbackAddresses_AreTaken(string value)
    {
        Assert.Equal(new Uri(value), With(GatewayProvider.BaseAddress, value).Address(GatewayProvider.BaseAddress));
    }

    [Fact]
    public void BlankValue_CountsAsNotSet()
    {
        var settings = With(JuspayProvider.ApiKey, "  ");

        Assert.Null(settings[JuspayProvider.ApiKey]);
        Assert.False(settings.HasAny(ProviderTable.Juspay));
        Assert.Equal([JuspayProvider.ApiKey], settings.Missing(ProviderTable.Juspay));
    }

    [Fact]
    public void Currencies_AreReadFromAList()
    {
        Assert.Equal(["INR", "USD"], With(GatewayProvider.Currencies, "inr, USD,INR").Currencies(GatewayProvider.Currencies));
        Assert.Throws<BadSettingException>(() => With(GatewayProvider.Currencies, "rupees").Currencies(GatewayProvider.Currencies));
    }

    [Fact]
    public void WordsAddressesAndKeyFiles_AreChecked()
    {
        Assert.Equal("enforce", With(GatewayProvider.Verification, "Enforce").OneOf(GatewayProvider.Verification, "off", "report", "enforce"));
        Assert.Throws<BadSettingException>(() => With(GatewayProvider.Verification, "on").OneOf(GatewayProvider.Verification, "off", "report", "enforce"));
        Assert.Equal(IPAddress.Loopback, With(AccountProvider.LocalAddress, "127.0.0.1").LocalAddress(AccountProvider.LocalAddress));
        Assert.Throws<BadSettingException>(() => With(AccountProvider.LocalAddress, "here").LocalAddress(AccountProvider.LocalAddress));
        Assert.Throws<BadSettingException>(() => With(CashfreeProvider.PublicKeyFile, "/no/such/file").PublicKey(CashfreeProvider.PublicKeyFile));
        Assert.Throws<BadSettingException>(() =>
            With(CashfreeProvider.PublicKeyFile, typeof(LiveSettingsTests).Assembly.Location).PublicKey(CashfreeProvider.PublicKeyFile));
    }

    [Fact]
    public void EverySetting_IsDeclaredOnceAndEverySecretIsACredential()
    {
        var settings = ProviderTable.All.SelectMany(provider => provider.Settings).ToList();

        Assert.Equal(settings.Count, settings.Select(setting => setting.Name).Distinct().Count());
        Assert.All(settings.Where(setting => setting.IsSecret), setting => Assert.True(setting.IsCredential));
        Assert.All(settings.Where(setting => setting.Name.Contains("SECRET", StringComparison.Ordinal) || setting.Name.EndsWith("_KEY", StringComparison.Ordinal)),
            setting => Assert.True(setting.IsSecret));
    }

    [Fact]
    public async Task BrokenUserSecretsFile_IsOneSentenceWithItsPathAndNothingFromInside()
    {
        var path = Path.Combine(Path.GetTempPath(), $"secrets-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, """{ "JUSPAY_API_KEY": "planted-value" "oops" }""");
        try
        {
            var run = new CommandRun { AddSettings = builder => builder.AddJsonFile(path, optional: true) };

            Assert.Equal(ExitCode.WrongUsage, await run.ExecuteAsync("--live", "--verbose"));

            Assert.StartsWith($"balances: The user secrets cannot be read: {path} is not a readable JSON file.\n", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("planted-value", run.Everything, StringComparison.Ordinal);
            Assert.Empty(run.Output);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
