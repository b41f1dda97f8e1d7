using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning;

/// <summary>Turns a description's texts into <see cref="Documentation"/>.</summary>
internal static class DocumentationText
{
    private static readonly Documentation Nothing = new();

    private static readonly RecentResults<Documentation> Documentations = new(text => OfText(text));

    /// <summary>The first paragraph is the summary, the others are remarks; markup is gone.</summary>
    public static Documentation Of(string? description, bool isDeprecated = false)
    {
        var documentation = string.IsNullOrEmpty(description) ? Nothing : Documentations.Of(description!);
        return isDeprecated ? documentation with { IsDeprecated = true } : documentation;
    }

    /// <summary>The description of a schema or, without one, its title where that says more than the name does.</summary>
    public static Documentation Of(Schema schema, string identifier)
    {
        var title = schema.Title is { } text && Identifiers.Pascal(text) != identifier ? text : null;
        return Of(string.IsNullOrWhiteSpace(schema.Description) ? title : schema.Description, schema.IsDeprecated);
    }

    private static Documentation OfText(string description)
    {
        var paragraphs = CommonMark.ParagraphsOf(description);
        return paragraphs.Count == 0 ? Nothing : new Documentation
        {
            Summary = paragraphs[0],
            Remarks = paragraphs.Count < 2 ? default : paragraphs.Skip(1).ToEquatableArray(),
        };
    }

    /// <summary>One line without marks, or null: for names and titles.</summary>
    public static string? LineOf(string? description)
    {
        var line = DocumentationMark.WithoutMarks(string.Join(" ", CommonMark.ParagraphsOf(description)).Replace('\n', ' '));
        return line.Length == 0 ? null : line;
    }

    /// <summary>All of it as one paragraph of several lines, or null: for parameters and responses, which have one element each.</summary>
    public static string? LinesOf(string? description)
    {
        var lines = string.Join("\n", CommonMark.ParagraphsOf(description).Select(paragraph => paragraph.TrimStart(DocumentationMark.CodeBlock)));
        return lines.Length == 0 ? null : lines;
    }
}
