namespace Specwright;

/// <summary>
/// A call failed: the server refused, the answer could not be read, or the connection broke. Message, headers and content carry no secrets.
/// Not used for wrong settings (<see cref="ApiConfigurationException"/>) nor for the caller's own cancellation.
/// </summary>
public class ApiException : Exception
{
    internal const int MaxContentLength = 4096;

    private readonly ApiHeaders? _headers;
    private readonly string? _content;

    /// <param name="message">What happened, without secrets.</param>
    /// <param name="innerException">The cause.</param>
    public ApiException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The operation; null where a handler failed before it knew.</summary>
    public ApiOperation? Operation { get; init; }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The words beside the status.</summary>
    public string? ReasonPhrase { get; init; }

    /// <summary>The answer's header fields; secrets in them are <c>***</c>. Null where no answer came.</summary>
    public ApiHeaders? Headers
    {
        get => _headers;
        init => _headers = value?.Redacted();
    }

    /// <summary>The first 4 KiB of the body as text; secrets in it are <c>***</c>. Null where no body came.</summary>
    public string? Content
    {
        get => _content;
        init => _content = value is null ? null : Redaction.Redact(value.Length > MaxContentLength ? value[..MaxContentLength] : value);
    }

    /// <summary>The provider's own code, where the body is an <see cref="IApiError"/>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The provider's id of the request, where the body is an <see cref="IApiError"/>.</summary>
    public string? RequestId { get; init; }

    /// <summary>An error that a body reports whatever the HTTP status, for hooks that look into answers.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="response">The answer.</param>
    /// <param name="error">The body, or what the hook made of it.</param>
    public static ApiException<TError> FromResponse<TError>(ApiOperation operation, ApiResponse response, TError error)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(response);
        var details = error as IApiError;
        return new ApiException<TError>(ApiExceptionText.Answered(operation, response.StatusCode, response.ReasonPhrase, details, null), error)
        {
            Operation = operation,
            StatusCode = response.StatusCode,
            ReasonPhrase = response.ReasonPhrase,
            Headers = response.Headers,
            ErrorCode = details?.Code,
            RequestId = details?.RequestId,
        };
    }
}

/// <summary>The server answered with an error body that the description declares.</summary>
/// <typeparam name="TError">The body's type.</typeparam>
public class ApiException<TError> : ApiException
{
    /// <param name="message">What happened, without secrets.</param>
    /// <param name="error">The body.</param>
    /// <param name="innerException">The cause.</param>
    public ApiException(string message, TError error, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>The body.</summary>
    public TError Error { get; }
}
