namespace Payments.Sandbox;

/// <summary>Settings of <see cref="JuspaySandbox"/>.</summary>
public sealed class JuspaySandboxOptions
{
    /// <summary>Port to listen on; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>Accepted API keys; each has its own held balances.</summary>
    public ISet<string> ApiKeys { get; } = new HashSet<string>(StringComparer.Ordinal) { SandboxCredentials.JuspayApiKey };

    /// <summary>How long a balance answer is held. The page says 30 minutes, an older edition 90.</summary>
    public TimeSpan BalanceHold { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Shape of error bodies; the pages show more than one and say of none that the balance call uses it.</summary>
    public JuspayErrorShape ErrorShape { get; set; } = JuspayErrorShape.Wrapped;
}
