using System.Text.RegularExpressions;

namespace Specwright.Planning.Selection;

/// <summary>A name, or a pattern for names.</summary>
internal sealed class NamePattern
{
    private readonly Regex _expression;

    private NamePattern(string text, string expression)
    {
        Text = text;
        _expression = new Regex("^" + expression + "$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary><c>*</c> stands for any characters.</summary>
    public static NamePattern OfName(string text) => new(text, Regex.Escape(text).Replace(@"\*", ".*"));

    /// <summary><c>*</c> stands for any characters but <c>/</c>, <c>**</c> for any at all; <c>/orders/**</c> is <c>/orders</c> too.</summary>
    public static NamePattern OfPath(string text)
    {
        const string Below = @"/\*\*";
        var expression = Regex.Escape(text);
        var end = expression.EndsWith(Below, StringComparison.Ordinal) ? "(/.*)?" : "";
        var start = end.Length == 0 ? expression : expression.Substring(0, expression.Length - Below.Length);
        return new(text, start.Replace(@"\*\*", ".*").Replace(@"\*", "[^/]*") + end);
    }

    public bool Matches(string name) => _expression.IsMatch(name);
}
