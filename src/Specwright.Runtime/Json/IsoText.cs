using System.Globalization;

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

    /// <summary>
    /// RFC 3339, 5.6, with a blank for <c>T</c>, letters in lower case, one to sixteen digits of a second (past the seventh they are cut), and
    /// no offset at all, which means UTC: the machine's own zone must not change what an answer means. A leap second is read as the midnight behind it.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 19
            || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || !TryParseDate(text[..10], out var date)
            || !TryParseClock(text.Slice(11, 8), out var clock, out var isLeapSecond))
        {
            return false;
        }

        var rest = text[19..];
        if (!TryTakeFraction(ref rest, 16, out var fraction) || !TryParseOffset(rest, out var offset))
        {
            return false;
        }

        // The framework's calendar has no leap second: it is told by its end, which is a midnight in UTC.
        var local = (date.DayNumber * TimeSpan.TicksPerDay) + clock + (isLeapSecond ? 0 : fraction);
        var utc = local - offset;
        if (utc < DateTime.MinValue.Ticks
            || Math.Max(utc, local) > DateTime.MaxValue.Ticks
            || (isLeapSecond && utc % TimeSpan.TicksPerDay != 0))
        {
            return false;
        }

        value = new DateTimeOffset(local, new TimeSpan(offset));
        return true;
    }

    /// <summary>RFC 3339, 5.6, full-date: <c>2024-01-31</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        return text.Length == 10 && TryParseDate(text, out value);
    }

    /// <summary>RFC 3339, 5.6, partial-time with up to seven digits of a second.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (text.Length < 8 || !TryParseClock(text[..8], out var clock, out var isLeapSecond) || isLeapSecond)
        {
            return false;
        }

        var rest = text[8..];
        if (!TryTakeFraction(ref rest, 7, out var fraction) || !rest.IsEmpty)
        {
            return false;
        }

        value = new TimeOnly(clock + fraction);
        return true;
    }

    private static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        date = default;
        var year = (TwoDigits(text, 0) * 100) + TwoDigits(text, 2);
        var month = TwoDigits(text, 5);
        var day = TwoDigits(text, 8);
        if (text[4] != '-' || text[7] != '-' || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    /// <param name="text">As <c>23:59:59</c>.</param>
    /// <param name="ticks">Those since midnight.</param>
    /// <param name="isLeapSecond">Whether the second is the sixtieth.</param>
    private static bool TryParseClock(ReadOnlySpan<byte> text, out long ticks, out bool isLeapSecond)
    {
        var hour = TwoDigits(text, 0);
        var minute = TwoDigits(text, 3);
        var second = TwoDigits(text, 6);
        isLeapSecond = second == 60;
        ticks = (((hour * 60L) + minute) * 60 + second) * TimeSpan.TicksPerSecond;
        return text[2] == ':' && text[5] == ':' && hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and <= 60;
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<byte> rest, int maxDigits, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] != '.')
        {
            return true;
        }

        var count = 0;
        var digits = rest[1..];
        for (; count < digits.Length && digits[count] is >= (byte)'0' and <= (byte)'9'; count++)
        {
            if (count < 7)
            {
                ticks = (ticks * 10) + digits[count] - '0';
            }
        }

        for (var missing = count; missing < 7; missing++)
        {
            ticks *= 10;
        }

        rest = digits[count..];
        return count > 0 && count <= maxDigits;
    }

    /// <param name="text">As <c>Z</c>, <c>+05:30</c>, or nothing.</param>
    /// <param name="ticks">To be taken from local time for UTC; at most fourteen hours, which is all that the framework has.</param>
    private static bool TryParseOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        if (text.Length != 6 || text[3] != ':')
        {
            return false;
        }

        var hours = TwoDigits(text, 1);
        var minutes = TwoDigits(text, 4);
        ticks = ((hours * 60L) + minutes) * (text[0] == '-' ? -TimeSpan.TicksPerMinute : TimeSpan.TicksPerMinute);
        return text[0] is (byte)'+' or (byte)'-' && hours >= 0 && minutes is >= 0 and < 60 && (hours * 60) + minutes <= 14 * 60;
    }

    /// <summary>The number at the place, or one far below zero where it is none.</summary>
    private static int TwoDigits(ReadOnlySpan<byte> text, int at)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : -10_000;
    }
}
