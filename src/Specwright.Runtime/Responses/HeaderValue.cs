using System.Globalization;
using System.Text;
using Specwright.Json;

namespace Specwright;

/// <summary>Reads declared header fields. The other side fills them freely, and a wrong one must not cost the answer: what cannot be read is null.</summary>
public static class HeaderValue
{
    /// <summary>The value in invariant form; dates also as HTTP writes them (RFC 9110, 5.6.7), and as UTC where they name no offset.</summary>
    /// <param name="text">The field's value; null where it is missing.</param>
    /// <returns>Null where the text is missing or is no <typeparamref name="T"/>.</returns>
    public static T? Read<T>(string? text)
        where T : struct, ISpanParsable<T>
    {
        if (text is null)
        {
            return null;
        }

        // The type test is settled when the method is compiled for T.
        if (typeof(T) == typeof(DateTimeOffset))
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var point) ? (T)(object)point : null;
        }

        if (typeof(T) == typeof(DateTime))
        {
            return Read<DateTimeOffset>(text) is { } utc ? (T)(object)utc.UtcDateTime : null;
        }

        if (typeof(T) == typeof(decimal))
        {
            // The framework would take a comma for a thousands separator, and read "1,5" as 15.
            return Ascii.IsValid(text) && DecimalText.TryParse(Encoding.ASCII.GetBytes(text.Trim()), out var amount) ? (T)(object)amount : null;
        }

        return T.TryParse(text.AsSpan().Trim(), CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
