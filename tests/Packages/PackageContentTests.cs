using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace Specwright.Packages;

/// <summary>What lies in the packages and what they ask for.</summary>
[Collection(PackagesCollection.Name)]
public sealed class PackageContentTests
{
    private const string Analyzers = "analyzers/dotnet/cs/";

    // What compiler and framework bring along; versions are those that Roslyn 4.8 itself asks for.
    private static readonly Dictionary<string, Version> OfTheCompiler = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(4, 2, 0, 1),
    };

    public static TheoryData<string> Packages => ["Specwright.Generator", "Specwright.Runtime", "Specwright.Testing", "Payments.Providers", "specwright"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_SaysWhatItIs(string id)
    {
        using var package = PackedPackages.Open(id);
        var metadata = PackedPackages.Metadata(package);
        var files = package.Entries.Select(entry => entry.FullName).ToList();

        Assert.Equal(id, Value(metadata, "id"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.NotEmpty(Value(metadata, "description"));
        Assert.NotEmpty(Value(metadata, "tags"));
        Assert.Contains(Value(metadata, "readme"), files);
        Assert.Contains(Value(metadata, "icon"), files);
        Assert.DoesNotContain(metadata.Descendants(), element => element.Name.LocalName is "projectUrl" || element.Attribute("url") is not null);
    }

    [Fact]
    public void Generator_BringsTheRuntime_AndNothingElse()
    {
        using var package = PackedPackages.Open("Specwright.Generator");

        Assert.Equal([$"net8.0: Specwright.Runtime {PackedPackages.Version} "], Dependencies(PackedPackages.Metadata(package)));
        Assert.Equal("", Value(PackedPackages.Metadata(package), "developmentDependency"));
        Assert.All(package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)), entry => Assert.StartsWith(Analyzers, entry.FullName, StringComparison.Ordinal));
        Assert.All(["build/Specwright.Generator.props", "build/Specwright.Generator.targets", "lib/net8.0/_._"], file => Assert.NotNull(package.GetEntry(file)));
        Assert.DoesNotContain(package.Entries, entry => entry.FullName.StartsWith("buildTransitive/", StringComparison.Ordinal));
    }

    [Fact]
    public void Generator_HasEveryAssemblyThatItsAssembliesAskFor_OrTheOldestCompilerHasIt()
    {
        using var package = PackedPackages.Open("Specwright.Generator");
        var assemblies = package.Entries.Where(entry => entry.FullName.StartsWith(Analyzers, StringComparison.Ordinal)).ToDictionary(entry => Path.GetFileNameWithoutExtension(entry.Name), References);

        var listed = File.ReadAllLines(RepositoryFolder.PathOf("build", "Specwright.Generator.dependencies.txt")).Select(name => Path.GetFileNameWithoutExtension(name)!);
        Assert.Equal(listed.Append("Specwright.Generator").Order(StringComparer.Ordinal), assemblies.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(assemblies.SelectMany(assembly => assembly.Value
            .Where(reference => !assemblies.ContainsKey(reference.Name) && !(OfTheCompiler.TryGetValue(reference.Name, out var version) && reference.Version <= version))
            .Select(reference => $"{assembly.Key} asks for {reference.Name} {reference.Version}")));
    }

    [Fact]
    public void Libraries_DependOnWhatTheyUse_AndOnNoCompiler()
    {
        using var runtime = PackedPackages.Open("Specwright.Runtime");
        using var payments = PackedPackages.Open("Payments.Providers");
        using var testing = PackedPackages.Open("Specwright.Testing");

        string[] ofRuntime = ["Microsoft.Extensions.Caching.Abstractions", "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options"];
        Assert.Equal(
            new[] { "net10.0", "net8.0" }.SelectMany(framework => ofRuntime.Select(name => $"{framework}: {name}")),
            Dependencies(PackedPackages.Metadata(runtime)).Select(dependency => string.Join(' ', dependency.Split(' ')[..2])));
        Assert.Equal(
            [$"net10.0: Specwright.Runtime {PackedPackages.Version} Build,Analyzers", $"net8.0: Specwright.Runtime {PackedPackages.Version} Build,Analyzers"],
            Dependencies(PackedPackages.Metadata(payments)));

        // The reader of examples.
        Assert.Equal(
            Dependencies(PackedPackages.Metadata(payments)),
            Dependencies(PackedPackages.Metadata(testing)).Where(dependency => !dependency.Contains(": YamlDotNet ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Specwright.Runtime")]
    [InlineData("Specwright.Testing")]
    [InlineData("Payments.Providers")]
    public void Library_HasDocumentationAndSymbolsForEachFramework(string id)
    {
        using var package = PackedPackages.Open(id);
        using var symbols = ZipFile.OpenRead(Path.Combine(PackedPackages.Folder, $"{id}.{PackedPackages.Version}.snupkg"));

        foreach (var framework in new[] { "net8.0", "net10.0" })
        {
            Assert.NotNull(package.GetEntry($"lib/{framework}/{id}.dll"));
            Assert.NotNull(package.GetEntry($"lib/{framework}/{id}.xml"));
            Assert.NotNull(symbols.GetEntry($"lib/{framework}/{id}.pdb"));
        }
    }

    [Fact]
    public void GeneratorAndTool_HaveSymbols()
    {
        using var package = PackedPackages.Open("Specwright.Generator");
        using var assembly = new PEReader(new MemoryStream(Bytes(package.GetEntry(Analyzers + "Specwright.Generator.dll")!)));
        using var symbols = ZipFile.OpenRead(Path.Combine(PackedPackages.Folder, $"specwright.{PackedPackages.Version}.snupkg"));

        // No debugger looks for a symbol package of what a compiler loads.
        Assert.Contains(assembly.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        Assert.Contains(symbols.Entries, entry => entry.Name == "specwright.pdb");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_NamesNoFolderOfTheMachineThatBuiltIt(string id)
    {
        using var package = PackedPackages.Open(id);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar + ".nuget";
        var sources = RepositoryFolder.PathOf("src");

        Assert.All(
            package.Entries.Where(entry => entry.Name is "Specwright.Generator.dll" or "Specwright.Runtime.dll" or "Specwright.Testing.dll" or "Payments.Providers.dll" or "specwright.dll"),
            entry =>
            {
                var text = Encoding.Latin1.GetString(Bytes(entry));
                Assert.DoesNotContain(home, text, StringComparison.Ordinal);
                Assert.DoesNotContain(sources, text, StringComparison.Ordinal);
            });
    }

    /// <summary>Compiled and packed once more: the timestamp of a build, or an order that is not fixed, would show.</summary>
    [Theory]
    [InlineData("Specwright.Generator", "generator/Specwright.Generator", "nupkg")]
    [InlineData("Specwright.Runtime", "src/Specwright.Runtime", "nupkg", "snupkg")]
    public async Task PackingAgain_GivesTheSameBytes(string id, string project, params string[] kinds)
    {
        var folder = Directory.CreateTempSubdirectory("specwright-again-");
        try
        {
            var assemblies = Assemblies(id);
            await PackedPackages.PackAgainAsync(project, folder.FullName);

            Assert.All(assemblies, assembly => Assert.True(File.GetLastWriteTimeUtc(assembly.Path) > assembly.Written, $"{assembly.Path} was not compiled again"));
            Assert.All(kinds, kind =>
            {
                var file = $"{id}.{PackedPackages.Version}.{kind}";
                Assert.Equal(File.ReadAllBytes(Path.Combine(PackedPackages.Folder, file)), File.ReadAllBytes(Path.Combine(folder.FullName, file)));
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Packages_LieWhereTheReadmeSays()
    {
        var folder = await DotnetProcess.RunAsync(
            DotnetProcess.Dotnet,
            RepositoryFolder.Path,
            ["msbuild", "src/Specwright.Runtime", "-getProperty:PackageOutputPath", "-property:Configuration=Release"],
            new Dictionary<string, string>());

        Assert.Equal(RepositoryFolder.PathOf("artifacts", "packages"), Path.GetFullPath(folder.Trim()));
    }

    /// <summary>As the build left them.</summary>
    private static List<(string Path, DateTime Written)> Assemblies(string id)
    {
        var assemblies = Directory.GetFiles(PackedPackages.BuildOf(id), id + ".dll", SearchOption.AllDirectories).Select(path => (path, File.GetLastWriteTimeUtc(path))).ToList();
        Assert.NotEmpty(assemblies);
        return assemblies;
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? "";

    private static IEnumerable<string> Dependencies(XElement metadata) => metadata.Descendants()
        .Where(element => element.Name.LocalName == "dependency")
        .Select(element => $"{element.Parent!.Attribute("targetFramework")!.Value}: {element.Attribute("id")!.Value} {element.Attribute("version")!.Value} {element.Attribute("exclude")?.Value}")
        .Order(StringComparer.Ordinal);

    private static IReadOnlyList<(string Name, Version Version)> References(ZipArchiveEntry assembly)
    {
        using var reader = new PEReader(new MemoryStream(Bytes(assembly)));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
