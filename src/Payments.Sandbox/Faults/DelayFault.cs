namespace Payments.Sandbox;

internal sealed record DelayFault(TimeSpan Duration) : SandboxFault
{
    internal override Task BeforeAsync(SandboxExchange exchange, CancellationToken cancellationToken) =>
        Task.Delay(Duration, exchange.Provider.TimeProvider, cancellationToken);
}
