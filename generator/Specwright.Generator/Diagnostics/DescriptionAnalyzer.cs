using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Specwright.Inputs;

namespace Specwright.Diagnostics;

/// <summary>Reports what is odd about the project's OpenAPI descriptions, each on its line of the description or overlay.</summary>
/// <remarks>An analyzer rather than the generator: it can be configured and suppressed like any other, and a moved line regenerates nothing.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DescriptionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterAdditionalFileAction(ReportFile);
    }

    /// <summary>The findings that stand in one file, whichever description they are about: an editor asks file by file.</summary>
    /// <remarks>Each call looks at all descriptions; what they say is remembered (<see cref="ReadingCache"/>), so only the first one reads.</remarks>
    private static void ReportFile(AdditionalFileAnalysisContext context)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider;
        if (!BuildOptions.MayTakePart(context.AdditionalFile, options))
        {
            return;
        }

        var path = SpecPaths.Normalize(context.AdditionalFile.Path);
        var files = context.Options.AdditionalFiles
            .Where(text => BuildOptions.MayTakePart(text, options))
            .Select(text => BuildOptions.ToDescriptionFile(text, BuildOptions.SpecOf(text, options), context.CancellationToken));
        foreach (var input in SpecInputs.Of(files, BuildOptions.SettingsOf(options)))
        {
            foreach (var finding in DescriptionFindings.Of(input, context.CancellationToken))
            {
                if (SpecPaths.Comparer.Equals(finding.Path, path))
                {
                    context.ReportDiagnostic(ToDiagnostic(finding, context.AdditionalFile.Path));
                }
            }
        }
    }

    private static Diagnostic ToDiagnostic(LocatedFinding finding, string path)
    {
        var span = new LinePositionSpan(
            new LinePosition(finding.Line, finding.Column),
            new LinePosition(finding.Line, finding.Column + finding.Length));
        return Diagnostic.Create(
            Descriptors.Of(finding.Rule),
            Location.Create(path, new TextSpan(finding.Start, finding.Length), span),
            finding.Message);
    }
}
