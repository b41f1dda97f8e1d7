using Specwright.Harness;
using Specwright.Model;
using Specwright.Reading;

namespace Specwright.Emission;

/// <summary>The data types of the five provider descriptions.</summary>
public sealed class ProviderSpecTypesTests
{
    [Theory]
    [InlineData("account-api")]
    [InlineData("cashfree-payouts")]
    [InlineData("juspay-hyper-sdk")]
    [InlineData("juspay-payouts")]
    [InlineData("signed-gateway")]
    public void Types_CompileWithoutAWarningAndWithoutAFinding(string spec)
    {
        var generation = new TypeGeneration(Read(spec), "Payments");

        var files = generation.Emit();

        Assert.True(files.Count > 3);
        Assert.Empty(generation.Findings.Select(finding => $"{finding.RuleId} {finding.Pointer} {string.Join(" | ", finding.Arguments)}"));
        Assert.Empty(CompilationHarness.Problems(CompilationHarness.Compilation(files)));
    }

    private static ApiDescription Read(string spec)
    {
        var overlay = RepositoryFolder.PathOf("specs", spec + ".overlay.yaml");
        var result = DescriptionReader.Read(
            new DescriptionSource
            {
                Description = SourceFileAt(RepositoryFolder.PathOf("specs", spec + ".openapi.yaml")),
                Overlays = File.Exists(overlay) ? EquatableArray.Of(SourceFileAt(overlay)) : default,
            },
            CancellationToken.None);
        return result.Description ?? throw new InvalidOperationException(string.Join("\n", result.Findings));
    }

    private static SourceFile SourceFileAt(string path) => new(Path.GetFileName(path), File.ReadAllText(path));
}
