namespace Payments.Sandbox;

/// <summary>How much of an answer reaches the caller.</summary>
internal enum SandboxDelivery
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>Headers and half of the announced body, then the connection ends.</summary>
    CutShort,

    /// <summary>Nothing: the connection is reset.</summary>
    Reset,
}
