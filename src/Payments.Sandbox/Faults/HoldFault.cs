namespace Payments.Sandbox;

internal sealed record HoldFault(Task Gate, bool IsReplyHeld) : SandboxFault
{
    internal override Task BeforeAsync(SandboxExchange exchange, CancellationToken cancellationToken) =>
        IsReplyHeld ? Task.CompletedTask : Gate.WaitAsync(cancellationToken);

    internal override Task BeforeReplyAsync(SandboxExchange exchange, CancellationToken cancellationToken) =>
        IsReplyHeld ? Gate.WaitAsync(cancellationToken) : Task.CompletedTask;
}
