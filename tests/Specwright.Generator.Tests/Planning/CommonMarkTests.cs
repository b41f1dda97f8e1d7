namespace Specwright.Planning;

public sealed class CommonMarkTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  \n ", "")]
    [InlineData("One line.", "One line.")]
    [InlineData("One line. \t", "One line.")]
    [InlineData("Two  blanks", "Two blanks")]
    [InlineData("Nothing - of # this > is ~~~ markup + here = 1. or 2)", "Nothing - of # this > is ~~~ markup + here = 1. or 2)")]
    [InlineData("説明です。", "説明です。")]
    [InlineData("Wrapped\nline.", "Wrapped line.")]
    [InlineData("Wrapped\u2028line.", "Wrapped line.")]
    [InlineData("First.\n\nSecond.", "First.|Second.")]
    [InlineData("First.\r\n\r\nSecond.", "First.|Second.")]
    [InlineData("# Heading\nText", "Heading|Text")]
    [InlineData("#1 in line", "#1 in line")]
    [InlineData("Title\n=====\nText", "Title|Text")]
    [InlineData("An *order* with **bold**, _both_ and `code_name`.", "An order with bold, both and ‹code_name›.")]
    [InlineData("snake_case_name and 2*3*4 and a * b", "snake_case_name and 2*3*4 and a * b")]
    [InlineData("See [the docs](https://example.org/a \"Title\") or <https://example.org>.", "See {https://example.org/a→the docs} or https://example.org.")]
    [InlineData("Over the [end of\na line](https://example.org/_a_).", "Over the {https://example.org/_a_→end of a line}.")]
    [InlineData("Only [tax](https://example.org/a#b-(c)) and [odd](https://example.org/(d).", "Only {https://example.org/a#b-(c)→tax} and {https://example.org/(d→odd}.")]
    [InlineData("[relative](/docs/a) and [`code`](https://example.org)", "relative (/docs/a) and {https://example.org→‹code›}")]
    [InlineData("[![Run](https://example.org/button.svg)](https://example.org/run) ![](https://example.org/a.png)", "{https://example.org/run→Run}")]
    [InlineData("See <a class=\"x\" href=\"https://example.org/?a=1&amp;b=_2_\">the <code>docs</code></a>.", "See {https://example.org/?a=1&b=_2_→the ‹docs›}.")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>", "x")]
    [InlineData("``a ` b`` and a ` alone", "‹a ` b› and a ` alone")]
    [InlineData("Some\uFDD0 \uFDD2text", "Some text")]
    [InlineData("> quoted\n>* item", "quoted⏎- item")]
    [InlineData(">= 5", ">= 5")]
    [InlineData("* one\n  more\n+ two", "- one more⏎- two")]
    [InlineData("a | b\n---|---\n1 |   2\n\nx | y", "a | b⏎1 | 2|x | y")]
    [InlineData("Long&mdash;dash", "Long—dash")]
    [InlineData("<x-note kind=\"a\">Beta</x-note> <image-name>", "Beta <image-name>")]
    [InlineData("[local](#section)", "local")]
    [InlineData("One of:\n- `A`: first\n- B", "One of:⏎- ‹A›: first⏎- B")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "a | b⏎1 | 2")]
    [InlineData("```json\n{\n  \"a\": 1\n}\n```\nAfter", "¶{⏎  \"a\": 1⏎}|After")]
    [InlineData("<p>Text<br/>more</p><ul><li>x</li></ul>", "Text more|- x")]
    [InlineData("<b onclick=\"evil()\">Bold</b> a < b and List<T>", "Bold a < b and List<T>")]
    [InlineData("Fish &amp; chips &lt;3 \\*kept\\*", "Fish & chips <3 *kept*")]
    public void Markup_IsReducedToItsWords(string? text, string expected)
        => Assert.Equal(expected, string.Join("|", CommonMark.ParagraphsOf(text).Select(Visible)));

    private static string Visible(string paragraph) => paragraph
        .Replace('\n', '⏎')
        .Replace(DocumentationMark.CodeStart, '‹')
        .Replace(DocumentationMark.CodeEnd, '›')
        .Replace(DocumentationMark.LinkStart, '{')
        .Replace(DocumentationMark.LinkWords, '→')
        .Replace(DocumentationMark.LinkEnd, '}')
        .Replace(DocumentationMark.CodeBlock, '¶');

    [Fact]
    public void HostileText_TakesLinearTime()
    {
        var text = string.Concat(Enumerable.Repeat("[<a *_`![", 100_000));

        Assert.NotEmpty(CommonMark.ParagraphsOf(text));
    }
}
