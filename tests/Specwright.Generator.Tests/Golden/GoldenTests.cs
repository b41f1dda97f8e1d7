using Microsoft.CodeAnalysis;
using Specwright.Shell;

namespace Specwright.Golden;

/// <summary>
/// One small readable case for each feature, in a folder of its own: what is generated for a description, and how it is used. CONTRIBUTING.md
/// tells how to add one. With <c>SPECWRIGHT_RENEW=1</c> set the expected text is written instead of compared.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Cases => new(GoldenCase.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Case_IsGeneratedAsCommittedCompilesAndRuns(string name)
    {
        var @case = GoldenCase.Of(name);
        var project = @case.Project();
        var driver = project.Run();
        var generated = SpecProject.SourcesOf(driver);

        var differences = GoldenText.CompareFiles(@case, generated)
            + GoldenText.CompareOptional(@case.DiagnosticsPath, await GoldenCase.DiagnosticsOfAsync(project));
        Assert.True(differences.Length == 0, differences + "If that is meant, renew it (CONTRIBUTING.md, \"Add a golden case\") and review the difference.");

        Assert.All(generated.Values, text => Assert.DoesNotContain('\r', text));
        Assert.All(generated.Values, text => Assert.DoesNotContain(SpecProject.Directory, text, StringComparison.Ordinal));
        Assert.Equal(generated, project.Reversed().Generate());
        if (generated.Count == 0)
        {
            // A description that is refused: its diagnostics are all there is.
            Assert.False(File.Exists(@case.UsagePath));
            return;
        }

        Assert.All(
            SpecProject.OutputReasons(driver.RunGenerators(SpecProject.Compilation("class Edited;"))),
            reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));

        await GoldenUsage.RunAsync(GoldenUsage.Compile(@case, generated));
    }
}
