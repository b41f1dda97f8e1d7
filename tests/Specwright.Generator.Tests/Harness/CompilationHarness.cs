using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Specwright.Emission;

namespace Specwright.Harness;

/// <summary>Compiles generated files as a consumer with warnings as errors would, and loads them.</summary>
internal static class CompilationHarness
{
    /// <summary>C# 12, the language of the oldest SDK we support; documentation comments are checked too.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    /// <summary>The framework, Specwright.Runtime and its packages; not the generator itself.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) != "Specwright.Generator.dll" && Path.GetFileName(path) != Path.GetFileName(typeof(CompilationHarness).Assembly.Location))
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToList();

    /// <summary>A compilation of the files and of hand-written sources beside them (these need no documentation).</summary>
    public static CSharpCompilation Compilation(IEnumerable<GeneratedFile> files, params string[] ownSources) => CSharpCompilation.Create(
        "Consumer" + Guid.NewGuid().ToString("N"),
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text.Replace(FileLayout.NoNullableAnalysis, "", StringComparison.Ordinal), ParseOptions, file.HintName, Encoding.UTF8))
            .Concat(ownSources.Select((source, index) => CSharpSyntaxTree.ParseText("#pragma warning disable CS1591\n" + source, ParseOptions, $"Own{index}.cs", Encoding.UTF8))),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            generalDiagnosticOption: ReportDiagnostic.Error,

            // All waves: a project's target framework decides which of them it sees.
            warningLevel: 9999,
            specificDiagnosticOptions:
            [
                // The references of a test host hold several versions of some packages.
                new("CS1701", ReportDiagnostic.Suppress),
                new("CS1702", ReportDiagnostic.Suppress),
            ]));

    /// <summary>Everything that the compiler has to say, hidden diagnostics excepted: one line each, with the source line.</summary>
    public static IReadOnlyList<string> Problems(CSharpCompilation compilation) => Problems(compilation.GetDiagnostics());

    /// <summary>Compiles and loads; throws with all diagnostics where there is one.</summary>
    public static Assembly Load(IEnumerable<GeneratedFile> files, params string[] ownSources) => Load(Compilation(files, ownSources));

    /// <summary>Compiles and loads, in one go: who asked for the diagnostics first would compile twice. Stack traces of the assembly have lines.</summary>
    /// <exception cref="InvalidOperationException">The compiler has something to say: all of it, and the sources.</exception>
    public static Assembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        using var lines = new MemoryStream();
        var result = compilation.Emit(image, lines, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        var problems = Problems(result.Diagnostics);
        if (!result.Success || problems.Count > 0)
        {
            throw new InvalidOperationException(
                string.Join("\n", problems.Take(20)) + "\n\n" + string.Join("\n", compilation.SyntaxTrees.Select(tree => $"==== {tree.FilePath}\n{tree}")));
        }

        image.Position = 0;
        lines.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image, lines);
    }

    /// <summary>Calls a public static method of a loaded assembly and unwraps its exception.</summary>
    public static object? Call(this Assembly assembly, string type, string method, params object?[] arguments)
    {
        try
        {
            return assembly.GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, arguments);
        }
        catch (TargetInvocationException exception)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException!);
            throw;
        }
    }

    private static List<string> Problems(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden).Select(diagnostic => $"{diagnostic} «{LineOf(diagnostic)}»"),
    ];

    private static string LineOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
        : "";
}
