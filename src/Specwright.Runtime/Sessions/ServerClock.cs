using System.Globalization;

namespace Specwright.Sessions;

/// <summary>What a response says about the server's clock.</summary>
public static class ServerClock
{
    /// <summary>A <c>Date</c> field (RFC 9110, IMF-fixdate); null for text of another form.</summary>
    public static DateTimeOffset? ReadDate(string? field)
        => DateTimeOffset.TryParseExact(field, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    /// <summary>
    /// How far the server's clock runs ahead of the local one, by the <c>Date</c> field; zero where the field is missing or the difference is no larger than
    /// <paramref name="tolerance"/> (the field counts whole seconds and the answer took time to come).
    /// </summary>
    public static TimeSpan OffsetOf(DateTimeOffset? serverTime, DateTimeOffset now, TimeSpan tolerance)
        => serverTime is { } time && (time - now).Duration() > tolerance ? time - now : TimeSpan.Zero;
}
