using System.Text;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison;

public sealed class RuleDocumentationTests
{
    /// <summary><c>SPECWRIGHT_RENEW=1</c> writes the tables.</summary>
    [Fact]
    public void DiffPage_ListsEveryRule()
    {
        var path = RepositoryFolder.PathOf("docs", "diff.md");
        const string Start = "<!-- rules -->\n";
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var expected = TableOf(ChangeRules.All);
        if (Environment.GetEnvironmentVariable("SPECWRIGHT_RENEW") == "1")
        {
            File.WriteAllText(path, page[..from] + expected);
            return;
        }

        Assert.Equal(expected, page[from..]);
    }

    [Fact]
    public void Ids_AreUniqueAndReadable()
    {
        Assert.Equal(ChangeRules.All.Count, ChangeRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(ChangeRules.All, rule => Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Id));
    }

    [Fact]
    public void EveryRuleThatIsDeclared_IsListed() => Assert.Equal(
        typeof(ChangeRules).GetFields().Where(field => field.FieldType == typeof(ChangeRule)).Select(field => field.GetValue(null)),
        ChangeRules.All);

    private static string TableOf(IEnumerable<ChangeRule> rules)
    {
        var text = new StringBuilder("| rule | severity | seen in | breaks | what | callers |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var rule in rules)
        {
            var breaks = string.Join(", ", Words.Of(rule.Impact));
            text.Append($"| `{rule.Id}` | {Words.Of(rule.Severity)} | {Words.TextOf(rule.Reach)} | {breaks} | {rule.What} | {rule.Callers} |\n");
        }

        return text.ToString();
    }
}
