using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Specwright.Reading.Text;

/// <summary>What a plain YAML scalar means: the core schema of YAML 1.2.2, section 10.3.2.</summary>
/// <remarks>
/// Version 1.1 made <c>no</c> a boolean, <c>1_000</c> a number and <c>2024-01-01</c> a date; country codes and version numbers in
/// descriptions suffer from that, so none of it is understood here.
/// </remarks>
internal static class YamlCoreSchema
{
    private static readonly Regex Integer = new("^[-+]?[0-9]+$", RegexOptions.CultureInvariant);
    private static readonly Regex Octal = new("^0o[0-7]+$", RegexOptions.CultureInvariant);
    private static readonly Regex Hexadecimal = new("^0x[0-9a-fA-F]+$", RegexOptions.CultureInvariant);
    private static readonly Regex Float = new(@"^([-+]?)(\.[0-9]+|[0-9]+(?:\.[0-9]*)?)((?:[eE][-+]?[0-9]+)?)$", RegexOptions.CultureInvariant);

    /// <summary>The kind of a plain scalar and its text: a number's text is a JSON literal with the digits as written.</summary>
    /// <remarks><c>.inf</c> and <c>.nan</c> have no JSON literal and stay strings.</remarks>
    public static (ScalarKind Kind, string Text) Resolve(string plain)
    {
        switch (plain)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return (ScalarKind.Null, "null");
            case "true" or "True" or "TRUE":
                return (ScalarKind.True, "true");
            case "false" or "False" or "FALSE":
                return (ScalarKind.False, "false");
        }

        // Most scalars are words: nothing but a digit, a sign or a dot can start a number.
        if (plain[0] is not ((>= '0' and <= '9') or '-' or '+' or '.'))
        {
            return (ScalarKind.String, plain);
        }

        // '$' of a regular expression also matches before a final line feed, which a folded plain scalar cannot have.
        if (Integer.IsMatch(plain))
        {
            return (ScalarKind.Number, DecimalLiteral(plain));
        }

        if (Octal.IsMatch(plain))
        {
            return Whole(plain.Substring(2).Aggregate(BigInteger.Zero, (value, digit) => (value * 8) + (digit - '0')));
        }

        if (Hexadecimal.IsMatch(plain))
        {
            // The leading zero keeps the number positive.
            return Whole(BigInteger.Parse("0" + plain.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        }

        var match = Float.Match(plain);
        return match.Success ? (ScalarKind.Number, FloatLiteral(match)) : (ScalarKind.String, plain);
    }

    private static (ScalarKind Kind, string Text) Whole(BigInteger value) =>
        (ScalarKind.Number, value.ToString(CultureInfo.InvariantCulture));

    private static string DecimalLiteral(string plain)
    {
        var sign = plain[0] == '-' ? "-" : "";
        var digits = plain.TrimStart('-', '+').TrimStart('0');
        return digits.Length == 0 ? sign + "0" : sign + digits;
    }

    private static string FloatLiteral(Match match)
    {
        var mantissa = match.Groups[2].Value;
        var dot = mantissa.IndexOf('.');
        var whole = dot < 0 ? mantissa : mantissa.Substring(0, dot);
        var fraction = dot < 0 ? "" : mantissa.Substring(dot + 1);
        whole = whole.TrimStart('0');
        return (match.Groups[1].Value == "-" ? "-" : "")
            + (whole.Length == 0 ? "0" : whole)
            + (fraction.Length == 0 ? "" : "." + fraction)
            + match.Groups[3].Value;
    }
}
