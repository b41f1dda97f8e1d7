using System.Globalization;

namespace Payments.Cli;

/// <summary>Amounts aligned on the decimal point, with the scale each was written with.</summary>
internal static class AmountColumn
{
    /// <summary>What stands for an amount that is not stated. Never 0, which is an amount.</summary>
    public const string NotStated = "-";

    /// <summary>Texts of equal length; digits are grouped by threes.</summary>
    public static IReadOnlyList<string> Align(IEnumerable<decimal?> amounts)
    {
        var parts = amounts.Select(Split).ToList();
        var whole = parts.Max(part => (int?)part.Whole.Length) ?? 0;
        var fraction = parts.Max(part => (int?)part.Fraction.Length) ?? 0;
        return [.. parts.Select(part => part.Whole.PadLeft(whole) + part.Fraction.PadRight(fraction))];
    }

    /// <summary>One amount by itself.</summary>
    public static string Text(decimal? amount)
    {
        var (whole, fraction) = Split(amount);
        return whole + fraction;
    }

    private static (string Whole, string Fraction) Split(decimal? amount)
    {
        if (amount is not { } value)
        {
            return (NotStated, "");
        }
        var text = value.ToString("N" + value.Scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? (text, "") : (text[..point], text[point..]);
    }
}
