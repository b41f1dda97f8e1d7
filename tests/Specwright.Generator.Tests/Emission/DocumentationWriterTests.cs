using Specwright.Model;
using Specwright.Planning;

namespace Specwright.Emission;

public sealed class DocumentationWriterTests
{
    [Fact]
    public void NoDescription_MeansNoSummary()
        => Assert.Equal("/// <remarks>Source: <c>#/a</c>.</remarks>\n", Write(new Documentation(), "#/a"));

    [Fact]
    public void ShortText_StaysOnOneLine()
        => Assert.Equal("/// <summary>Fish &amp; &lt;chips&gt;.</summary>\n", Write(new Documentation { Summary = "Fish & <chips>." }));

    [Fact]
    public void LongText_IsWrappedAtBlanks()
    {
        var text = Write(new Documentation { Summary = string.Join(" ", Enumerable.Repeat("word", 60)) });

        Assert.StartsWith("/// <summary>\n/// word word", text);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 125));
        Assert.Equal(60, text.Split("word").Length - 1);
    }

    [Fact]
    public void SeveralParagraphs_AreSeparate()
        => Assert.Equal(
            "/// <remarks>\n/// <para>One.</para>\n/// <para>Source: <c>#/a</c>.</para>\n/// </remarks>\n",
            Write(new Documentation { Remarks = EquatableArray.Of("One.") }, "#/a"));

    [Fact]
    public void InvisibleAndControlCharacters_AreLeftOut()
        => Assert.Equal("/// <summary>ab c</summary>\n", Write(new Documentation { Summary = "a\u202E\u0001\uFEFFb\u2028c\uD800" }));

    [Fact]
    public void CodeAndLinks_BecomeElements()
        => Assert.Equal(
            "/// <summary>The <c>a &lt; b</c> of <see href=\"https://example.org/?a=1&amp;b=&quot;\">the &lt;docs&gt;</see>.</summary>\n",
            Write(DocumentationText.Of("The `a < b` of [the <docs>](https://example.org/?a=1&b=\").")));

    [Fact]
    public void Lists_KeepTheirLinesInEditorsToo()
        => Assert.Equal("/// <summary>\n/// One of:<br/>\n/// - a<br/>\n/// - b\n/// </summary>\n", Write(DocumentationText.Of("One of:\n* a\n* b")));

    [Fact]
    public void CodeBlock_StandsAsItIs()
        => Assert.Equal(
            "/// <summary>Send:</summary>\n/// <remarks>\n/// <code>\n/// {\n///\n///   1 &lt; 2\n/// </code>\n/// </remarks>\n",
            Write(DocumentationText.Of("Send:\n```\n{\n\n  1 < 2\n```")));

    [Fact]
    public void LinkThatIsLongerThanALine_StandsOnOneOfItsOwn()
    {
        var address = "https://example.org/" + new string('a', 130);

        Assert.Equal(
            $"/// <summary>\n/// Only with a\n/// <see href=\"{address}\">tax\n/// behaviour</see>.\n/// </summary>\n",
            Write(DocumentationText.Of($"Only with a [tax behaviour]({address}).")));
    }

    [Fact]
    public void LinkAtTheEndOfALine_IsNotTornApart()
    {
        var text = Write(DocumentationText.Of(string.Join(" ", Enumerable.Range(0, 40).Select(number => $"{new string('w', number)} [x](https://example.org/{number})"))));

        Assert.DoesNotContain("<see\n", text, StringComparison.Ordinal);
        Assert.Contains("<see href=", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\uFDD0open")]
    [InlineData("\uFDD4\uFDD1closed")]
    [InlineData("\uFDD2no words")]
    [InlineData("\uFDD0\uFDD2https://example.org\uFDD3\uFDD1crossed\uFDD4")]
    [InlineData("\uFDD0\uFDD0twice\uFDD1\uFDD1")]
    public void WhateverTheMarks_TheXmlIsWellFormed(string text)
        => System.Xml.Linq.XElement.Parse($"<summary>{DocumentationWriter.Xml(text)}</summary>");

    private static string Write(Documentation documentation, string? pointer = null)
    {
        var writer = new SourceWriter();
        DocumentationWriter.Write(writer, documentation, pointer);
        return writer.ToString();
    }
}
