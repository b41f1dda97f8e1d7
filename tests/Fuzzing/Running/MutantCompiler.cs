using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Specwright.Emission;

namespace Specwright.Fuzzing.Running;

/// <summary>Compiles emitted files as a consumer would: C# 12, nullable, documentation checked, warnings as errors. Many clients go into one compilation.</summary>
internal static class MutantCompiler
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilation Empty = CSharpCompilation.Create(
        "Fuzzing",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.OpenApi", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        options: new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,
            concurrentBuild: false));

    /// <summary>The seeds whose code has an error, each with all its errors, the first one first.</summary>
    public static Dictionary<int, List<Diagnostic>> Compile(IReadOnlyCollection<(int Seed, IReadOnlyList<GeneratedFile> Files)> clients)
    {
        var trees = clients.SelectMany(client => client.Files.Select(file => CSharpSyntaxTree.ParseText(file.Text.Replace(FileLayout.NoNullableAnalysis, "", StringComparison.Ordinal), Parsing, $"{client.Seed}/{file.HintName}", Encoding.UTF8)));
        using var assembly = new MemoryStream();
        var errors = Empty.AddSyntaxTrees(trees).Emit(assembly).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var failures = new Dictionary<int, List<Diagnostic>>();
        foreach (var error in errors.OrderBy(error => error.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(error => error.Location.SourceSpan.Start))
        {
            // An error of no file is everyone's, until each has been compiled alone.
            var seeds = error.Location.SourceTree is { } tree ? [int.Parse(tree.FilePath.Split('/')[0], System.Globalization.CultureInfo.InvariantCulture)] : clients.Select(client => client.Seed).ToList();
            foreach (var seed in seeds)
            {
                if (!failures.TryGetValue(seed, out var list))
                {
                    failures.Add(seed, list = []);
                }

                list.Add(error);
            }
        }

        return failures;
    }

    public static MutantResult ResultOf(List<Diagnostic> errors)
    {
        var first = errors[0];
        var line = first.Location.SourceTree?.GetText().Lines[first.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim();
        return new MutantResult(MutantOutcome.DoesNotCompile, first.Id, $"{first}\n    {line}\n({errors.Count} errors)");
    }
}
