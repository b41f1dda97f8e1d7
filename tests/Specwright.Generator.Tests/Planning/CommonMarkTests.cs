namespace Specwright.Planning;

public sealed class CommonMarkTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  \n ", "")]
    [InlineData("One line.", "One line.")]
    [InlineData("Wrapped\nline.", "Wrapped line.")]
    [InlineData("First.\n\nSecond.", "First.|Second.")]
    [InlineData("First.\r\n\r\nSecond.", "First.|Second.")]
    [InlineData("# Heading\nText", "Heading|Text")]
    [InlineData("#1 in line", "#1 in line")]
    [InlineData("Title\n=====\nText", "Title|Text")]
    [InlineData("An *order* with **bold**, _both_ and `code_name`.", "An order with bold, both and code_name.")]
    [InlineData("snake_case_name and 2*3*4 and a * b", "snake_case_name and 2*3*4 and a * b")]
    [InlineData("See [the docs](https://example.org/a \"Title\") or <https://example.org>.", "See the docs (https://example.org/a) or https://example.org.")]
    [InlineData("[local](#section)", "local")]
    [InlineData("One of:\n- `A`: first\n- B", "One of:⏎- A: first⏎- B")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "a | b⏎1 | 2")]
    [InlineData("```json\n{ \"a\": 1 }\n```\nAfter", "{ \"a\": 1 }|After")]
    [InlineData("<p>Text<br/>more</p><ul><li>x</li></ul>", "Text more|- x")]
    [InlineData("<b onclick=\"evil()\">Bold</b> a < b and List<T>", "Bold a < b and List<T>")]
    [InlineData("Fish &amp; chips &lt;3 \\*kept\\*", "Fish & chips <3 *kept*")]
    public void Markup_IsReducedToItsWords(string? text, string expected)
        => Assert.Equal(expected, string.Join("|", CommonMark.ParagraphsOf(text)).Replace('\n', '⏎'));

    [Fact]
    public void HostileText_TakesLinearTime()
    {
        var text = string.Concat(Enumerable.Repeat("[<a *_`![", 100_000));

        Assert.NotEmpty(CommonMark.ParagraphsOf(text));
    }
}
