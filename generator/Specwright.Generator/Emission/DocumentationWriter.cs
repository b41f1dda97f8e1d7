using System.Text;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes documentation comments. Text comes in as words and marks; here it is escaped for XML and wrapped.</summary>
internal static class DocumentationWriter
{
    private const int LineLength = 120;

    /// <summary>Begins a paragraph that is code.</summary>
    private const string OpenCode = "<code>\n";

    private const string OpenLink = "<see";

    /// <summary>Summary, remarks with the origin, nothing where there is nothing to say.</summary>
    /// <param name="writer">Gets the lines.</param>
    /// <param name="documentation">Words and marks.</param>
    /// <param name="sourcePointer">The JSON pointer of origin; null where it adds nothing.</param>
    public static void Write(SourceWriter writer, Documentation documentation, string? sourcePointer = null)
    {
        WriteElement(writer, "summary", Xml(documentation.Summary));
        var remarks = documentation.Remarks.Select(Xml).ToList();
        if (sourcePointer is not null)
        {
            remarks.Add($"Source: <c>{Xml(sourcePointer)}</c>.");
        }

        WriteParagraphs(writer, "remarks", remarks);
    }

    /// <summary>One element; nothing if <paramref name="xml"/> is empty. Short text stays on one line.</summary>
    /// <param name="writer">Gets the lines.</param>
    /// <param name="name">For example <c>summary</c>.</param>
    /// <param name="xml">Content: escaped text (<see cref="Xml"/>) and elements of the emitter.</param>
    /// <param name="attributes">For example <c>name="orderId"</c>.</param>
    public static void WriteElement(SourceWriter writer, string name, string xml, string attributes = "")
        => WriteParagraphs(writer, name, xml.Length == 0 ? [] : [xml], attributes);

    /// <summary>One element with several paragraphs; nothing if there is none.</summary>
    public static void WriteParagraphs(SourceWriter writer, string name, IReadOnlyList<string> paragraphs, string attributes = "")
    {
        var texts = paragraphs.Where(paragraph => paragraph.Length > 0).ToList();
        if (texts.Count == 0)
        {
            return;
        }

        var open = attributes.Length == 0 ? $"<{name}>" : $"<{name} {attributes}>";
        if (texts.Count == 1 && texts[0].IndexOf('\n') < 0 && open.Length + texts[0].Length + name.Length + 3 <= LineLength)
        {
            writer.WriteLine($"/// {open}{texts[0]}</{name}>");
            return;
        }

        writer.WriteLine($"/// {open}");
        foreach (var text in texts)
        {
            foreach (var line in LinesOf(text, isAlone: texts.Count == 1))
            {
                writer.WriteLine(line.Length == 0 ? "///" : $"/// {line}");
            }
        }

        writer.WriteLine($"/// </{name}>");
    }

    /// <summary>Words and marks as XML content: escaped, without control, bidirectional and invisible characters; line ends stay <c>\n</c>.</summary>
    public static string Xml(string? text)
    {
        if (text is null)
        {
            return "";
        }

        if (text.Length > 0 && text[0] == DocumentationMark.CodeBlock)
        {
            return $"{OpenCode}{Xml(DocumentationMark.WithoutMarks(text))}\n</code>";
        }

        var xml = new StringBuilder(text.Length);
        var open = new Stack<string>();
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case DocumentationMark.CodeStart:
                    Open("<c>", "</c>");
                    break;
                case DocumentationMark.LinkStart when text.IndexOf(DocumentationMark.LinkWords, index) is > 0 and var words:
                    Open($"<see href=\"{Xml(DocumentationMark.WithoutMarks(text.Substring(index + 1, words - index - 1))).Replace("\"", "&quot;")}\">", "</see>");
                    index = words;
                    break;
                case DocumentationMark.CodeEnd:
                    Close("</c>");
                    break;
                case DocumentationMark.LinkEnd:
                    Close("</see>");
                    break;
                default:
                    index = AppendEscaped(xml, text, index);
                    break;
            }
        }

        // Whatever the marks of a text are, the XML is well-formed.
        while (open.Count > 0)
        {
            xml.Append(open.Pop());
        }

        return xml.ToString();

        void Open(string start, string end)
        {
            if (!open.Contains(end))
            {
                xml.Append(start);
                open.Push(end);
            }
        }

        void Close(string end)
        {
            if (open.Count > 0 && open.Peek() == end)
            {
                xml.Append(open.Pop());
            }
        }
    }

    /// <returns>The index of the last character taken.</returns>
    private static int AppendEscaped(StringBuilder xml, string text, int index)
    {
        var character = text[index];
        switch (character)
        {
            case '&':
                xml.Append("&amp;");
                break;
            case '<':
                xml.Append("&lt;");
                break;
            case '>':
                xml.Append("&gt;");
                break;
            case '\n':
                xml.Append('\n');
                break;
            case '\t' or '\r' or '\u0085' or '\u2028' or '\u2029':
                xml.Append(' ');
                break;
            default:
                if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                {
                    // Plane 14 holds the invisible tag characters.
                    if (char.ConvertToUtf32(character, text[index + 1]) < 0xE0000)
                    {
                        xml.Append(character).Append(text[index + 1]);
                    }

                    return index + 1;
                }

                if (!char.IsSurrogate(character) && !CSharpLiteral.IsHidden(character))
                {
                    xml.Append(character);
                }

                break;
        }

        return index;
    }

    /// <summary>Lines of a list or table end with a break: editors run lines together. Code stands as it is.</summary>
    private static IEnumerable<string> LinesOf(string text, bool isAlone)
    {
        if (text.StartsWith(OpenCode, StringComparison.Ordinal))
        {
            return text.Split('\n');
        }

        var broken = text.Replace("\n", "<br/>\n");
        return Wrap(isAlone ? broken : $"<para>{broken}</para>");
    }

    private static IEnumerable<string> Wrap(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var start = 0;
            while (line.Length - start > LineLength)
            {
                var end = line.LastIndexOf(' ', start + LineLength, LineLength);
                if (end - start >= OpenLink.Length && string.CompareOrdinal(line, end - OpenLink.Length, OpenLink, 0, OpenLink.Length) == 0)
                {
                    // Allowed, but a tag reads better whole, even if it is longer than a line.
                    end = line.LastIndexOf(' ', end - 1, end - start);
                }

                if (end <= start)
                {
                    end = line.IndexOf(' ', start + LineLength);
                }

                if (end < 0)
                {
                    break;
                }

                yield return line.Substring(start, end - start).TrimEnd();
                start = end + 1;
            }

            if (line.Length > start)
            {
                yield return line.Substring(start).TrimEnd();
            }
        }
    }
}
