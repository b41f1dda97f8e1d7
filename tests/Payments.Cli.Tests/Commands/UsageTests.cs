using static Payments.Cli.Rows;

namespace Payments.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("--provider", "paypal")]
    [InlineData("--provider")]
    [InlineData("--watch", "0")]
    [InlineData("--watch", "soon")]
    [InlineData("--timeout", "-1")]
    [InlineData("--timeout", "NaN")]
    [InlineData("--timeout")]
    [InlineData("--seed", "x")]
    [InlineData("--live", "--seed", "3")]
    [InlineData("--jsn")]
    [InlineData("stray")]
    public async Task WrongCommandLine_IsToldOnStandardErrorWithExitCode2(params string[] args)
    {
        var run = new CommandRun { OpenSession = (_, _, _, _, _) => throw new InvalidOperationException("Nothing may be asked.") };

        Assert.Equal(ExitCode.WrongUsage, await run.ExecuteAsync(args));

        Assert.Empty(run.Output);
        Assert.StartsWith("balances: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", run.Error.Replace("look at", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownProvider_IsAnsweredWithTheNames()
    {
        var run = new CommandRun();

        await run.ExecuteAsync("--provider", "paypal");

        Assert.Contains("There is no provider 'paypal'; the providers are cashfree, juspay, gateway, account, hyper-sdk.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_NamesEverySettingAndEveryExitCode()
    {
        var run = new CommandRun();

        Assert.Equal(ExitCode.Succeeded, await run.ExecuteAsync("--help"));

        Assert.All(ProviderTable.All.SelectMany(provider => provider.Settings), setting => Assert.Contains(setting.Name, run.Output, StringComparison.Ordinal));
        Assert.All(ProviderTable.All, provider => Assert.Contains($"  {provider.Name} (", run.Output, StringComparison.Ordinal));
        Assert.All(["  0 ", "  1 ", "  2 ", "  130 "], code => Assert.Contains(code, run.Output, StringComparison.Ordinal));
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task AllAnswers_Give0AndOneFailureGives1()
    {
        var good = new CommandRun { OpenSession = new ScriptedSession().With(ProviderTable.Cashfree, Row("a", "INR", 1m, 0m, 1m)).Open };
        var bad = new CommandRun
        {
            OpenSession = new ScriptedSession()
                .With(ProviderTable.Cashfree, Row("a", "INR", 1m, 0m, 1m))
                .Failing(ProviderTable.Juspay, new Specwright.ApiException("No."))
                .Open,
        };

        Assert.Equal(ExitCode.Succeeded, await good.ExecuteAsync());
        Assert.Equal(ExitCode.SomeFailed, await bad.ExecuteAsync());
    }

    [Fact]
    public async Task SessionThatCannotBeOpened_IsOneSentence()
    {
        var run = new CommandRun { OpenSession = (_, _, _, _, _) => throw new InvalidOperationException("The port is in use.") };

        Assert.Equal(ExitCode.SomeFailed, await run.ExecuteAsync());

        Assert.Equal("balances: The port is in use.\n", run.Error);
    }
}
