using System.Globalization;
using System.Text;

namespace Specwright.Planning.Operations;

/// <summary>A piece of a path template: literal text as written, or the name in braces.</summary>
internal readonly record struct PathPiece(string Text, bool IsParameter);

/// <summary>Takes a path template apart.</summary>
internal static class PathTemplate
{
    /// <summary>Literal text and names in turn. A brace without its partner is literal text.</summary>
    public static IReadOnlyList<PathPiece> PiecesOf(string template)
    {
        var pieces = new List<PathPiece>();
        var start = 0;
        while (start < template.Length)
        {
            var open = template.IndexOf('{', start);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            if (open > start)
            {
                pieces.Add(new(template.Substring(start, open - start), IsParameter: false));
            }

            pieces.Add(new(template.Substring(open + 1, close - open - 1), IsParameter: true));
            start = close + 1;
        }

        if (start < template.Length)
        {
            pieces.Add(new(template.Substring(start), IsParameter: false));
        }

        return pieces;
    }

    /// <summary>Literal text as it stands in a request: what RFC 3986 allows in a path stays, earlier percent-encoding too.</summary>
    /// <remarks>A question mark as well: some descriptions tell operations apart by a query in the path, <c>/orders?action=close</c>.</remarks>
    public static string Encode(string literal) => Encode(literal, "-._~!$&'()*+,;=:@/%?");

    /// <summary>The template without its fragment, which only tells operations apart in the description: no client sends one (RFC 9110, 7.1).</summary>
    public static string WithoutFragment(string template)
    {
        var fragment = template.IndexOf('#');
        return fragment < 0 ? template : template.Substring(0, fragment);
    }

    /// <summary>Whether a step of the path is <c>.</c> or <c>..</c>: the runtime refuses to send it, since it would lead elsewhere.</summary>
    public static bool HasDotSegment(string template) => WithoutFragment(template).Split('?')[0].Split('/').Any(step => step is "." or "..");

    /// <summary>The name of a query parameter: everything but unreserved characters is percent-encoded.</summary>
    public static string EncodeName(string name) => Encode(name, "-._~");

    private static string Encode(string text, string allowed)
    {
        var encoded = new StringBuilder(text.Length);
        foreach (var unit in Encoding.UTF8.GetBytes(text).Select(value => (char)value))
        {
            if (unit is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || allowed.IndexOf(unit) >= 0)
            {
                encoded.Append(unit);
            }
            else
            {
                encoded.Append('%').Append(((int)unit).ToString("X2", CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }
}
