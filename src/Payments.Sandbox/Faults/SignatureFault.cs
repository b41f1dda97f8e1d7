namespace Payments.Sandbox;

internal sealed record SignatureFault(bool IsMissing) : SandboxFault
{
    internal override string NeedsProvider => GatewaySandbox.ProviderName;

    internal override SandboxReply Alter(SandboxExchange exchange, SandboxReply reply)
    {
        var headers = new Dictionary<string, string>(reply.Headers);
        if (headers.Remove("Authorization", out var credentials) && !IsMissing)
        {
            headers["Authorization"] = GatewayCredentials.TryParse(credentials, out var signed)
                ? (signed with { Sign = new string('0', signed.Sign.Length) }).ToString()
                : credentials;
        }
        return reply with { Headers = headers };
    }
}
