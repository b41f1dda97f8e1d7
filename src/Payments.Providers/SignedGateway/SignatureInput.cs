namespace Payments.SignedGateway;

/// <summary>What a signature can cover. Holds the app secret, so it has no readable form.</summary>
public sealed class SignatureInput
{
    /// <summary>The merchant's app id.</summary>
    public required string AppId { get; init; }

    /// <summary>Part of the text to sign, not a key. Secret.</summary>
    public required string AppSecret { get; init; }

    /// <summary>HTTP method in capitals; of a response, the method of its request.</summary>
    public required string Method { get; init; }

    /// <summary>Absolute address with scheme and host, as on the wire; of a response, the address of its request.</summary>
    public required string Url { get; init; }

    /// <summary>UNIX milliseconds, as text, exactly as in the header.</summary>
    public required string Timestamp { get; init; }

    /// <summary>Exactly as in the header, letter case included.</summary>
    public required string Nonce { get; init; }

    /// <summary>The bytes of the body as they went, or came, over the wire.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>No content: the text to sign holds the secret.</summary>
    public override string ToString() => nameof(SignatureInput);
}
