using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Specwright.Reading.Text;

namespace Specwright.Tool.New;

/// <summary>Paths into a description for the <c>target</c> of an overlay's action (RFC 9535), quoted for YAML.</summary>
internal static partial class JsonPathText
{
    // Besides what JSON demands it escapes quotes and everything that is no visible character: no name ends a quotation or a comment's line.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <returns><c>'$.paths["/orders"].get'</c>.</returns>
    public static string Of(Node node)
    {
        var steps = new Stack<string>();
        for (var current = node; current.Parent is { } parent; current = parent)
        {
            steps.Push(parent is ArrayNode ? $"[{current.Index.ToString(CultureInfo.InvariantCulture)}]"
                : Plain().IsMatch(current.Name) ? "." + current.Name
                : $"[{Quoted(current.Name)}]");
        }

        return $"'${string.Concat(steps)}'";
    }

    /// <summary>A text as a YAML scalar that stays on its line.</summary>
    public static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, Encoder)}\"";

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Plain();
}
