using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Specwright.Diagnostics;
using Specwright.Emission;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Reading;

namespace Specwright.Corpus;

/// <summary>Takes one document all the way: read, plan, emit, compile as a consumer would with warnings as errors.</summary>
internal static class CorpusRun
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Microsoft.OpenApi", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <param name="document">The document.</param>
    /// <param name="choose">Options other than the defaults; null: the defaults.</param>
    public static CorpusResult Take(CorpusDocument document, Func<ClientOptions, ClientOptions>? choose = null)
    {
        try
        {
            var source = new DescriptionSource { Description = new SourceFile(Path.GetFileName(document.Path), File.ReadAllText(document.Path)) };
            var read = DescriptionReader.Read(source, CancellationToken.None);
            if (read.Description is null)
            {
                var error = read.Findings.FirstOrDefault(finding => Rules.Get(finding.RuleId).Severity == RuleSeverity.Error);
                return new CorpusResult { Slug = document.Slug, Outcome = CorpusOutcome.Unreadable, Errors = 1, FirstError = error is null ? "no description and no error finding" : Message(error) };
            }

            return Compile(document, read, choose ?? (options => options));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The corpus exists to find these: the table names the place, the run goes on.
            var place = exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim();
            return new CorpusResult { Slug = document.Slug, Outcome = CorpusOutcome.Threw, Errors = 1, FirstError = OneLine($"{exception.GetType().Name}: {exception.Message} {place}") };
        }
    }

    private static CorpusResult Compile(CorpusDocument document, ReadResult read, Func<ClientOptions, ClientOptions> choose)
    {
        var options = choose(new ClientOptions { SpecName = Path.GetFileName(document.Path), Namespace = "Corpus.Client", ClientName = "Corpus" });
        var planned = ClientPlanner.Plan(read.Description!, options);
        var files = Emit(planned.Plan);
        var again = Emit(ClientPlanner.Plan(read.Description!, options).Plan);

        var trees = files.Select(file => CSharpSyntaxTree.ParseText(
            file.Text.Replace(FileLayout.NoNullableAnalysis, "", StringComparison.Ordinal),
            new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose),
            file.HintName,
            Encoding.UTF8));
        var compilation = CSharpCompilation.Create(
            "Corpus.Client",
            trees,
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                concurrentBuild: false));
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        var errors = emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();

        Finding[] findings = [.. read.Findings, .. planned.Findings];
        var outcome = errors.Length > 0 ? CorpusOutcome.DoesNotCompile
            : !files.SequenceEqual(again) ? CorpusOutcome.Unstable
            : CorpusOutcome.Clean;
        return new CorpusResult
        {
            Slug = document.Slug,
            Outcome = outcome,
            Errors = errors.Length,
            FirstError = errors.Length == 0 ? "" : OneLine(errors[0].ToString()),
            Operations = read.Description!.Operations.Count,
            OperationsLeftOut = read.Description.Operations.Count - planned.Plan.Client.AllOperations.Select(operation => operation.SourcePointer).Distinct(StringComparer.Ordinal).Count(),
            Types = planned.Plan.Types.Count,
            Findings = [.. findings.Select(Message)],
            Warnings = findings.Count(finding => Rules.Get(finding.RuleId).Severity == RuleSeverity.Warning),
            GeneratedKilobytes = files.Sum(file => file.Text.Length) / 1024,
        };
    }

    private static GeneratedFile[] Emit(ApiPlan plan) => [.. FilePlanner.FilesOf(plan).Select(FileEmitter.Emit)];

    private static string Message(Finding finding)
        => OneLine($"{finding.RuleId} {finding.Pointer}: {string.Format(System.Globalization.CultureInfo.InvariantCulture, Rules.Get(finding.RuleId).MessageFormat, [.. finding.Arguments])}");

    private static string OneLine(string text)
    {
        var line = text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');
        return line.Length <= 240 ? line : line[..240] + "…";
    }
}
