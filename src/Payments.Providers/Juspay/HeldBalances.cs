using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Payments.Juspay;

/// <summary>A balance answer and until when it may stand in for a call.</summary>
/// <param name="Body">The JSON, as received.</param>
/// <param name="ReceivedAt">By the local clock.</param>
/// <param name="FreshUntil">By the local clock; not after <paramref name="ReceivedAt"/> for an answer that must not be held.</param>
internal sealed record HeldBalances(byte[] Body, DateTimeOffset ReceivedAt, DateTimeOffset FreshUntil)
{
    /// <summary>
    /// Until 30 minutes after the oldest <c>lastUpdated</c> of all entries, as each may have its own age; never longer than that from receipt, and not at all for an answer without
    /// entries or with one that cannot be read (source: balance page; counting from <c>lastUpdated</c> ASSUMED).
    /// </summary>
    /// <param name="body">The JSON of a success.</param>
    /// <param name="receivedAt">By the local clock.</param>
    /// <param name="clockOffset">How far the server's clock runs ahead.</param>
    /// <param name="hold">How long an entry is held; 30 minutes by the page.</param>
    public static HeldBalances Create(byte[] body, DateTimeOffset receivedAt, TimeSpan clockOffset, TimeSpan hold)
    {
        // Ages rather than points in time: an update may be as far off as the calendar goes.
        var age = OldestUpdate(body) is { } oldest ? receivedAt - oldest + clockOffset : hold;
        return new HeldBalances(body, receivedAt, receivedAt + TimeSpan.FromTicks(Math.Clamp(hold.Ticks - age.Ticks, 0, hold.Ticks)));
    }

    /// <summary>
    /// Whether the answer may still stand in for a call. Not where it would for longer than the hold from now: then a clock was set back, or another process's runs ahead,
    /// by more than the clocks of a fleet differ.
    /// </summary>
    public bool IsFresh(DateTimeOffset now, TimeSpan hold, TimeSpan tolerance) => FreshUntil > now && FreshUntil <= now + hold + tolerance;

    public string Serialize()
        => string.Create(CultureInfo.InvariantCulture, $"1 {ReceivedAt.UtcTicks} {FreshUntil.UtcTicks} {Encoding.UTF8.GetString(Body)}");

    public static HeldBalances? Deserialize(string text)
    {
        var parts = text.Split(' ', 4);
        return parts.Length == 4 && parts[0] == "1" && TryTime(parts[1], out var receivedAt) && TryTime(parts[2], out var freshUntil)
            ? new HeldBalances(Encoding.UTF8.GetBytes(parts[3]), receivedAt, freshUntil)
            : null;
    }

    private static DateTimeOffset? OldestUpdate(byte[] body)
    {
        if (EnvelopeDocument.TryParse(body) is not { } document)
        {
            return null;
        }
        using (document)
        {
            DateTimeOffset? oldest = null;
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                if (entry.Value.ValueKind != JsonValueKind.Object
                    || !entry.Value.TryGetProperty("lastUpdated"u8, out var member)
                    || member.ValueKind != JsonValueKind.String
                    || !member.TryGetDateTimeOffset(out var updated))
                {
                    return null;
                }
                oldest = oldest < updated ? oldest : updated;
            }
            return oldest;
        }
    }

    private static bool TryTime(string text, out DateTimeOffset time)
    {
        var valid = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks;
        time = valid ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return valid;
    }
}
