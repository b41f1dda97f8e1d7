namespace Payments.Sandbox;

/// <summary>A failure of the SDK layer. Source of the codes: Juspay's page of error codes.</summary>
internal sealed record HyperError(string Code, string Message)
{
    public static HyperError UserAborted { get; } = new("JP_002", "USER_ABORTED");

    /// <summary>The message an action gets that the SDK does not know.</summary>
    public static HyperError UnknownEvent { get; } = WrongParameters("Unknown event");

    public static HyperError WrongParameters(string message) => new("JP_001", message);

    public static HyperError TypeMismatch(string member) => new("JP_003", $"Type mismatch: {member}");
}
