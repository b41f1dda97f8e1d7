namespace Payments.Sandbox;

/// <summary>One well-formed payload the device took.</summary>
/// <param name="Action">The payload's action; empty when it had none.</param>
/// <param name="RequestId">The envelope's request id; empty when it had none.</param>
/// <param name="Json">The text as it came.</param>
/// <param name="At">When, by the device's clock.</param>
public sealed record HyperSdkCall(string Action, string RequestId, string Json, DateTimeOffset At)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Action} {RequestId}";
}
