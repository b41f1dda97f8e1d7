namespace Payments.Sandbox;

internal sealed record ContentTypeFault(string? ContentType) : SandboxFault
{
    internal override SandboxReply Alter(SandboxExchange exchange, SandboxReply reply) => reply with { ContentType = ContentType };
}
