namespace Specwright.Packages;

/// <summary>What <c>specwright new</c> makes in projects outside the repository: it builds under strict settings without a warning, and its test passes.</summary>
[Collection(PackagesCollection.Name)]
public sealed class NewTests(PackedPackages packages)
{
    private static readonly string Specwright = OperatingSystem.IsWindows() ? "tools/specwright.exe" : "tools/specwright";

    [Fact]
    public async Task EmptyConsoleProject_GetsClientAndTests()
    {
        using var folder = new OutsideFolder(packages);
        await folder.DotnetAsync("tool", "install", "specwright", "--version", PackedPackages.Version, "--tool-path", "tools");
        await folder.DotnetAsync("new", "console", "--output", ".", "--name", "Shop", "--no-restore");
        folder.Write("from/acme.yaml", Descriptions.Acme);
        folder.Write("Directory.Build.props", Strict);

        await folder.RunAsync(Specwright, 0, "new", "from/acme.yaml");
        var tests = await folder.DotnetAsync("test", "tests/Shop.Tests");

        Assert.Contains("Passed!  - Failed:     0, Passed:     1,", tests, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", tests, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Hello, World!\n", await folder.DotnetAsync("run", "--project", "Shop.csproj"));
    }

    [Fact]
    public async Task SolutionWithCentralPackageVersions_GetsASkeleton()
    {
        using var folder = new OutsideFolder(packages);
        await folder.DotnetAsync("tool", "install", "specwright", "--version", PackedPackages.Version, "--tool-path", "tools");
        folder.Write("Directory.Build.props", Strict);
        folder.Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
            </Project>
            """);
        folder.Write("src/Shop/Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        await folder.DotnetAsync("new", "sln", "--name", "All");
        await folder.DotnetAsync("sln", "add", "src/Shop/Shop.csproj");

        var report = await folder.RunAsync(Specwright, 0, "new", "acme-pay", "--namespace", "Company.Payments");
        var tests = await folder.DotnetAsync("test");

        Assert.StartsWith("Acme Pay (OpenAPI 3.1.0) becomes Company.Payments.IAcmePayClient in src/Shop/Shop.csproj\n", report, StringComparison.Ordinal);
        Assert.Contains("Passed!  - Failed:     0, Passed:     1,", tests, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", tests, StringComparison.OrdinalIgnoreCase);
    }

    private const string Strict = """
        <Project>
          <PropertyGroup>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisMode>Recommended</AnalysisMode>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <NoWarn>CA2007;CA1303;CA1707</NoWarn>
          </PropertyGroup>
        </Project>
        """;
}
