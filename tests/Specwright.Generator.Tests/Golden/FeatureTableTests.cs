using System.Text.RegularExpressions;

namespace Specwright.Golden;

/// <summary>docs/features.md and the golden cases name each other.</summary>
public sealed partial class FeatureTableTests
{
    private const string Folder = "../tests/Specwright.Generator.Tests/Golden/";

    private static readonly string Page = File.ReadAllText(RepositoryFolder.PathOf("docs", "features.md"));

    public static TheoryData<string> Cases => new(GoldenCase.Names);

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryCase_HasItsRow(string name) =>
        Assert.True(Linked().Contains(name), $"docs/features.md has no row that links to {Folder}{name}.");

    [Fact]
    public void EveryLinkToACase_LeadsToOne() => Assert.All(
        Linked(),
        name => Assert.True(GoldenCase.Names.Contains(name), $"docs/features.md links to {Folder}{name}, which is not there."));

    private static List<string> Linked() => CaseLink().Matches(Page).Select(match => match.Groups[1].Value).Distinct().ToList();

    [GeneratedRegex(@"\]\(\.\./tests/Specwright\.Generator\.Tests/Golden/([^)/]*)/?\)")]
    private static partial Regex CaseLink();
}
