using Specwright.Inputs;
using Specwright.Tool.Comparison.Reports;
using Specwright.Tool.Comparison.Rules;
using Xunit.Abstractions;

namespace Specwright.Tool.Comparison;

/// <summary>Real descriptions, where they are given: two readings of one API, and each against itself.</summary>
public sealed class CorpusPairTests(ITestOutputHelper output)
{
    private static string Folder => RepositoryFolder.PathOf("..", "shared", "corpus");

    [Theory]
    [InlineData("od-plaid-com.json", "plaid-2020-09-14.yaml")]
    [InlineData("mayank-cashfree-api-reference-openapi.json", "cashfree-openapi-openapi-po.json")]
    [InlineData("xeroapi-xero-payroll-au.yaml", "xeroapi-xero-payroll-uk.yaml")]
    public void TwoVersions_DifferInWaysThatRulesName(string oldFile, string newFile)
    {
        if (ClientOf(oldFile) is not { } old || ClientOf(newFile) is not { } @new)
        {
            output.WriteLine("skipped: no corpus");
            return;
        }

        var changes = ClientComparison.Compare(old, @new, new ComparisonOptions());
        var result = new ComparisonResult(oldFile, newFile, [new ComparedPair { Client = "AcmeClient", Spec = newFile, Changes = changes }]);

        output.WriteLine(result.Summary);
        foreach (var rule in changes.GroupBy(change => change.Rule.Id).OrderByDescending(group => group.Count()))
        {
            output.WriteLine($"{rule.Count(),6} {rule.Key,-40} {rule.First().Sentence}");
        }

        Assert.NotEmpty(changes);
        Assert.DoesNotContain(changes, change => change.Rule == ChangeRules.UnnamedChange);
        Assert.All(changes, change => Assert.True(change.Old is not null || change.New is not null));
        Assert.InRange(MarkdownReport.Write(result, ChangeSeverity.Cosmetic).Length, 1, 65_536);
    }

    [Theory]
    [InlineData("od-stripe-com.json")]
    [InlineData("adyen-checkoutservice-v50.yaml")]
    [InlineData("okta-management-minimal.yaml")]
    public void ADescriptionAgainstItself_HasNoChanges(string file)
    {
        if (ClientOf(file) is not { } client || ClientOf(file) is not { } again)
        {
            output.WriteLine("skipped: no corpus");
            return;
        }

        Assert.Empty(ClientComparison.Compare(client, again, new ComparisonOptions()));
    }

    private static ComparedClient? ClientOf(string file) => Path.Combine(Folder, file) is var path && File.Exists(path)
        ? RulePair.ClientOf(Assert.Single(SpecInputs.Of(
            [new DescriptionFile { Path = "/" + file, Text = File.ReadAllText(path), Spec = SpecMetadata.Of(option => option == OptionNames.ClientName ? "Acme" : null) }],
            new ProjectSettings(null, null))))
        : null;
}
