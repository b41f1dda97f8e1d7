namespace Payments.Sandbox;

internal sealed record RespondFault(int Status, string ContentType, string Body) : SandboxFault
{
    internal override SandboxReply Instead(SandboxExchange exchange) => SandboxReply.Text(Status, ContentType, Body);
}
