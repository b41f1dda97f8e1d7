using System.Xml;

namespace Specwright.Tool.New;

/// <summary>Adds to MSBuild files as a person would: one line in the right place, everything else byte for byte as it was.</summary>
internal static class MsBuildText
{
    /// <summary>Adds an item behind the last one of its kind, or in a group of its own behind the first properties.</summary>
    /// <param name="text">The file.</param>
    /// <param name="element">The item's element, such as <c>&lt;OpenApiSpec Include="…" /&gt;</c>.</param>
    /// <exception cref="ToolException">The file is not XML.</exception>
    public static string AddItem(string text, string element)
    {
        var places = Find(text, kind: element[1..element.IndexOf(' ', StringComparison.Ordinal)]);

        // Items may stand before anything that is imported at the end of the file, which would not see later ones.
        return places.GroupEnd is { } groupEnd
            ? InsertBefore(text, groupEnd, places.Indentation, element)
            : InsertBehind(text, EndOfTag(text, places.PropertiesEnd ?? places.RootStart), ["", "  <ItemGroup>", $"    {element}", "  </ItemGroup>"]);
    }

    /// <summary>Adds a property at the end of the first group of properties.</summary>
    /// <exception cref="ToolException">The file is not XML, or has no properties.</exception>
    public static string AddProperty(string text, string element) =>
        InsertBefore(text, Find(text, kind: null).PropertiesEnd ?? throw new ToolException("the project has no PropertyGroup"), "    ", element);

    /// <summary>Values of <c>Include</c> of all items of a kind, as written.</summary>
    public static IReadOnlyList<string> IncludesOf(string text, string kind)
    {
        var includes = new List<string>();
        using var reader = Open(text);
        while (Read(reader))
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == kind && reader.GetAttribute("Include") is { } include)
            {
                includes.Add(include);
            }
        }

        return includes;
    }

    /// <summary>For an attribute's value.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static string InsertBefore(string text, int tag, string indentation, string element)
    {
        var lineStart = text.LastIndexOf('\n', tag) + 1;
        return string.IsNullOrWhiteSpace(text[lineStart..tag])
            ? text.Insert(lineStart, indentation + element + LineEnd(text))
            : text.Insert(tag, element);
    }

    private static string InsertBehind(string text, int place, IReadOnlyList<string> lines)
    {
        var lineEnd = text.IndexOf('\n', place);
        return lineEnd >= 0 && string.IsNullOrWhiteSpace(text[place..lineEnd])
            ? text.Insert(lineEnd + 1, string.Concat(lines.Select(line => line + LineEnd(text))))
            : text.Insert(place, string.Concat(lines.Select(line => line.Trim())));
    }

    private static string LineEnd(string text) => text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    /// <summary>Behind the <c>&gt;</c> of the tag that starts at an offset; one within an attribute's value is none.</summary>
    private static int EndOfTag(string text, int tag)
    {
        var quote = '\0';
        for (var index = tag; index < text.Length; index++)
        {
            var character = text[index];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == '>')
            {
                return index + 1;
            }
        }

        return text.Length;
    }

    private static Places Find(string text, string? kind)
    {
        var lines = LineStarts(text);
        var places = new Places();
        var isInGroup = false;
        using var reader = Open(text);
        var position = (IXmlLineInfo)reader;
        while (Read(reader))
        {
            switch (reader)
            {
                case { NodeType: XmlNodeType.Element, Depth: 0 }:
                    places.RootStart = Offset(nameOffset: 1);
                    break;
                case { NodeType: XmlNodeType.Element, Depth: 1 }:
                    isInGroup = reader is { LocalName: "ItemGroup", IsEmptyElement: false } && reader.GetAttribute("Condition") is null;
                    places.HasKind = false;
                    break;
                case { NodeType: XmlNodeType.Element, Depth: 2 } when isInGroup && reader.LocalName == kind:
                    places.HasKind = true;
                    places.Indentation = new string(' ', position.LinePosition - 2);
                    break;
                case { NodeType: XmlNodeType.EndElement, Depth: 1, LocalName: "ItemGroup" } when places.HasKind:
                    places.GroupEnd = Offset(nameOffset: 2);
                    break;
                case { NodeType: XmlNodeType.EndElement, Depth: 1, LocalName: "PropertyGroup" }:
                    places.PropertiesEnd ??= Offset(nameOffset: 2);
                    break;
                default:
                    break;
            }
        }

        return places;

        // The reader tells where the name stands.
        int Offset(int nameOffset) => lines[position.LineNumber - 1] + position.LinePosition - 1 - nameOffset;
    }

    private static List<int> LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var index = text.IndexOf('\n'); index >= 0; index = text.IndexOf('\n', index + 1))
        {
            starts.Add(index + 1);
        }

        return starts;
    }

    private static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });

    private static bool Read(XmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (XmlException exception)
        {
            throw new ToolException($"the project file is not XML: {exception.Message}");
        }
    }

    /// <summary>Offsets of tags.</summary>
    private sealed class Places
    {
        public int RootStart { get; set; }

        /// <summary>The end tag of the first group of properties.</summary>
        public int? PropertiesEnd { get; set; }

        /// <summary>The end tag of the last group with an item of the kind.</summary>
        public int? GroupEnd { get; set; }

        /// <summary>Of the last such item.</summary>
        public string Indentation { get; set; } = "    ";

        /// <summary>Whether the group that is being read has one.</summary>
        public bool HasKind { get; set; }
    }
}
