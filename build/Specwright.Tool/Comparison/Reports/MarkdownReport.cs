using System.Text;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Reports;

/// <summary>Markdown for a comment in a pull request: the verdict first, what breaks in sight, the rest folded away.</summary>
/// <remarks>Descriptions are untrusted: nothing of them becomes markup, a link or a mention.</remarks>
internal static class MarkdownReport
{
    /// <summary>Code hosts refuse comments of more than 65,536 characters.</summary>
    private const int MaxLength = 60_000;

    public static string Write(ComparisonResult result, ChangeSeverity least)
    {
        var text = new StringBuilder();
        text.Append("## ").Append(VerdictOf(result.Severity)).Append('\n');
        text.Append('\n').Append(Code(result.Old)).Append(" → ").Append(Code(result.New)).Append(": ").Append(result.Summary).Append(".\n");
        foreach (var client in result.Clients.Where(client => client.Changes.Count > 0))
        {
            text.Append('\n').Append("### ").Append(Code(client.Client)).Append(" (").Append(Code(client.Spec)).Append(")\n");
            foreach (var group in client.Changes.Where(change => change.Severity >= least).GroupBy(change => change.Severity))
            {
                WriteGroup(text, group.Key, [.. group]);
            }
        }

        return text.ToString();
    }

    private static string VerdictOf(ChangeSeverity? severity) => severity switch
    {
        null => "No change of the API",
        ChangeSeverity.Breaking => "Breaking: callers must change code",
        ChangeSeverity.Rebuild => "Not breaking, but programs must be built again",
        ChangeSeverity.Additive => "Not breaking: only additions",
        _ => "Not breaking: nothing that a program notices",
    };

    private static void WriteGroup(StringBuilder text, ChangeSeverity severity, IReadOnlyList<Change> changes)
    {
        var isFolded = severity < ChangeSeverity.Rebuild;
        var heading = $"{changes.Count} {Words.Of(severity)}";
        text.Append('\n').Append(isFolded ? $"<details><summary>{heading}</summary>\n\n" : $"**{heading}**\n\n");
        text.Append("| member | what callers must do | seen in | where | rule |\n| --- | --- | --- | --- | --- |\n");
        var written = 0;
        foreach (var change in changes)
        {
            if (text.Length > MaxLength)
            {
                break;
            }

            text.Append("| ").Append(Code(change.Member)).Append(" | ").Append(Escaped(change.Sentence)).Append(" | ").Append(Words.TextOf(change.Rule.Reach))
                .Append(" | ").Append(Escaped(PlaceText.Of(change))).Append(" | ").Append(change.Rule.Id).Append(" |\n");
            written++;
        }

        if (written < changes.Count)
        {
            text.Append('\n').Append(changes.Count - written).Append(" more are left out, for a comment can hold no more.\n");
        }

        text.Append(isFolded ? "\n</details>\n" : "");
    }

    /// <summary>A code span; a name that would end it is written without its marks.</summary>
    private static string Code(string text) => $"`{PlaceText.OneLine(text).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in PlaceText.OneLine(text))
        {
            escaped.Append(character switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '@' => "&#64;",
                ':' => "&#58;",
                '#' => "&#35;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '!' => "\\" + character,
                _ => character.ToString(),
            });
        }

        return escaped.ToString();
    }
}
