namespace Payments.Sandbox;

/// <summary>Settings of <see cref="GatewaySandbox"/>.</summary>
public sealed class GatewaySandboxOptions
{
    /// <summary>Port to listen on; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The one accepted <c>appId</c>.</summary>
    public string AppId { get; set; } = SandboxCredentials.GatewayAppId;

    /// <summary>Secret part of the text to sign.</summary>
    public string AppSecret { get; set; } = SandboxCredentials.GatewayAppSecret;

    /// <summary>How far a request's timestamp may be from now, either way. The gateway publishes no figure; five minutes is assumed.</summary>
    public TimeSpan TimestampWindow { get; set; } = TimeSpan.FromMinutes(5);
}
