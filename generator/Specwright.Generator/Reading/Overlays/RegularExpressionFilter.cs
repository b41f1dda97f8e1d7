using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Specwright.Reading.Text;

namespace Specwright.Reading.Overlays;

/// <summary>The functions <c>match</c> and <c>search</c> (RFC 9535, 2.4.6 and 2.4.7): whether a text, or a part of it, is as a regular expression says.</summary>
/// <param name="Text">Anything but a string matches nothing.</param>
/// <param name="Pattern">An I-Regexp (RFC 9485); one that is none matches nothing.</param>
/// <param name="IsWhole">The whole text must match.</param>
internal sealed record RegularExpressionFilter(JsonPathOperand Text, JsonPathOperand Pattern, bool IsWhole) : JsonPathFilter
{
    /// <summary>For one text, and for all of them together: an overlay may come from anywhere, and expressions that take hours are short.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Regex?> _expressions = new(StringComparer.Ordinal);
    private readonly Stopwatch _spent = new();

    /// <exception cref="RegexMatchTimeoutException">The expression takes too long.</exception>
    public override bool Holds(Node current) =>
        Text.Value(current) is ScalarNode { Kind: ScalarKind.String } text
        && Pattern.Value(current) is ScalarNode { Kind: ScalarKind.String } pattern
        && ExpressionOf(pattern.Text) is { } expression
        && IsMatch(expression, text.Text);

    private bool IsMatch(Regex expression, string text)
    {
        _spent.Start();
        var isMatch = expression.IsMatch(text);
        _spent.Stop();
        return _spent.Elapsed < Patience ? isMatch : throw new RegexMatchTimeoutException(text, expression.ToString(), Patience);
    }

    private Regex? ExpressionOf(string pattern)
    {
        if (!_expressions.TryGetValue(pattern, out var expression))
        {
            try
            {
                var own = WithoutDots(pattern);
                expression = new Regex(IsWhole ? $@"\A(?:{own})\z" : own, RegexOptions.CultureInvariant, Patience);
            }
            catch (ArgumentException)
            {
                expression = null;
            }

            _expressions.Add(pattern, expression);
        }

        return expression;
    }

    /// <summary>RFC 9485, 5.3: a dot outside brackets is any character but the two line ends.</summary>
    private static string WithoutDots(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        var isInBrackets = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character == '\\' && index + 1 < pattern.Length)
            {
                result.Append(character).Append(pattern[++index]);
                continue;
            }

            isInBrackets = character == '[' || (isInBrackets && character != ']');
            result.Append(character == '.' && !isInBrackets ? @"[^\n\r]" : character.ToString());
        }

        return result.ToString();
    }
}
