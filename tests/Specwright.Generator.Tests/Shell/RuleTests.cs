using System.Text.RegularExpressions;
using Specwright.Diagnostics;

namespace Specwright.Shell;

/// <summary>Each rule is documented and tracked.</summary>
public sealed partial class RuleTests
{
    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    [Fact]
    public void Rules_StandInOrderAndOnce() => Assert.Equal(Rules.All.Select(rule => rule.Id).Distinct().Order(StringComparer.Ordinal), Rules.All.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasAPage(string id)
    {
        var rule = Rules.Get(id);
        var page = File.ReadAllText(RepositoryFolder.PathOf("docs", "diagnostics", id + ".md"));

        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.Contains($"Default severity: {rule.Severity.ToString().ToLowerInvariant()}:", page, StringComparison.Ordinal);
        Assert.All(["## Cause", "## Example", "## Remedy"], heading => Assert.Contains(heading, page, StringComparison.Ordinal));
        Assert.Contains($"[{id}]({id}.md) | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Title} |", File.ReadAllText(RepositoryFolder.PathOf("docs", "diagnostics", "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void ReleaseFiles_ListEachRuleWithItsSeverity()
    {
        var listed = new[] { "Shipped", "Unshipped" }
            .SelectMany(name => Row().Matches(File.ReadAllText(RepositoryFolder.PathOf("generator", "Specwright.Generator", $"AnalyzerReleases.{name}.md"))))
            .Select(row => (Id: row.Groups[1].Value, Severity: row.Groups[2].Value));

        Assert.Equal(
            Rules.All.Select(rule => (rule.Id, rule.Severity.ToString())).Order(),
            listed.Order());
    }

    [Fact]
    public void Descriptors_CarryTheRulesWords()
    {
        Assert.Equal(Rules.All.Select(rule => rule.Id), Descriptors.All.Select(descriptor => descriptor.Id));
        Assert.All(Descriptors.All, descriptor =>
        {
            Assert.Equal(Rules.Get(descriptor.Id).Title, descriptor.Title.ToString());
            Assert.EndsWith(descriptor.Id, descriptor.HelpLinkUri, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"^(SPEC\d{4}) \| Specwright \| (\w+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
