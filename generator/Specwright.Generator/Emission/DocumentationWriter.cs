using System.Text;
using Specwright.Planning;
using Specwright.Planning.Naming;

namespace Specwright.Emission;

/// <summary>Writes documentation comments. Text comes in plain; here it is escaped for XML and wrapped.</summary>
internal static class DocumentationWriter
{
    private const int LineLength = 120;

    /// <summary>Summary, remarks with the origin, nothing where there is nothing to say.</summary>
    /// <param name="writer">Gets the lines.</param>
    /// <param name="documentation">Plain text.</param>
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
            foreach (var line in Wrap(texts.Count == 1 ? text : $"<para>{text}</para>"))
            {
                writer.WriteLine($"/// {line}");
            }
        }

        writer.WriteLine($"/// </{name}>");
    }

    /// <summary>Plain text as XML content: escaped, without control, bidirectional and invisible characters; line ends stay <c>\n</c>.</summary>
    public static string Xml(string? text)
    {
        if (text is null)
        {
            return "";
        }

        var xml = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
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
                case '"':
                    xml.Append("&quot;");
                    break;
                case '\n':
                    xml.Append('\n');
                    break;
                default:
                    if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                    {
                        // Plane 14 holds the invisible tag characters.
                        if (char.ConvertToUtf32(character, text[index + 1]) < 0xE0000)
                        {
                            xml.Append(character).Append(text[index + 1]);
                        }

                        index++;
                    }
                    else if (character is '\t' or '\r' or '\u0085' or '\u2028' or '\u2029')
                    {
                        xml.Append(' ');
                    }
                    else if (!char.IsSurrogate(character) && !CSharpLiteral.IsHidden(character))
                    {
                        xml.Append(character);
                    }

                    break;
            }
        }

        return xml.ToString();
    }

    private static IEnumerable<string> Wrap(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var start = 0;
            while (line.Length - start > LineLength)
            {
                // Blanks inside a tag are fine to break at: XML reads a line end there as a blank.
                var end = line.LastIndexOf(' ', start + LineLength, LineLength);
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
