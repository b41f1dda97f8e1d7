using Specwright.Tool.Comparison.Reports;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison;

public sealed class MarkdownReportTests
{
    [Fact]
    public void Verdict_ComesFirst_AndWhatBreaksNothingIsFolded()
    {
        var text = MarkdownReport.Write(ResultOf(ChangeOf(ChangeRules.PropertyRemoved, "'Order.Total' is gone."), ChangeOf(ChangeRules.TypeAdded, "New.")), ChangeSeverity.Cosmetic);

        Assert.Equal(
            """
            ## Breaking: callers must change code

            `main` → `work tree`: 1 breaking, 1 additive.

            ### `AcmeClient` (`specs/acme.yaml`)

            **1 breaking**

            | member | what callers must do | seen in | where | rule |
            | --- | --- | --- | --- | --- |
            | `Order.Total` | 'Order.Total' is gone. | C# and wire | acme.yaml&#58;12 | property-removed |

            <details><summary>1 additive</summary>

            | member | what callers must do | seen in | where | rule |
            | --- | --- | --- | --- | --- |
            | `Order.Total` | New. | C# | acme.yaml&#58;12 | type-added |

            </details>

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void NothingOfADescription_BecomesMarkup()
    {
        var text = MarkdownReport.Write(
            ResultOf(ChangeOf(ChangeRules.PropertyRemoved, "<img src=x> [a](https://evil.example) @team #1 | next\n## Approved `code` **bold**")),
            ChangeSeverity.Cosmetic);

        Assert.Contains(
            "| &lt;img src=x&gt; \\[a\\](https&#58;//evil.example) &#64;team &#35;1 \\| next &#35;&#35; Approved \\`code\\` \\*\\*bold\\*\\* |",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void LongComments_AreCutAndSayHowMuchIsLeftOut()
    {
        var text = MarkdownReport.Write(ResultOf([.. Enumerable.Repeat(ChangeOf(ChangeRules.PropertyRemoved, new string('a', 500)), 500)]), ChangeSeverity.Cosmetic);

        Assert.InRange(text.Length, 50_000, 65_536);
        Assert.Matches(@"\n\d+ more are left out", text);
    }

    private static ComparisonResult ResultOf(params Change[] changes) =>
        new("main", "work tree", [new ComparedPair { Client = "AcmeClient", Spec = "specs/acme.yaml", Changes = changes }]);

    private static Change ChangeOf(ChangeRule rule, string sentence) => new()
    {
        Rule = rule,
        Impact = rule.Impact,
        Member = "Order.Total",
        Sentence = sentence,
        New = new Place("#/a", "specs/acme.yaml", 12),
    };
}
