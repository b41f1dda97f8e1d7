using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>Dates and times as RFC 3339 has them; the same text in JSON, in addresses and in header fields.</summary>
internal static class IsoText
{
    /// <summary>The longest text: <c>2024-01-31T23:59:59.1234567+05:30</c>.</summary>
    public const int MaxLength = 33;

    public const string DateFormat = "yyyy-MM-dd";
    public const string TimeFormat = "HH:mm:ss.FFFFFFF";

    private const string DateTimeFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFF";

    /// <summary>Offset zero is written <c>Z</c>, as most servers do, so that such values come back unchanged.</summary>
    public static bool TryFormat(DateTimeOffset value, Span<char> text, out int written)
    {
        if (!value.TryFormat(text, out written, DateTimeFormat, CultureInfo.InvariantCulture))
        {
            return false;
        }

        if (value.Offset == TimeSpan.Zero)
        {
            if (written == text.Length)
            {
                return false;
            }

            text[written++] = 'Z';
            return true;
        }

        if (!value.TryFormat(text[written..], out var offset, "zzz", CultureInfo.InvariantCulture))
        {
            return false;
        }

        written += offset;
        return true;
    }

    /// <summary>A local time is converted; one of no kind is taken for UTC, as an answer without an offset is.</summary>
    public static DateTimeOffset UtcOf(DateTime value) =>
        new(value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc));

    /// <summary>The ASCII text of a JSON string token, or false where it is longer than the buffer or not ASCII.</summary>
    public static bool TryGetText(ref Utf8JsonReader reader, scoped Span<char> buffer, out int length)
    {
        length = 0;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        if (!reader.HasValueSequence && !reader.ValueIsEscaped)
        {
            return reader.ValueSpan.Length <= buffer.Length
                && Ascii.ToUtf16(reader.ValueSpan, buffer, out length) == OperationStatus.Done;
        }

        // A character takes at most six bytes when escaped (\u002B).
        Span<byte> copy = stackalloc byte[512];
        var raw = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (raw > copy.Length)
        {
            return false;
        }

        copy = copy[..reader.CopyString(copy)];
        return copy.Length <= buffer.Length && Ascii.ToUtf16(copy, buffer, out length) == OperationStatus.Done;
    }

    /// <summary>
    /// RFC 3339, 5.6, with a blank for <c>T</c>, letters in lower case, one to sixteen digits of a second (past the seventh they are cut), and
    /// no offset at all, which means UTC: the machine's own zone must not change what an answer means. A leap second is read as the midnight behind it.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 19
            || text[10] is not ('T' or 't' or ' ')
            || !DateOnly.TryParseExact(text[..10], DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !TryParseClock(text.Slice(11, 8), out var time, out var isLeapSecond))
        {
            return false;
        }

        var rest = text[19..];
        if (!TryTakeFraction(ref rest, out var ticks) || !TryParseOffset(rest, out var offset))
        {
            return false;
        }

        // The framework's calendar has no leap second: it is told by its end, which is a midnight in UTC.
        var ticksOfLocal = date.ToDateTime(time).Ticks + (isLeapSecond ? TimeSpan.TicksPerSecond : ticks);
        var utc = ticksOfLocal - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks
            || Math.Max(utc, ticksOfLocal) > DateTime.MaxValue.Ticks
            || (isLeapSecond && utc % TimeSpan.TicksPerDay != 0))
        {
            return false;
        }

        value = new DateTimeOffset(ticksOfLocal, offset);
        return true;
    }

    private static bool TryParseClock(ReadOnlySpan<char> text, out TimeOnly time, out bool isLeapSecond)
    {
        isLeapSecond = text.EndsWith(":60", StringComparison.Ordinal);
        Span<char> clock = stackalloc char[8];
        text.CopyTo(clock);
        if (isLeapSecond)
        {
            "59".CopyTo(clock[6..]);
        }

        return TimeOnly.TryParseExact(clock, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] != '.')
        {
            return true;
        }

        var digits = rest[1..];
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        if (end >= 0)
        {
            digits = digits[..end];
        }

        if (digits.Length is 0 or > 16)
        {
            return false;
        }

        for (var i = 0; i < 7; i++)
        {
            ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        rest = rest[(1 + digits.Length)..];
        return true;
    }

    private static bool TryParseOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = default;
        if (text is "" or "Z" or "z")
        {
            return true;
        }

        if (text.Length != 6
            || text[0] is not ('+' or '-')
            || !TimeOnly.TryParseExact(text[1..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var distance)
            || distance.Hour > 14
            || distance is { Hour: 14, Minute: > 0 })
        {
            return false;
        }

        offset = text[0] == '-' ? -distance.ToTimeSpan() : distance.ToTimeSpan();
        return true;
    }
}
