namespace Specwright.Packages;

/// <summary>What docs/diagnostics/README.md says of severities, asked of real builds.</summary>
[Collection(PackagesCollection.Name)]
public sealed class SeverityTests(PackedPackages packages)
{
    private const string Warning = "acme.openapi.yaml(7,5): warning SPEC0302";
    private const string Error = "acme.openapi.yaml(7,5): error SPEC0302";

    [Fact]
    public async Task DiagnosticsOfADescription_FollowTheSettingsOfTheProject()
    {
        using var folder = new OutsideFolder(packages);
        folder.Write("acme.openapi.yaml", Descriptions.Acme.Replace("/balance:", "/balance/{account}:", StringComparison.Ordinal));
        folder.Write("Shop.cs", "public class Shop;");
        folder.Write("Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Specwright.Generator" Version="{PackedPackages.Version}" />
                <OpenApiSpec Include="acme.openapi.yaml" Namespace="Acme" />
              </ItemGroup>
            </Project>
            """);
        await folder.DotnetAsync("restore");

        Assert.Contains(Warning, await BuildAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("SPEC0302", await BuildAsync("-p:NoWarn=SPEC0302"), StringComparison.Ordinal);
        Assert.Contains(Error, await BuildAsync("-p:WarningsAsErrors=SPEC0302", exitCode: 1), StringComparison.Ordinal);
        Assert.Contains(Error, await BuildAsync("-p:TreatWarningsAsErrors=true", exitCode: 1), StringComparison.Ordinal);

        // Sections are for syntax trees, which a description is not.
        folder.Write(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.SPEC0302.severity = none\n");
        Assert.Contains(Warning, await BuildAsync(), StringComparison.Ordinal);

        folder.Write(".globalconfig", "is_global = true\ndotnet_diagnostic.SPEC0302.severity = none\n");
        Assert.DoesNotContain("SPEC0302", await BuildAsync(), StringComparison.Ordinal);

        Task<string> BuildAsync(string property = "-p:Any=", int exitCode = 0) =>
            DotnetProcess.RunAsync(DotnetProcess.Dotnet, folder.PathOf(""), ["build", "--no-restore", "--no-incremental", property], new Dictionary<string, string>(), exitCode);
    }
}
