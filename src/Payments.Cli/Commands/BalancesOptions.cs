namespace Payments.Cli;

/// <summary>The command line, read.</summary>
internal sealed record BalancesOptions
{
    /// <summary>Names given with <c>--provider</c>; empty means all.</summary>
    public IReadOnlyList<string> Providers { get; init; } = [];

    public bool IsJson { get; init; }

    public bool IsLive { get; init; }

    public bool IsVerbose { get; init; }

    /// <summary>Pause between two rounds; null asks once.</summary>
    public TimeSpan? Watch { get; init; }

    /// <summary>How long one provider may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Seed of the sandbox's figures.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether the provider was named on the command line: then a missing row counts as failed.</summary>
    public bool Names(string provider) => Providers.Contains(provider, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the provider is to be asked at all.</summary>
    public bool Includes(string provider) => Providers.Count == 0 || Names(provider);
}
