using System.Text.RegularExpressions;

namespace Specwright.Tool;

/// <summary>What <c>specwright new</c> writes and says. That it builds without a warning and that its test passes is shown by the walk-through of CONTRIBUTING.</summary>
public sealed class NewTests : IDisposable
{
    private const string Bank = """
        openapi: 3.0.3
        info: { title: Acme Bank, version: '7', license: { name: MIT } }
        servers:
        - url: https://api.bank.example
          description: Production
        paths:
          /v1/balance:
            get:
              responses:
                '200':
                  description: The balance.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Balance' }
          /v1/orders/{id}:
            get:
              operationId: getOrder
              parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
              responses:
                '204': { description: Gone. }
        components:
          schemas:
            Balance:
              type: object
              required: [availableAmount]
              properties:
                availableAmount: { type: string }
                totalFee: { type: number, format: double }
                feeCode: { type: string }
                count: { type: number, format: double }
        """;

    private readonly TemporaryProject _project = new();

    public NewTests()
    {
        _project.Write("from/bank.yaml", Bank);
        _project.Write("tests/Shop.Tests/Shop.Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="17.14.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <ProjectReference Include="..\..\src\Shop\Shop.csproj" />
              </ItemGroup>
            </Project>
            """);
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Description_BecomesSpecOverlayItemHandWrittenHalfAndTest()
    {
        var run = await NewAsync("from/bank.yaml", "--origin", "https://docs.bank.example/api");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Bank, Read("specs/bank.openapi.yaml"));
        Assert.Contains("<OpenApiSpec Include=\"../../specs/bank.openapi.yaml\" Namespace=\"Shop.Bank\" />", Read("src/Shop/Shop.csproj"), StringComparison.Ordinal);
        Assert.Contains("public sealed partial class BankClient", Read("src/Shop/Bank/BankClient.cs"), StringComparison.Ordinal);
        Assert.Contains("override void Validate()", Read("src/Shop/Bank/BankOptions.cs"), StringComparison.Ordinal);
        Assert.Contains("static partial void AddHandlers(ApiHandlerList handlers, BankOptions options)", Read("src/Shop/Bank/BankRegistration.cs"), StringComparison.Ordinal);
        var test = Read("tests/Shop.Tests/Bank/BankClientTests.cs");
        Assert.Contains("server.On(\"GET /v1/balance\").AnswerJson(\"{\\\"availableAmount\\\":\\\"text\\\"}\")", test, StringComparison.Ordinal);
        Assert.Contains("services.AddBank(options =>", test, StringComparison.Ordinal);
        Assert.Contains("<PackageReference Include=\"Specwright.Testing\" Version=\"", Read("tests/Shop.Tests/Shop.Tests.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_SaysWhatWasUnderstoodAndWhatIsOpen()
    {
        var run = await NewAsync("from/bank.yaml", "--dry-run");

        Assert.StartsWith("Acme Bank (OpenAPI 3.0.3) becomes Shop.Bank.IBankClient in src/Shop/Shop.csproj\n", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"servers +https://api\.bank\.example, the base address unless set \(Production\)\n", run.Output);
        Assert.Matches(@"security +none\n", run.Output);
        Assert.Matches(@"2 operations +GET +/v1/balance  GetV1BalanceAsync\n +GET +/v1/orders/\{id\}  GetOrderAsync\n", run.Output);
        Assert.Matches(@"open +No security scheme is described.*\n +1 operation has no operationId.*\n +2 members look like money.*\n", run.Output);
        Assert.Matches(@"left out or changed +nothing\n", run.Output);
    }

    [Fact]
    public async Task Overlay_IsReadAsItStands_AndWithEveryProposalTaken()
    {
        await NewAsync("from/bank.yaml");
        var asItStands = await ToolRun.In(_project.Root, "lint", "specs/bank.openapi.yaml", "--fail-on", "info");
        var overlay = Read("specs/bank.overlay.yaml");
        Assert.Contains("  - target: '$.paths[\"/v1/balance\"].get'\n    update: { x-specwright-name: GetV1Balance }\n", overlay, StringComparison.Ordinal);
        Assert.Equal(["availableAmount", "totalFee"], Regex.Matches(overlay, @"properties\.(\w+)'\n  #   update: \{ format: decimal \}").Select(match => match.Groups[1].Value));

        _project.Write("specs/bank.overlay.yaml", Regex.Replace(overlay, "(?m)^  # (- target|  update|    security|    components)", "  $1"));
        var withAll = await ToolRun.In(_project.Root, "lint", "specs/bank.openapi.yaml", "--fail-on", "info");
        var report = await NewAsync("specs/bank.openapi.yaml", "--dry-run", "--force");

        Assert.Equal((0, "nothing to report\n"), (asItStands.ExitCode, asItStands.Output));
        Assert.Equal((0, "nothing to report\n"), (withAll.ExitCode, withAll.Output));
        Assert.Matches(@"security +bearerAuth: bearer token, BankOptions\.BearerAuth\n", report.Output);
    }

    [Fact]
    public async Task Origin_IsOnRecord_AndWhatADescriptionSaysOfItselfStaysText()
    {
        _project.Write("from/bank.yaml", Bank.Replace("name: MIT", "name: \"a | [b](https://evil.example)\\n# c\"", StringComparison.Ordinal));
        _project.Write("specs/README.md", "# Ours\n\n| spec | origin | taken | licence | how it came about |\n| --- | --- | --- | --- | --- |\n| `old` | there | then | MIT | by hand |\n\nMore.\n");

        await NewAsync("from/bank.yaml", "--origin", "https://docs.bank.example/api");

        var page = Read("specs/README.md");
        Assert.Matches(@"\| `old` .*\n\| `bank` \| <https://docs\.bank\.example/api> \| \d{4}-\d\d-\d\d \| a \\\| \\\[b\]\(https://evil\.example\) # c \| OpenAPI 3\.0\.3 as published, byte for byte, version 7, and an overlay \|\n\nMore\.\n", page);
        Assert.Matches(@"\| file \| SHA-256 \|\n\| --- \| --- \|\n\| `bank\.openapi\.yaml` \| `[0-9a-f]{64}` \|\n$", page);
    }

    [Fact]
    public async Task DryRun_WritesNothing()
    {
        var before = Files();

        var run = await NewAsync("from/bank.yaml", "--dry-run");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("would write\n  new        specs/bank.openapi.yaml\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task FilesOfTheSameName_AreReplacedOnlyByForce()
    {
        _project.Write("src/Shop/Bank/BankOptions.cs", "// mine\n");
        var before = Files();

        var refused = await NewAsync("from/bank.yaml");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("nothing written", refused.Error, StringComparison.Ordinal);
        Assert.Contains("src/Shop/Bank/BankOptions.cs", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, Files());

        var forced = await NewAsync("from/bank.yaml", "--force");
        Assert.Equal(0, forced.ExitCode);
        Assert.Contains("replaced   src/Shop/Bank/BankOptions.cs", forced.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondTime_NothingChanges_AndAnEditedOverlayStays()
    {
        await NewAsync("from/bank.yaml");
        _project.Write("specs/bank.overlay.yaml", Read("specs/bank.overlay.yaml") + "  # mine\n");
        var before = Files();

        var run = await NewAsync("from/bank.yaml");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task BrokenDescription_GivesItsLineAndExitCode1_AndNothingIsWritten()
    {
        _project.Write("from/bank.yaml", "openapi: 3.1.0\ninfo: {");
        var before = Files();

        var run = await NewAsync("from/bank.yaml");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPEC0101", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Name_GivesADescriptionToBeFilled_ThatHasNothingToReport()
    {
        var run = await NewAsync("acme-pay", "--no-test");
        var lint = await ToolRun.In(_project.Root, "lint", "specs/acme-pay.openapi.yaml");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("nothing to report\n", lint.Output);
        Assert.Contains("| `acme-pay` | to be named: the pages it is written from |", Read("specs/README.md"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_project.Root, "specs", "acme-pay.overlay.yaml")));
        Assert.True(File.Exists(Path.Combine(_project.Root, "src", "Shop", "AcmePay", "AcmePayClient.cs")));
    }

    [Theory]
    [InlineData("nowhere.yaml", "there is no description 'nowhere.yaml'")]
    [InlineData("Not_A-Name", "no name either")]
    [InlineData("http://docs.bank.example/openapi.json", "is not https")]
    public async Task UnusableSource_IsNamedWithExitCode2(string source, string message)
    {
        var run = await NewAsync(source);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatAPatternOfTheProjectCatches_GetsNoSecondItem()
    {
        var before = Read("src/Shop/Shop.csproj");

        var run = await NewAsync("from/bank.yaml", "--specs", "src/Shop/specs", "--no-test");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(before, Read("src/Shop/Shop.csproj"));
        Assert.Contains("namespace Shop.Bank;", Read("src/Shop/Bank/BankClient.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OptionsOfTheWholeProject_CountForTheNewClient()
    {
        _project.Write("src/Shop/Shop.csproj", Read("src/Shop/Shop.csproj").Replace("<TargetFramework>", "<SpecwrightAccessibility>internal</SpecwrightAccessibility><TargetFramework>", StringComparison.Ordinal));

        var run = await NewAsync("from/bank.yaml");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("internal sealed partial class BankClient", Read("src/Shop/Bank/BankClient.cs"), StringComparison.Ordinal);
        Assert.Contains("<InternalsVisibleTo Include=\"Shop.Tests\" />", Read("src/Shop/Shop.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PartsOfADescription_ComeAlong()
    {
        _project.Write("from/bank.yaml", Bank.Replace("'#/components/schemas/Balance'", "parts/remote.yaml#/Remote", StringComparison.Ordinal));
        _project.Write("from/parts/remote.yaml", "Remote:\n  type: object\n  properties:\n    currency: { type: string }\n");

        var run = await NewAsync("from/bank.yaml", "--no-test");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"left out or changed +nothing\n", run.Output);
        Assert.True(File.Exists(Path.Combine(_project.Root, "specs", "parts", "remote.yaml")));
        Assert.Contains("<OpenApiSpecPart Include=\"../../specs/parts/remote.yaml\" />", Read("src/Shop/Shop.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_IsFetched_AndNamedAsOrigin()
    {
        using var server = new Tests.LoopbackServer(Tests.LoopbackServer.Answer("200 OK", Bank, "application/yaml"));

        var run = await NewAsync(server.Address + "v1/openapi.yaml?key=secret", "--no-test");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(Bank, Read("specs/acme-bank.openapi.yaml"));
        Assert.Contains($"<{server.Address}v1/openapi.yaml>", Read("specs/README.md"), StringComparison.Ordinal);
        Assert.All(Files().Values, text => Assert.DoesNotContain("key=secret", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AddressThatLeadsElsewhere_IsShownAndNotFollowed()
    {
        using var server = new Tests.LoopbackServer(Tests.LoopbackServer.Answer("302 Found", "", fields: "Location: https://elsewhere.example/x\r\n"));

        var run = await NewAsync(server.Address + "openapi.yaml");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("answered 302, see https://elsewhere.example/x", run.Error, StringComparison.Ordinal);
    }

    private Task<ToolRun> NewAsync(params string[] arguments) => ToolRun.In(_project.Root, ["new", .. arguments]);

    private string Read(string path) => File.ReadAllText(Path.Combine(_project.Root, path)).ReplaceLineEndings("\n");

    // What MSBuild writes beside projects is not ours.
    private Dictionary<string, string> Files() => Directory.EnumerateFiles(_project.Root, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(_project.Root, path))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj"))
        .ToDictionary(path => path, path => File.ReadAllText(Path.Combine(_project.Root, path)));
}
