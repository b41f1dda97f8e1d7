namespace Payments.Sandbox;

internal sealed record CombinedFault(IReadOnlyList<SandboxFault> Faults) : SandboxFault
{
    internal override string? NeedsProvider => Faults.Select(fault => fault.NeedsProvider).FirstOrDefault(needed => needed is not null);

    internal override bool NeedsTokens => Faults.Any(fault => fault.NeedsTokens);

    internal override int Calls => Faults.Select(fault => fault.Calls).DefaultIfEmpty(1).Max();

    internal override bool Fits(SandboxExchange exchange) => Faults.All(fault => fault.Fits(exchange));

    internal override async Task BeforeAsync(SandboxExchange exchange, CancellationToken cancellationToken)
    {
        foreach (var fault in Faults)
        {
            await fault.BeforeAsync(exchange, cancellationToken);
        }
    }

    internal override SandboxReply? Instead(SandboxExchange exchange) =>
        Faults.Select(fault => fault.Instead(exchange)).FirstOrDefault(instead => instead is not null);

    internal override SandboxReply Alter(SandboxExchange exchange, SandboxReply reply) =>
        Faults.Aggregate(reply, (altered, fault) => fault.Alter(exchange, altered));

    internal override async Task BeforeReplyAsync(SandboxExchange exchange, CancellationToken cancellationToken)
    {
        foreach (var fault in Faults)
        {
            await fault.BeforeReplyAsync(exchange, cancellationToken);
        }
    }

    internal override void Answered(SandboxExchange exchange)
    {
        foreach (var fault in Faults)
        {
            fault.Answered(exchange);
        }
    }
}
