using System.Globalization;

namespace Specwright.Sessions;

/// <summary>What a response says about the server's clock.</summary>
public static class ServerClock
{
    // TLS refuses the certificates of a server whose clock, or ours, is further off: such a field is wrong rather than the clock (ASSUMED).
    private static readonly TimeSpan Implausible = TimeSpan.FromDays(1);

    /// <summary>A <c>Date</c> field (RFC 9110, IMF-fixdate); null for text of another form.</summary>
    public static DateTimeOffset? ReadDate(string? field)
        => DateTimeOffset.TryParseExact(field, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>
    /// How far the server's clock runs ahead of the local one, by the <c>Date</c> field; zero where the field is missing, the difference is no larger than
    /// <paramref name="tolerance"/> (the field counts whole seconds and the answer took time to come), or it is larger than a day, as no clock that runs wrong makes it.
    /// </summary>
    public static TimeSpan OffsetOf(DateTimeOffset? serverTime, DateTimeOffset now, TimeSpan tolerance)
        => serverTime is { } time && (time - now).Duration() is var difference && difference > tolerance && difference <= Implausible ? time - now : TimeSpan.Zero;
}
