namespace Specwright.Packages;

/// <summary>Generators of others work on our types in the same project, where the compiler lets them; where it does not, or shall not, the client is the same.</summary>
[Collection(PackagesCollection.Name)]
public sealed class OtherGeneratorTests(PackedPackages packages)
{
    private const string OwnTypes = """"
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Riok.Mapperly.Abstractions;

        var page = JsonSerializer.Deserialize("""{"Balance":{"currency":"INR","available":"214735.50"},"All":[]}""", ShopContext.Default.Page)!;
        Console.WriteLine(JsonSerializer.Serialize(page, ShopContext.Default.Page));
        Console.WriteLine(BalanceMapper.ToRow(page.Balance));

        public sealed record Page(Acme.Balance Balance, IReadOnlyList<Acme.Balance> All);

        public sealed record Row(decimal Available);

        [JsonSerializable(typeof(Page))]
        internal sealed partial class ShopContext : JsonSerializerContext;

        [Mapper(RequiredMappingStrategy = RequiredMappingStrategy.Target)]
        internal static partial class BalanceMapper
        {
            public static partial Row ToRow(Acme.Balance balance);
        }
        """";

    [Fact]
    public async Task JsonSerializerContextAndMapper_SeeTheClient_WhereTheCompilerCan()
    {
        using var folder = new OutsideFolder(packages);
        folder.Write("acme.openapi.yaml", Descriptions.Acme);
        folder.Write("Program.cs", OwnTypes);
        folder.Write("Shop.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Specwright.Generator" Version="{PackedPackages.Version}" />
                <PackageReference Include="Riok.Mapperly" Version="{OutsideFolder.VersionOf("Riok.Mapperly")}" />
                <OpenApiSpec Include="acme.openapi.yaml" Namespace="Acme" />
              </ItemGroup>
            </Project>
            """);
        await folder.DotnetAsync("restore");

        const string unseen = "-p:SpecwrightSeenByGenerators=false";
        if (await SdkCanAsync(folder))
        {
            Assert.Equal(
                """
                {"Balance":{"currency":"INR","available":"214735.50"},"All":[]}
                Row { Available = 214735.50 }

                """.ReplaceLineEndings("\n"),
                await folder.DotnetAsync("run", "--no-restore"));
            Assert.Contains("error SYSLIB1030: Did not generate serialization metadata for type 'Acme.Balance'", await BuildAsync(folder, 1, unseen), StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("error SYSLIB1030: Did not generate serialization metadata for type 'Acme.Balance'", await BuildAsync(folder, 1), StringComparison.Ordinal);
        }

        // Without types of others over it, the client needs none of this.
        folder.Write("Program.cs", "Console.WriteLine(new Acme.AcmeOptions().BaseAddress);");
        Assert.Contains("0 Warning(s)", await BuildAsync(folder, 0, unseen), StringComparison.Ordinal);
    }

    /// <summary>The first SDK whose compiler can: Roslyn 5.9.</summary>
    private static async Task<bool> SdkCanAsync(OutsideFolder folder) =>
        Version.Parse((await folder.DotnetAsync("--version")).Trim().Split('-')[0]) >= new Version(10, 0, 400);

    private static Task<string> BuildAsync(OutsideFolder folder, int exitCode, params string[] arguments) =>
        folder.DotnetAsync(exitCode, ["build", "--no-restore", "--no-incremental", .. arguments]);
}
