using Specwright.Tests;

namespace Specwright.Packages;

/// <summary>Projects outside the repository that have nothing but the packages.</summary>
[Collection(PackagesCollection.Name)]
public sealed class ConsumerTests(PackedPackages packages)
{
    private const string Balance = "214735.50 INR\n";

    [Fact]
    public async Task NewConsole_WithThePackageADescriptionAndThreeLines_CallsAServer()
    {
        using var folder = new OutsideFolder(packages);
        using var server = new LoopbackServer(LoopbackServer.Answer("200 OK", Descriptions.BalanceAnswer));
        await folder.DotnetAsync("new", "console", "--output", ".", "--name", "Shop", "--no-restore");
        await folder.DotnetAsync("add", "package", "Specwright.Generator", "--version", PackedPackages.Version);
        var project = await File.ReadAllTextAsync(folder.PathOf("Shop.csproj"));
        folder.Write("Shop.csproj", project.Replace("</Project>", """<ItemGroup><OpenApiSpec Include="acme.openapi.yaml" Namespace="Acme" /></ItemGroup></Project>""", StringComparison.Ordinal));
        folder.Write("acme.openapi.yaml", Descriptions.Acme);
        folder.Write("Program.cs", Descriptions.ThreeLines);

        var output = await folder.DotnetAsync("run", "--", server.Address.ToString());

        // A warning would stand above the program's own line.
        Assert.Equal(Balance, output);
        Assert.StartsWith("GET /balance HTTP/1.1", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(folder.PathOf("bin"), "*.dll", SearchOption.AllDirectories), IsOfTheGenerator);
    }

    [Fact]
    public async Task TwoDescriptions_UnderTheStrictestSettings_BuildWithoutAWarning()
    {
        using var folder = new OutsideFolder(packages);
        using var server = new LoopbackServer(request => LoopbackServer.Answer("200 OK", request.StartsWith("GET /balance", StringComparison.Ordinal) ? Descriptions.BalanceAnswer : """{"id":7,"total":1.10}"""));
        folder.Write("specs/acme.openapi.yaml", Descriptions.Acme);
        folder.Write("specs/shop.swagger.json", Descriptions.Shop);
        folder.Write("Program.cs", Descriptions.ThreeLines.Replace("Acme.Acme", "Shop.Acme.Acme", StringComparison.Ordinal) + """

            var order = await Shop.Shop.ShopClient.Create(new Shop.Shop.ShopOptions { BaseAddress = new Uri(args[0]) }).GetOrderAsync(7);
            Console.WriteLine(order.Total);
            """);
        folder.Write("Shop.csproj", Project(
            """<OpenApiSpec Include="specs/*" />""",
            """
            <TargetFramework>net10.0</TargetFramework>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
            <AnalysisMode>Recommended</AnalysisMode>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <WarningLevel>9999</WarningLevel>
            <IsAotCompatible>true</IsAotCompatible>
            <NoWarn>CA1852;CA2007;CA1303;CA1305</NoWarn>
            """));

        Assert.Equal(Balance + "1.10\n", await folder.DotnetAsync("run", "--", server.Address.ToString()));
    }

    [Fact]
    public async Task SolutionWithCentralPackageVersions_UsesTheClientOfItsLibrary()
    {
        using var folder = new OutsideFolder(packages);
        using var server = new LoopbackServer(LoopbackServer.Answer("200 OK", Descriptions.BalanceAnswer));
        folder.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="Specwright.Generator" Version="{PackedPackages.Version}" /></ItemGroup>
            </Project>
            """);
        folder.Write("Library/Acme.csproj", Project("""<OpenApiSpec Include="acme.openapi.yaml" Namespace="Acme" />""", "<TargetFramework>net10.0</TargetFramework>", outputType: "Library", version: ""));
        folder.Write("Library/acme.openapi.yaml", Descriptions.Acme);
        folder.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><UseAppHost>false</UseAppHost></PropertyGroup>
              <ItemGroup><ProjectReference Include="../Library/Acme.csproj" /></ItemGroup>
            </Project>
            """);
        folder.Write("App/Program.cs", Descriptions.ThreeLines);
        await folder.DotnetAsync("new", "sln", "--name", "All");
        await folder.DotnetAsync("sln", "add", "Library/Acme.csproj", "App/App.csproj");

        var build = await folder.DotnetAsync("build");

        Assert.Contains("0 Warning(s)", build, StringComparison.Ordinal);
        Assert.Equal(Balance, await folder.DotnetAsync("run", "--no-build", "--project", "App", "--", server.Address.ToString()));
    }

    [Fact]
    public async Task Net8Project_BuildsAndRuns()
    {
        using var folder = new OutsideFolder(packages);
        using var server = new LoopbackServer(LoopbackServer.Answer("200 OK", Descriptions.BalanceAnswer));
        folder.Write("acme.openapi.yaml", Descriptions.Acme);
        folder.Write("Program.cs", Descriptions.ThreeLines);

        // The machine may have no .NET 8 to run it on.
        folder.Write("Shop.csproj", Project("""<OpenApiSpec Include="acme.openapi.yaml" Namespace="Acme" />""", "<TargetFramework>net8.0</TargetFramework><RollForward>Major</RollForward>"));

        var build = await folder.DotnetAsync("build");

        Assert.Contains("0 Warning(s)", build, StringComparison.Ordinal);
        Assert.Equal(Balance, await folder.DotnetAsync("bin/Debug/net8.0/Shop.dll", server.Address.ToString()));
    }

    [Fact]
    public async Task Options_ComeFromItemProjectAndConfiguration_ForTheBuildAndForTheTool()
    {
        using var folder = new OutsideFolder(packages);
        folder.Write("specs/acme.openapi.yaml", Descriptions.Acme);
        folder.Write("specs/shop.swagger.json", Descriptions.Shop);
        folder.Write("Program.cs", "Console.WriteLine();");
        folder.Write("Shop.csproj", Project(
            """
            <OpenApiSpec Include="specs/acme.openapi.yaml" IncludePaths="/balance;/no#thing" />
            <OpenApiSpec Include="specs/shop.swagger.json" Types="records" Names="#/definitions/Order=Purchase;getOrder=GetPurchase" />
            """,
            """
            <TargetFramework>net10.0</TargetFramework>
            <SpecwrightTypes>classes</SpecwrightTypes>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            """));
        folder.Write(".globalconfig", """
            is_global = true
            specwright_interfaces = false
            specwright_types = records
            specwright_number_type = double
            """);
        folder.Write(".editorconfig", """
            root = true

            [specs/acme.*]
            specwright_enums = closed

            [*.json]
            specwright_types = classes
            specwright_number_type = decimal
            """);

        // Configuration beside descriptions alone is not looked for: the compiler looks beside and above sources.
        folder.Write("specs/.editorconfig", """
            [*]
            specwright_accessibility = internal
            """);
        await folder.DotnetAsync("tool", "install", "specwright", "--version", PackedPackages.Version, "--tool-path", "tools");
        var build = await folder.DotnetAsync("build");

        var built = folder.GeneratedFiles("obj");
        Assert.Contains("public enum BalanceCurrency", built["Acme.BalanceCurrency.g.cs"], StringComparison.Ordinal);
        Assert.Contains("public sealed partial class Balance\n", built["Acme.Balance.g.cs"], StringComparison.Ordinal);
        Assert.Contains("public sealed partial record Purchase\n", built["Shop.Purchase.g.cs"], StringComparison.Ordinal);
        Assert.Contains("decimal? Total", built["Shop.Purchase.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(built.Keys, name => name.Contains("IClient", StringComparison.Ordinal));
        Assert.Contains("The option IncludePaths names '/no#thing'", build, StringComparison.Ordinal);

        await folder.RunAsync(OperatingSystem.IsWindows() ? "tools/specwright.exe" : "tools/specwright", 0, "emit", "Shop.csproj");
        Assert.Equal(built, folder.GeneratedFiles("Generated"));
    }

    [Fact]
    public async Task Tool_LintsAndEmits_AndTheProjectStillBuilds()
    {
        using var folder = new OutsideFolder(packages);
        folder.Write("acme.openapi.yaml", Descriptions.Acme);
        folder.Write("broken.yaml", "openapi: 3.1.0\npaths: [\n");
        folder.Write("Program.cs", "Console.WriteLine(new Acme.AcmeOptions().BaseAddress);");
        folder.Write("Shop.csproj", Project("""<OpenApiSpec Include="acme.openapi.yaml" Namespace="Acme" />""", "<TargetFramework>net10.0</TargetFramework>"));
        await folder.DotnetAsync("tool", "install", "specwright", "--version", PackedPackages.Version, "--tool-path", "tools");
        var specwright = OperatingSystem.IsWindows() ? "tools/specwright.exe" : "tools/specwright";

        Assert.Equal("nothing to report\n", await folder.RunAsync(specwright, 0, "lint", "acme.openapi.yaml"));
        Assert.Contains("broken.yaml", await folder.RunAsync(specwright, 1, "lint", "broken.yaml"), StringComparison.Ordinal);

        await folder.DotnetAsync("restore");
        await folder.RunAsync(specwright, 0, "emit", "Shop.csproj");
        Assert.True(File.Exists(folder.PathOf("Generated/Acme.Balance.g.cs")));
        Assert.Equal("https://api.acme.example/\n", await folder.DotnetAsync("run"));
    }

    [Fact]
    public async Task Payments_ArriveWithTheirRuntime()
    {
        using var folder = new OutsideFolder(packages);
        folder.Write("Program.cs", """
            using Microsoft.Extensions.DependencyInjection;
            using Payments.Balances;
            using Payments.Juspay;

            var services = new ServiceCollection().AddBalances();
            services.AddJuspayPayouts();
            Console.WriteLine(string.Join(", ", services.BuildServiceProvider().GetRequiredService<BalanceService>().Providers));
            """);
        folder.Write("Shop.csproj", Project("", "<TargetFramework>net10.0</TargetFramework>", package: "Payments.Providers"));

        Assert.Equal("Juspay\n", await folder.DotnetAsync("run"));
    }

    private static string Project(string items, string properties, string outputType = "Exe", string package = "Specwright.Generator", string version = $"""Version="{PackedPackages.Version}" """) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>{outputType}</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <UseAppHost>false</UseAppHost>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{package}" {version}/>
            {items}
          </ItemGroup>
        </Project>
        """;

    private static bool IsOfTheGenerator(string path) =>
        Path.GetFileName(path) is "Specwright.Generator.dll" or "Microsoft.OpenApi.dll" or "YamlDotNet.dll" || Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
}
