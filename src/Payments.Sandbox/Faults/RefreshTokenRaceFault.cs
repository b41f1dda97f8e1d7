namespace Payments.Sandbox;

/// <summary>Shared by the two calls that meet it; the first to be worked off gets the older token and waits for the other's answer.</summary>
internal sealed record RefreshTokenRaceFault(Task OlderGate) : SandboxFault
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _newerAnswered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SandboxExchange? _older;
    private string? _olderToken;

    internal override string NeedsProvider => AccountSandbox.ProviderName;

    internal override int Calls => 2;

    internal override bool Fits(SandboxExchange exchange) => exchange.IsSecured;

    internal override Task BeforeAsync(SandboxExchange exchange, CancellationToken cancellationToken)
    {
        exchange.RefreshRace = this;
        return Task.CompletedTask;
    }

    internal override async Task BeforeReplyAsync(SandboxExchange exchange, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(exchange, _older))
        {
            await _newerAnswered.Task.WaitAsync(cancellationToken);
            await OlderGate.WaitAsync(cancellationToken);
        }
    }

    internal override void Answered(SandboxExchange exchange)
    {
        if (!ReferenceEquals(exchange, _older))
        {
            _newerAnswered.TrySetResult();
        }
    }

    internal string Refresh(SandboxExchange exchange, SessionTokens sessions, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_older is null)
            {
                _older = exchange;
                // exp counts in whole seconds: one second earlier makes the older token tell itself apart from the newer one.
                return _olderToken = sessions.Issue(now.AddSeconds(-1), exchange.Request.RemoteAddress);
            }
            // No page says whether a refresh ends the token before it. Here it does, so that going back to it shows.
            sessions.Revoke(_olderToken!);
            return sessions.Issue(now, exchange.Request.RemoteAddress);
        }
    }
}
