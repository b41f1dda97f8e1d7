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

    private static string Write(Documentation documentation, string? pointer = null)
    {
        var writer = new SourceWriter();
        DocumentationWriter.Write(writer, documentation, pointer);
        return writer.ToString();
    }
}
