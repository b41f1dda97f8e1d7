namespace Payments.Sandbox;

/// <summary>
/// The figures of one account as a pure function of seed, account and time, so that a test can tell them in advance for any moment.
/// They change every ten seconds and wander slowly around their centre. Integer arithmetic in minor units throughout.
/// </summary>
internal sealed class BalanceCurve(int seed, string account, string currency, decimal centre)
{
    private const int SecondsPerStep = 10;
    private const long StepsPerHour = 3600 / SecondsPerStep;

    private readonly ulong _key = KeyOf(seed, account);

    /// <summary>Whole units only, as the dummy rails of Juspay's page are printed; nothing is held then.</summary>
    public bool IsWholeUnits { get; init; }

    public SandboxBalance At(DateTimeOffset time)
    {
        var step = Math.DivRem(time.ToUnixTimeSeconds(), SecondsPerStep, out var rest) - (rest < 0 ? 1 : 0);
        var middle = (long)(centre * 100m);
        var total = middle
            + Drift(step, 12 * StepsPerHour, middle / 5, salt: 1)
            + Drift(step, StepsPerHour, middle / 20, salt: 2)
            + Drift(step, 1, middle / 400, salt: 3);
        if (IsWholeUnits)
        {
            var whole = total / 100;
            return new SandboxBalance(account, currency, whole, whole);
        }
        var held = total / 12 + Drift(step, StepsPerHour / 2, total / 16, salt: 4) + Drift(step, 1, total / 200, salt: 5);
        return new SandboxBalance(account, currency, Units(total), Units(total - held));
    }

    // decimal(low, mid, high, sign, scale) keeps two places even for round sums, as the providers print them.
    private static decimal Units(long minorUnits) => new((int)minorUnits, (int)(minorUnits >> 32), 0, isNegative: false, scale: 2);

    /// <summary>A value between minus and plus <paramref name="span"/>: straight lines between random knots every <paramref name="period"/> steps.</summary>
    private long Drift(long step, long period, long span, ulong salt)
    {
        var knot = step / period;
        var from = Knot(knot, span, salt);
        var to = Knot(knot + 1, span, salt);
        return from + ((to - from) * (step % period) / period);
    }

    private long Knot(long knot, long span, ulong salt) =>
        span == 0 ? 0 : (long)(Mix(_key ^ Mix((ulong)knot + (salt << 56))) % (ulong)((2 * span) + 1)) - span;

    // FNV-1a over the name: string.GetHashCode differs from process to process.
    private static ulong KeyOf(int seed, string account)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in account)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }
        return Mix(hash ^ (uint)seed);
    }

    // The finaliser of SplitMix64.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
