using System.Globalization;

namespace Payments.HyperSdk;

/// <summary>Reads the amounts of balance answers, whose format no page states.</summary>
public static class HyperAmount
{
    /// <summary>
    /// The amount, with surrounding blanks and a sign tolerated; false for anything else, which is then to be shown as it is rather than guessed at (ASSUMED).
    /// </summary>
    public static bool TryParse(string? text, out decimal amount)
        => decimal.TryParse(
            text,
            NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out amount);
}
