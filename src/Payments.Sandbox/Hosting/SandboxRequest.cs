using System.Net;
using System.Text;

namespace Payments.Sandbox;

/// <summary>One call as the sandbox received it: a snapshot that later calls do not change.</summary>
/// <remarks>Headers and body hold whatever the caller sent, credentials included; <see cref="ToString"/> shows neither.</remarks>
public sealed class SandboxRequest
{
    /// <summary>Name of the call in the sandbox, such as <c>getBalance</c>; <c>unknown</c> when no call has this method and path.</summary>
    public required string Operation { get; init; }

    /// <summary>HTTP method in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Path without the query, percent-decoded.</summary>
    public required string Path { get; init; }

    /// <summary>Query with its question mark, or an empty string.</summary>
    public required string Query { get; init; }

    /// <summary>The absolute address as called: scheme, <c>Host</c> header and request target, nothing normalised.</summary>
    public required string Url { get; init; }

    /// <summary>Headers by name, without regard to case; several values of one header are joined by a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body's bytes as received; empty when there was none.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When the call arrived, by the sandbox's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The address the call came from.</summary>
    public required IPAddress RemoteAddress { get; init; }

    /// <summary>The body read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Value of a header, or <see langword="null"/> when it was not sent.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path} ({Operation})";

    /// <summary>Says whether the call is the named one: by operation name or by path, without regard to case.</summary>
    internal bool IsCallOf(string operationOrPath) =>
        string.Equals(Operation, operationOrPath, StringComparison.OrdinalIgnoreCase)
        || string.Equals(Path, operationOrPath, StringComparison.OrdinalIgnoreCase);
}
