namespace Payments.Sandbox;

internal sealed record CutJsonFault : SandboxFault
{
    internal override SandboxReply Alter(SandboxExchange exchange, SandboxReply reply) => reply with { Body = reply.Body[..(reply.Body.Length / 2)] };
}
