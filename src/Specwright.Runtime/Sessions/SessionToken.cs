using System.Globalization;

namespace Specwright.Sessions;

/// <summary>A token that stands for a session. Its text is a secret and is not shown by <see cref="ToString"/>.</summary>
public sealed class SessionToken
{
    /// <summary>A token just received, or read back from a store.</summary>
    /// <param name="value">What goes on the wire.</param>
    /// <param name="expiresAt">End of its life, by the server's clock.</param>
    /// <param name="receivedAt">When it came, by the local clock.</param>
    /// <param name="clockOffset">How far the server's clock runs ahead of the local one.</param>
    public SessionToken(string value, DateTimeOffset expiresAt, DateTimeOffset receivedAt, TimeSpan clockOffset = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        Value = value;
        ExpiresAt = expiresAt;
        ReceivedAt = receivedAt;
        ClockOffset = clockOffset;
    }

    /// <summary>What goes on the wire. Secret.</summary>
    public string Value { get; }

    /// <summary>End of its life, by the server's clock. Of two tokens the one with the later end is the newer.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>When it came, by the local clock.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>How far the server's clock runs ahead of the local one.</summary>
    public TimeSpan ClockOffset { get; }

    /// <summary>End of its life, by the local clock; the last moment there is for a token said to live beyond it.</summary>
    public DateTimeOffset LocalExpiry
        => new((long)Int128.Clamp((Int128)ExpiresAt.UtcTicks - ClockOffset.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks), TimeSpan.Zero);

    /// <summary>From when on the token is to be renewed, by the local clock.</summary>
    /// <param name="margin">How long before its end. A token of short life is used for half of it at least: a margin longer than the life would renew on every call.</param>
    public DateTimeOffset RenewAt(TimeSpan margin)
    {
        var life = LocalExpiry - ReceivedAt;
        var half = life / 2;
        return LocalExpiry - (margin < half ? margin : half);
    }

    /// <summary>The token's life, never its text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"session token until {ExpiresAt:O}");

    /// <summary>One line for an <see cref="State.IApiStateStore"/>. Holds the secret.</summary>
    internal string Serialize()
        => string.Create(CultureInfo.InvariantCulture, $"1 {ExpiresAt.UtcTicks} {ReceivedAt.UtcTicks} {ClockOffset.Ticks} {Value}");

    /// <summary>Reads <see cref="Serialize"/>'s text; null when it is something else, as a newer version's might be.</summary>
    internal static SessionToken? Deserialize(string text)
    {
        var parts = text.Split(' ', 5);
        return parts.Length == 5 && parts[0] == "1" && parts[4].Length > 0
            && TryTime(parts[1], out var expiresAt) && TryTime(parts[2], out var receivedAt)
            && long.TryParse(parts[3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset)
            ? new SessionToken(parts[4], expiresAt, receivedAt, TimeSpan.FromTicks(offset))
            : null;
    }

    private static bool TryTime(string text, out DateTimeOffset time)
    {
        var valid = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        time = valid ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return valid;
    }
}
