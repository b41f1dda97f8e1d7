namespace Payments.Sandbox;

internal sealed record ExpireTokensFault : SandboxFault
{
    internal override bool NeedsTokens => true;

    internal override bool Fits(SandboxExchange exchange) => exchange.IsSecured;

    internal override Task BeforeAsync(SandboxExchange exchange, CancellationToken cancellationToken)
    {
        exchange.Provider.ExpireTokens();
        return Task.CompletedTask;
    }
}
