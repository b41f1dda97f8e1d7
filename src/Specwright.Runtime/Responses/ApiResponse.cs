namespace Specwright;

/// <summary>An answer: status and header fields.</summary>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="reasonPhrase">The words beside the status; HTTP/2 has none.</param>
/// <param name="headers">The header fields.</param>
public class ApiResponse(int statusCode, string? reasonPhrase, ApiHeaders headers)
{
    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; } = statusCode;

    /// <summary>The words beside the status; HTTP/2 has none.</summary>
    public string? ReasonPhrase { get; } = reasonPhrase;

    /// <summary>The header fields, those of the body included.</summary>
    public ApiHeaders Headers { get; } = headers;

    /// <summary>The body whatever its type, for hooks that serve all operations; null where there is none.</summary>
    public virtual object? UntypedBody => null;
}

/// <summary>An answer with its body.</summary>
/// <inheritdoc cref="ApiResponse"/>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="reasonPhrase">The words beside the status; HTTP/2 has none.</param>
/// <param name="headers">The header fields.</param>
/// <param name="body">The body.</param>
public class ApiResponse<T>(int statusCode, string? reasonPhrase, ApiHeaders headers, T body)
    : ApiResponse(statusCode, reasonPhrase, headers)
{
    /// <summary>The body.</summary>
    public T Body { get; } = body;

    /// <inheritdoc/>
    public override object? UntypedBody => Body is NoBody ? null : Body;
}

/// <summary>An answer with its body and the header fields that the description declares.</summary>
/// <inheritdoc cref="ApiResponse"/>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="reasonPhrase">The words beside the status; HTTP/2 has none.</param>
/// <param name="headers">The header fields.</param>
/// <param name="body">The body; <see cref="NoBody"/> where there is none.</param>
/// <param name="declaredHeaders">The declared fields, typed.</param>
public sealed class ApiResponse<T, THeaders>(int statusCode, string? reasonPhrase, ApiHeaders headers, T body, THeaders declaredHeaders)
    : ApiResponse<T>(statusCode, reasonPhrase, headers, body)
{
    /// <summary>The declared header fields; a missing or malformed one is null, its text stays in <see cref="ApiResponse.Headers"/>.</summary>
    public THeaders DeclaredHeaders { get; } = declaredHeaders;
}
