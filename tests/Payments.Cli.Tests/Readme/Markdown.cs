using System.Text.RegularExpressions;

namespace Payments.Cli;

/// <summary>The few things that tests read out of a page.</summary>
internal static partial class Markdown
{
    /// <summary>The command lines in blocks marked <c>sh</c>, comments left out.</summary>
    public static IReadOnlyList<string> Commands(string page) =>
    [
        .. Blocks().Matches(page)
            .Where(block => block.Groups["language"].Value == "sh")
            .SelectMany(block => block.Groups["text"].Value.Split('\n'))
            .Select(line => line.Trim())
            .Where(line => line.Length > 0 && line[0] != '#'),
    ];

    /// <summary>The first block after a comment such as <c>&lt;!-- balances --&gt;</c>.</summary>
    public static string BlockAfter(string page, string mark) => Blocks().Match(page, PlaceAfter(page, mark)).Groups["text"].Value;

    /// <summary>Cells of the first table after such a comment, without header; code marks taken off.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> TableAfter(string page, string mark) =>
    [
        .. page[PlaceAfter(page, mark)..].TrimStart('\n').Split('\n')
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => (IReadOnlyList<string>)[.. line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`'))]),
    ];

    /// <summary>Targets of links that lead to files, without their anchors.</summary>
    public static IReadOnlyList<string> FileLinks(string page) =>
    [
        .. Links().Matches(page)
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && target[0] != '#')
            .Select(target => target.Split('#')[0])
            .Distinct(),
    ];

    private static int PlaceAfter(string page, string mark)
    {
        var comment = $"<!-- {mark} -->\n";
        var place = page.IndexOf(comment, StringComparison.Ordinal);
        Assert.True(place >= 0, $"The page has no {comment.Trim()}.");
        return place + comment.Length;
    }

    [GeneratedRegex("^```(?<language>[a-z]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Links();
}
