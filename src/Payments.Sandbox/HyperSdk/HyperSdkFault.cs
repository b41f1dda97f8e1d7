namespace Payments.Sandbox;

/// <summary>Something that goes wrong with one answer of a <see cref="HyperSdkDevice"/>.</summary>
public abstract record HyperSdkFault
{
    private HyperSdkFault()
    {
    }

    /// <summary>The answer comes after the next answer, whichever call that belongs to.</summary>
    public static HyperSdkFault OutOfOrder { get; } = new OutOfOrderAnswer();

    /// <summary>The answer comes twice.</summary>
    public static HyperSdkFault Duplicate { get; } = new DuplicateAnswer();

    /// <summary>No answer ever.</summary>
    public static HyperSdkFault Missing { get; } = new MissingAnswer();

    /// <summary>An event with a request id nobody sent comes before the answer.</summary>
    public static HyperSdkFault StrayEvent { get; } = new StrayAnswer();

    /// <summary>The user goes back instead of entering the PIN: <c>JP_002</c>.</summary>
    public static HyperSdkFault UserAborts { get; } = Error("JP_002", "USER_ABORTED");

    /// <summary>A successful balance check without the two optional figures.</summary>
    public static HyperSdkFault BalanceMissing { get; } = new BalanceAnswer(null);

    /// <summary>The answer comes this much later than it would.</summary>
    public static HyperSdkFault Late(TimeSpan delay) => new LateAnswer(delay);

    /// <summary>The answer waits for the task.</summary>
    public static HyperSdkFault LateUntil(Task gate) => new GatedAnswer(gate);

    /// <summary>The SDK layer fails: <c>error</c> true with this code, empty payload.</summary>
    public static HyperSdkFault Error(string errorCode, string errorMessage) => new ErrorAnswer(errorCode, errorMessage);

    /// <summary>The bank layer fails: status <c>FAILURE</c> with the bank's code.</summary>
    public static HyperSdkFault Failure(string gatewayResponseCode, string gatewayResponseMessage) =>
        BankStatus("FAILURE", gatewayResponseCode, gatewayResponseMessage);

    /// <summary>The bank layer answers this status, such as <c>PENDING</c>.</summary>
    public static HyperSdkFault BankStatus(string status, string gatewayResponseCode, string gatewayResponseMessage) =>
        new BankAnswer(status, gatewayResponseCode, gatewayResponseMessage);

    /// <summary>A successful balance check whose figures are this text; its format is documented nowhere.</summary>
    public static HyperSdkFault BalanceText(string text) => new BalanceAnswer(text);

    internal sealed record OutOfOrderAnswer : HyperSdkFault;

    internal sealed record DuplicateAnswer : HyperSdkFault;

    internal sealed record MissingAnswer : HyperSdkFault;

    internal sealed record StrayAnswer : HyperSdkFault;

    internal sealed record LateAnswer(TimeSpan Delay) : HyperSdkFault;

    internal sealed record GatedAnswer(Task Gate) : HyperSdkFault;

    internal sealed record ErrorAnswer(string Code, string Message) : HyperSdkFault;

    internal sealed record BankAnswer(string Status, string Code, string Message) : HyperSdkFault;

    internal sealed record BalanceAnswer(string? Text) : HyperSdkFault;
}
