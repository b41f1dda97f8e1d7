using Specwright;

namespace Payments.Cli;

public sealed class ReadmeTests
{
    /// <summary>Who runs a command of README or CONTRIBUTING: a test by name, or a line of .ci/run.</summary>
    private static readonly Dictionary<string, string> RunBy = new()
    {
        ["dotnet run --project src/Payments.Cli"] = ".ci/run",
        ["dotnet test Generated.sln"] = ".ci/run",
        ["dotnet run --project build/Specwright.Tool -- verify"] = ".ci/run",
        // Building comes with testing.
        ["dotnet build Generated.sln"] = ".ci/run: dotnet test Generated.sln",
        ["dotnet test tests/Specwright.Generator.Tests --filter FullyQualifiedName~Reading"] = ".ci/run: dotnet test Generated.sln",
        ["SPECWRIGHT_CORPUS=all dotnet test tests/Corpus"] = ".ci/run: dotnet test Generated.sln",
        ["SPECWRIGHT_CORPUS_FOLDER=$HOME/descriptions SPECWRIGHT_CORPUS=all dotnet test tests/Corpus"] = ".ci/run: dotnet test Generated.sln",
        ["SPECWRIGHT_FUZZ_COUNT=100000 SPECWRIGHT_FUZZ_SEED=5000 dotnet test tests/Fuzzing"] = ".ci/run: dotnet test Generated.sln",
        ["SPECWRIGHT_FUZZ_ONLY=4711 dotnet test tests/Fuzzing"] = ".ci/run: dotnet test Generated.sln",
        ["SPECWRIGHT_CORPUS=all dotnet test tests/Differential"] = ".ci/run: dotnet test Generated.sln",
        ["SPECWRIGHT_CORPUS=all dotnet test tests/Conformance"] = ".ci/run: dotnet test Generated.sln",
        ["SPECWRIGHT_RENEW=1 dotnet test tests/Specwright.Generator.Tests --filter FullyQualifiedName~Golden"] = ".ci/run: dotnet test Generated.sln",
        ["SPECWRIGHT_RENEW=1 dotnet test tests/Specwright.Generator.Tests --filter FullyQualifiedName~PublicApi"] = ".ci/run: dotnet test Generated.sln",
        ["dotnet pack build/Packages.slnf"] = "NewConsole_WithThePackageADescriptionAndThreeLines_CallsAServer",
        ["dotnet add package Specwright.Generator"] = "NewConsole_WithThePackageADescriptionAndThreeLines_CallsAServer",
        ["dotnet run --project src/Payments.Cli -- --json --provider cashfree --provider juspay"] = nameof(SandboxRunTests.ReadmesJsonCommand_PrintsTheTwoProviders),
        ["dotnet user-secrets set JUSPAY_API_KEY \"...\" --project src/Payments.Cli"] = nameof(ProcessTests.UserSecrets_AreReadFromTheProjectsOwnFile),
        ["dotnet run --project src/Payments.Cli -- --live"] = nameof(ProcessTests.LiveWithoutAnySetting_NamesThemAllAndFails),
        ["dotnet run --project src/Payments.Sandbox -- --help"] = "Help_NamesTheOptions",
        ["dotnet run --project build/Specwright.Tool -- lint specs/account-api.openapi.yaml"] = "CleanDescription_HasNothingToReport",
        ["dotnet run --project build/Specwright.Tool -- diff main"] = "Revision_IsTakenWithItsOverlayItsFilesAndItsOptions",
        ["dotnet run --project build/Specwright.Tool -- new acme-pay.openapi.yaml --origin https://docs.acme-pay.example/accounts"] = "SixthProvider_FromItsPageToARowInBalances",
        ["dotnet test tests/Payments.Providers.Tests --filter FullyQualifiedName~AcmePay"] = "SixthProvider_FromItsPageToARowInBalances",
        ["dotnet run --project src/Payments.Cli -- --provider acme-pay"] = "SixthProvider_FromItsPageToARowInBalances",
        ["dotnet run --project build/Specwright.Tool -- emit"] = "Emit_WithoutArguments_FindsTheProjectsOfTheRepository",
    };

    public static TheoryData<string> Pages => ["README.md", "CONTRIBUTING.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryCommand_IsRunByCiOrByATest(string page)
    {
        var ci = RepositoryFiles.Read(".ci/run");
        foreach (var command in Markdown.Commands(RepositoryFiles.Read(page)))
        {
            Assert.True(RunBy.TryGetValue(command, out var runBy), $"{page}: nobody is known to run '{command}'.");
            if (runBy == ".ci/run")
            {
                Assert.Contains(command, ci, StringComparison.Ordinal);
            }
            else if (runBy.StartsWith(".ci/run: ", StringComparison.Ordinal))
            {
                Assert.Contains(runBy[".ci/run: ".Length..], ci, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(TestNames(), name => name == runBy);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkToAFile_LeadsSomewhere(string page)
    {
        Assert.All(
            Markdown.FileLinks(RepositoryFiles.Read(page)),
            link => Assert.True(Path.Exists(Path.Combine(RepositoryFolder.Path, link)), $"{page} links to {link}, which is not there."));
    }

    [Fact]
    public async Task PrintedOutput_HasTheColumnsAndAccountsOfTheRealOne()
    {
        var run = new CommandRun();
        await run.ExecuteAsync();

        var printed = Markdown.BlockAfter(RepositoryFiles.Read("README.md"), "balances").TrimEnd('\n').Split('\n');

        Assert.Equal(run.OutputLines[0], printed[0]);
        Assert.Equal(Table(run.OutputLines), Table(printed));
    }

    [Fact]
    public void PrintedSettings_AreThoseOfTheCode()
    {
        var printed = Markdown.TableAfter(RepositoryFiles.Read("README.md"), "settings");

        var real = ProviderTable.All.SelectMany(provider => provider.Settings.Select(
            setting => $"{provider.Name} | {setting.Name} | {setting.Need} | {setting.Meaning}"));
        Assert.Equal(real, printed.Select(cells => string.Join(" | ", cells)));
    }

    [Fact]
    public void GeneratedCodeShown_IsCommittedAsItStands()
    {
        const string Rest = "    …\n";
        var shown = Markdown.BlockAfter(RepositoryFiles.Read("README.md"), "generated");

        Assert.Contains(shown[..shown.IndexOf(Rest, StringComparison.Ordinal)], RepositoryFiles.Read("src/Payments.Providers/Generated/CashfreePayouts.BalanceData.g.cs"), StringComparison.Ordinal);
    }

    // Provider, account and currency: what does not move with time. The header's row has all its cells.
    private static IEnumerable<string> Table(IEnumerable<string> lines) => lines
        .Where(line => line.StartsWith('│'))
        .Select((line, index) => string.Join('|', line.Split('│')[1..^1].Select(cell => cell.Trim()).Take(index == 0 ? int.MaxValue : 3)));

    // Tests of other projects are looked up by their source, since this one does not reference them.
    private static IEnumerable<string> TestNames() =>
        typeof(ReadmeTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name)
            .Concat(Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories)
                .SelectMany(File.ReadLines)
                .Where(line => line.Contains("public ", StringComparison.Ordinal) && line.Contains('('))
                .Select(line => line[..line.IndexOf('(')].Split(' ')[^1]));
}
