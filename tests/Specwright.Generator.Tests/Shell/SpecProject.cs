using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Specwright.Diagnostics;
using Specwright.Harness;

namespace Specwright.Shell;

/// <summary>A project with descriptions, as the compiler sees it. Immutable: each change gives another project.</summary>
internal sealed class SpecProject
{
    public const string Directory = "/build/shop/";

    private readonly ImmutableList<SpecProjectFile> _files;
    private readonly ImmutableDictionary<string, string> _properties;

    private SpecProject(ImmutableList<SpecProjectFile> files, ImmutableDictionary<string, string> properties)
    {
        _files = files;
        _properties = properties;
    }

    public static SpecProject Empty { get; } = new(
        [],
        ImmutableDictionary<string, string>.Empty.Add("RootNamespace", "Shop").Add("ProjectDir", Directory));

    /// <summary>What the build says, in an object of its own at each call.</summary>
    public AnalyzerConfigOptionsProvider Options => new SpecProjectOptions(_properties);

    /// <summary>An <c>OpenApiSpec</c> item.</summary>
    public SpecProject WithSpec(string path, string text, string? @namespace = null, string? clientName = null, string? overlay = null, string? accessibility = null, string? subClients = null) =>
        WithItem(path, text, new Dictionary<string, string>
        {
            ["Spec"] = "true",
            ["Namespace"] = @namespace ?? "",
            ["ClientName"] = clientName ?? "",
            ["Overlay"] = overlay ?? "",
            ["Accessibility"] = accessibility ?? "",
            ["SubClients"] = subClients ?? "",
        });

    /// <summary>An <c>OpenApiSpec</c> item by its metadata, <c>Spec</c> among them.</summary>
    public SpecProject WithItem(string path, string text, IReadOnlyDictionary<string, string> metadata) => With(new SpecProjectFile(path, text, metadata));

    /// <summary>Any other additional file.</summary>
    public SpecProject WithFile(string path, string text) => With(new SpecProjectFile(path, text, new Dictionary<string, string>()));

    /// <summary>The same item with another text.</summary>
    public SpecProject WithText(string path, string text) => new(_files.ConvertAll(file => file.IsAt(path) ? file.WithText(text) : file), _properties);

    /// <summary>An MSBuild property that the compiler may see.</summary>
    public SpecProject WithProperty(string name, string value) => new(_files, _properties.SetItem(name, value));

    public SpecProject Reversed() => new(_files.Reverse(), _properties);

    /// <summary>A driver that has run once over the project.</summary>
    /// <param name="compilation">By default one with an empty class.</param>
    /// <param name="others">Generators beside ours.</param>
    public GeneratorDriver Run(CSharpCompilation? compilation = null, params IIncrementalGenerator[] others) =>
        CSharpGeneratorDriver.Create(
            others.Prepend(new OpenApiClientGenerator()).Select(generator => generator.AsSourceGenerator()),
            _files,
            CompilationHarness.ParseOptions,
            Options,
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true))
            .RunGenerators(compilation ?? Compilation());

    /// <summary>Hands the changed files and properties of this project to a driver, as an editor does, and runs it again.</summary>
    public GeneratorDriver RunAgain(GeneratorDriver driver, SpecProject before, CSharpCompilation? compilation = null)
    {
        if (!ReferenceEquals(_properties, before._properties))
        {
            driver = driver.WithUpdatedAnalyzerConfigOptions(Options);
        }

        foreach (var file in _files)
        {
            var old = before._files.Find(other => other.IsAt(file.Path));
            if (old is null)
            {
                driver = driver.AddAdditionalTexts([file]);
            }
            else if (!ReferenceEquals(old, file))
            {
                driver = driver.ReplaceAdditionalText(old, file);
            }
        }

        return driver.RunGenerators(compilation ?? Compilation());
    }

    /// <summary>Generated text by hint name.</summary>
    public IReadOnlyDictionary<string, string> Generate() => SourcesOf(Run());

    public static IReadOnlyDictionary<string, string> SourcesOf(GeneratorDriver driver)
    {
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());
    }

    /// <summary>Why each file was added, or was not added anew.</summary>
    public static IReadOnlyList<IncrementalStepRunReason> OutputReasons(GeneratorDriver driver)
    {
        var reasons = Assert.Single(driver.GetRunResult().Results).TrackedOutputSteps
            .SelectMany(step => step.Value)
            .SelectMany(run => run.Outputs)
            .Select(output => output.Reason)
            .ToList();
        Assert.NotEmpty(reasons);
        return reasons;
    }

    /// <summary>What the analyzer says, in the order of files and lines.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. _files], Options),
            onAnalyzerException: (exception, _, _) => throw new InvalidOperationException("The analyzer failed.", exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await Compilation().WithAnalyzers([new DescriptionAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return diagnostics
            .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ToList();
    }

    /// <summary>A compilation with one class of the user's.</summary>
    public static CSharpCompilation Compilation(string source = "class Program;") => CSharpCompilation.Create(
        "Shop",
        [CSharpSyntaxTree.ParseText(source, CompilationHarness.ParseOptions)],
        CompilationHarness.References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    private SpecProject With(SpecProjectFile file) => new(_files.Add(file), _properties);

    private sealed class SpecProjectFile(string path, string text, IReadOnlyDictionary<string, string> metadata) : AdditionalText
    {
        public override string Path { get; } = System.IO.Path.IsPathRooted(path) ? path : Directory + path;

        public IReadOnlyDictionary<string, string> Metadata => metadata;

        public bool IsAt(string other) => Path == other || Path == Directory + other;

        public SpecProjectFile WithText(string other) => new(Path, other, metadata);

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }

    private sealed class SpecProjectOptions(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties.ToDictionary(pair => "build_property." + pair.Key, pair => pair.Value));

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(new Dictionary<string, string>());

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(((SpecProjectFile)textFile).Metadata
            .ToDictionary(pair => "build_metadata.AdditionalFiles.Specwright" + pair.Key, pair => pair.Value));

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                var found = values.TryGetValue(key, out var text);
                value = text!;
                return found;
            }
        }
    }
}
