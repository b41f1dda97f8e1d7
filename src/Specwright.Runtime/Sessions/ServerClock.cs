namespace Specwright.Sessions;

/// <summary>What a response says about the server's clock.</summary>
public static class ServerClock
{
    /// <summary>
    /// How far the server's clock runs ahead of the local one, by the <c>Date</c> field; zero where the field is missing or the difference is no larger than
    /// <paramref name="tolerance"/> (the field counts whole seconds and the answer took time to come).
    /// </summary>
    public static TimeSpan OffsetOf(HttpResponseMessage response, DateTimeOffset now, TimeSpan tolerance)
    {
        ArgumentNullException.ThrowIfNull(response);
        return OffsetOf(response.Headers.Date, now, tolerance);
    }

    /// <inheritdoc cref="OffsetOf(HttpResponseMessage, DateTimeOffset, TimeSpan)"/>
    public static TimeSpan OffsetOf(DateTimeOffset? serverTime, DateTimeOffset now, TimeSpan tolerance)
        => serverTime is { } time && (time - now).Duration() > tolerance ? time - now : TimeSpan.Zero;
}
