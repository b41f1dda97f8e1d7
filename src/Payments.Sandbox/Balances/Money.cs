using System.Globalization;

namespace Payments.Sandbox;

/// <summary>Money as the providers print it: a decimal text without grouping.</summary>
internal static class Money
{
    /// <summary>Two places, as Cashfree, the gateway and the account API print it.</summary>
    public static string TwoPlaces(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>As many places as the value has.</summary>
    public static string AsIs(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a plain positive amount of at most two places.</summary>
    public static bool TryParse(string? text, out decimal amount) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount) && amount > 0 && amount.Scale <= 2;
}
