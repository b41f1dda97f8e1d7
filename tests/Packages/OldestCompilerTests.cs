using System.Collections.Immutable;
using System.IO.Compression;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Specwright.Packages;

/// <summary>This process is a compiler host of the oldest version that the generator supports, older than the SDK's own.</summary>
[Collection(PackagesCollection.Name)]
public sealed class OldestCompilerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("specwright-analyzer-");
    private readonly AssemblyLoadContext _context = new("analyzer", isCollectible: true);

    public OldestCompilerTests()
    {
        using var package = PackedPackages.Open("Specwright.Generator");
        package.ExtractToDirectory(_folder.FullName);
    }

    [Fact]
    public async Task PackedGenerator_RunsInRoslyn48_AndItsCodeIsCSharp12()
    {
        Assert.Equal(new Version(4, 8), Version.Parse(typeof(Compilation).Assembly.GetName().Version!.ToString(2)));
        var reference = new AnalyzerFileReference(Path.Combine(_folder.FullName, "analyzers", "dotnet", "cs", "Specwright.Generator.dll"), new Loader(_context));
        var problems = new List<string?>();
        reference.AnalyzerLoadFailed += (_, failure) => problems.Add(failure.Message);
        var generators = reference.GetGenerators(LanguageNames.CSharp);
        var analyzers = reference.GetAnalyzers(LanguageNames.CSharp);
        Assert.Empty(problems);

        var parse = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        var options = new SpecOptions();
        var texts = ImmutableArray.Create<AdditionalText>(new Description());
        var driver = CSharpGeneratorDriver.Create(generators, texts, parse, options).RunGeneratorsAndUpdateCompilation(Consumer(parse), out var compilation, out var diagnostics);

        Assert.Empty(diagnostics);
        Assert.All(driver.GetRunResult().Results, result => Assert.Null(result.Exception));
        Assert.NotNull(compilation.GetTypeByMetadataName("Acme.AcmeClient"));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden && diagnostic.Id is not "CS1701" and not "CS1702"));
        Assert.Empty(await compilation.WithAnalyzers(analyzers, new AnalyzerOptions(texts, options)).GetAnalyzerDiagnosticsAsync());
    }

    public void Dispose()
    {
        // The files stay mapped until the context is collected; where the system refuses to delete them then, the temporary folder is the system's to clean.
        _context.Unload();
        if (!OperatingSystem.IsWindows())
        {
            _folder.Delete(recursive: true);
        }
    }

    private static CSharpCompilation Consumer(CSharpParseOptions parse) => CSharpCompilation.Create(
        "Consumer",
        [CSharpSyntaxTree.ParseText("#pragma warning disable CS1591\npublic class Own { public System.Threading.Tasks.Task<Acme.Balance> Ask(Acme.IAcmeClient client) => client.GetBalanceAsync(); }", parse)],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private sealed class Loader(AssemblyLoadContext context) : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath)
        {
            var folder = Path.GetDirectoryName(fullPath)!;
            context.Resolving += (_, name) => Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
            return context.LoadFromAssemblyPath(fullPath);
        }
    }

    private sealed class Description : AdditionalText
    {
        public override string Path => "/project/acme.openapi.yaml";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Descriptions.Acme, Encoding.UTF8);
    }

    private sealed class SpecOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new() { ["build_property.RootNamespace"] = "Consumer", ["build_property.ProjectDir"] = "/project/" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(new() { ["build_metadata.AdditionalFiles.SpecwrightSpec"] = "true", ["build_metadata.AdditionalFiles.SpecwrightNamespace"] = "Acme" });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
