using System.Globalization;
using System.Text;
using Specwright.Model;

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

    /// <summary>
    /// The template without its fragment and without what a query parameter gives: of <c>/search?query={query}</c> with a query parameter <c>query</c> only the path is left, or the field would be sent twice.
    /// </summary>
    public static string OfRequest(Operation operation)
    {
        var template = WithoutFragment(operation.Path);
        var question = template.IndexOf('?');
        if (question < 0)
        {
            return template;
        }

        var pairs = template.Substring(question + 1).Split('&').Where(pair => !operation.Parameters.Any(parameter => Gives(parameter, pair, operation))).ToList();
        return template.Substring(0, question) + (pairs.Count == 0 ? "" : "?" + string.Join("&", pairs));
    }

    /// <summary>Whether the template gives a query field of this name.</summary>
    public static bool HasQuery(string template, string name)
    {
        var question = template.IndexOf('?');
        return question >= 0 && template.Substring(question + 1).Split('&').Any(pair => NameOf(pair) == name);
    }

    /// <summary>A parameter that may be left out gives nothing that the path needs; one with a value in braces gives it.</summary>
    private static bool Gives(Parameter parameter, string pair, Operation operation)
    {
        if (parameter.In != ParameterLocation.Query || parameter.WireName != NameOf(pair))
        {
            return false;
        }

        var names = PiecesOf(pair).Where(piece => piece.IsParameter).Select(piece => piece.Text).ToList();
        return names.Count == 0 ? parameter.IsRequired : !operation.Parameters.Any(other => other.In == ParameterLocation.Path && names.Contains(other.WireName));
    }

    private static string NameOf(string pair) => Uri.UnescapeDataString(pair.Split('=')[0]);

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
