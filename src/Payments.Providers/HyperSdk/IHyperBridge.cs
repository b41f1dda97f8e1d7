namespace Payments.HyperSdk;

/// <summary>The way to the SDK on the device: strings in, strings out. A platform implements it over the vendor's library.</summary>
public interface IHyperBridge
{
    /// <summary>Each event of the SDK, as JSON text. There is one callback for the whole session; it may come on any thread.</summary>
    event Action<string>? EventReceived;

    /// <summary>Whether the SDK has finished initiate and not been terminated since.</summary>
    bool IsInitialised { get; }

    /// <summary>Starts the SDK's session; the answer comes as the event <c>initiate_result</c>.</summary>
    void Initiate(string json);

    /// <summary>Hands over an action; the answer comes as the event <c>process_result</c> with the same <c>requestId</c>.</summary>
    /// <returns>False when the SDK dropped the action without an event to come. True promises nothing.</returns>
    bool Process(string json);

    /// <summary>Passes the device's back button on; true when the SDK has used it.</summary>
    bool OnBackPressed();

    /// <summary>Ends the session. Open actions get no event.</summary>
    void Terminate();
}
