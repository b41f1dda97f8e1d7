using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Xml;
using Specwright.Json;
using Specwright.Xml;

namespace Specwright;

/// <summary>An answer with its body still in pooled buffers. It must not be kept: after the reading function returns, the buffers belong to others.</summary>
public sealed class ApiResponseContent
{
    private readonly ISet<string> _sensitiveNames;

    internal ApiResponseContent(ApiOperation operation, HttpResponseMessage response, ISet<string> sensitiveNames)
    {
        Operation = operation;
        StatusCode = (int)response.StatusCode;
        ReasonPhrase = response.ReasonPhrase;
        Headers = new ApiHeaders(response, sensitiveNames);
        (MediaType, CharSet) = ContentTypeOf(response.Content);
        _sensitiveNames = sensitiveNames;
    }

    /// <summary>The operation.</summary>
    public ApiOperation Operation { get; }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The words beside the status.</summary>
    public string? ReasonPhrase { get; }

    /// <summary>The header fields, those of the body included.</summary>
    public ApiHeaders Headers { get; }

    /// <summary>The content type without parameters; null where none was sent.</summary>
    public string? MediaType { get; }

    /// <summary>Whether the content type is that of server-sent events, <c>text/event-stream</c>.</summary>
    public bool HasEvents => MediaType is { } mediaType && mediaType.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the content type may be that of a sequence of JSON values: a sequence's own (<c>application/x-ndjson</c>, <c>application/jsonl</c>, <c>application/json-seq</c> and others
    /// in use), JSON, <c>+json</c>, <c>text/plain</c>, <c>application/octet-stream</c> or none: servers mislabel sequences as these.
    /// </summary>
    public bool HasItems => IsJson(MediaType) || JsonSequence.Is(MediaType!);

    /// <summary>The whole body while the reading function runs, where it is not streamed.</summary>
    internal ResponseBody? Buffered { get; set; }

    /// <summary>The open body, where it is streamed.</summary>
    internal ApiStream? Open { get; set; }

    /// <summary>The open body, if it went to the caller, who disposes it.</summary>
    internal ApiStream? Taken { get; private set; }

    private string? CharSet { get; }

    private ReadOnlySequence<byte> Body
    {
        get
        {
            ObjectDisposedException.ThrowIf(Buffered is null, this);
            return Buffered.Bytes;
        }
    }

    /// <summary>The body as JSON.</summary>
    /// <remarks>Read where the content type is JSON, <c>+json</c>, <c>text/plain</c>, <c>application/octet-stream</c> or missing: servers mislabel JSON as these.</remarks>
    /// <exception cref="ApiException">There is no body, it is of another type (an HTML error page), or it is not the JSON that the description promises.</exception>
    public T ReadJson<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        if (!IsJson(MediaType))
        {
            throw Unreadable($"expected application/json, got {MediaType}", null);
        }

        var body = Body;
        if (body.IsEmpty)
        {
            throw Unreadable("expected application/json, got an empty body", null);
        }

        try
        {
            return ApiJson.Read<T, TCodec>(InUtf8(body), _sensitiveNames);
        }
        catch (JsonException exception)
        {
            throw Unreadable(exception.Message, exception);
        }
    }

    /// <summary>The body as XML.</summary>
    /// <param name="shape">How the value stands in XML.</param>
    /// <remarks>
    /// Read where the content type is XML, <c>+xml</c>, <c>text/plain</c>, <c>application/octet-stream</c> or missing. A document type is refused and nothing is
    /// loaded from elsewhere. An error names the place by the path that the value has in JSON.
    /// </remarks>
    /// <exception cref="ApiException">There is no body, it is of another type, it is not well-formed, or not the XML that the description promises.</exception>
    public T ReadXml<T, TCodec>(XmlShape shape)
        where TCodec : IJsonCodec<T>
    {
        if (!IsXml(MediaType))
        {
            throw Unreadable($"expected application/xml, got {MediaType}", null);
        }

        var body = Body;
        if (body.IsEmpty)
        {
            throw Unreadable("expected application/xml, got an empty body", null);
        }

        try
        {
            // The character set of the field counts before that of the document (RFC 7303, section 3).
            var json = DeclaredEncoding() is { } encoding
                ? XmlToJson.Convert(encoding.GetString(body), shape)
                : XmlToJson.Convert(body.ToArray(), shape);
            return ApiJson.Read<T, TCodec>(new ReadOnlySequence<byte>(json), _sensitiveNames);
        }
        catch (JsonException exception)
        {
            // Line and byte are those of the JSON between, which nobody sees.
            throw Unreadable(exception.Message.Replace($" (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})", "", StringComparison.Ordinal), null);
        }
        catch (XmlException exception)
        {
            throw Unreadable(exception.Message, exception);
        }
    }

    /// <summary>The body as text, in the character set that the content type names, else UTF-8.</summary>
    public string ReadText() => (DeclaredEncoding() ?? Encoding.UTF8).GetString(Body);

    /// <summary>The open body, which the caller disposes. Only where the body is streamed.</summary>
    public ApiStream ReadStream() => Take() ?? throw new InvalidOperationException("The body of this answer is not streamed.");

    /// <summary>The open body as server-sent events whose data is JSON, which the caller enumerates or disposes. Data <c>[DONE]</c> ends it, as several providers write.</summary>
    /// <exception cref="ApiException">The answer is of another type.</exception>
    public ApiItemStream<ServerSentEvent<T>> ReadEvents<T, TCodec>()
        where TCodec : IJsonCodec<T>
        => new(OpenEvents(), static stream => new JsonEventReader<T, TCodec>(stream));

    /// <summary>The open body as server-sent events whose data is text, which the caller enumerates or disposes.</summary>
    /// <exception cref="ApiException">The answer is of another type.</exception>
    public ApiItemStream<ServerSentEvent<string>> ReadTextEvents()
        => new(OpenEvents(), static stream => new TextEventReader(stream));

    /// <summary>The open body as a sequence of JSON values, one on each line or each behind a record separator (RFC 7464), which the caller enumerates or disposes.</summary>
    /// <exception cref="ApiException">The answer is of another type.</exception>
    public ApiItemStream<T> ReadItems<T, TCodec>()
        where TCodec : IJsonCodec<T>
    {
        var lineEnd = JsonSequence.LineEndOf(MediaType);
        return Take() is { } stream
            ? new(stream, open => new JsonItemReader<T, TCodec>(open, lineEnd))
            : throw Unreadable($"expected a sequence of JSON values, got {MediaType}", null);
    }

    /// <summary>The error for a status whose body the description declares. A body of another kind, such as a proxy's HTML page, gives an error without a typed body.</summary>
    public ApiException CreateError<T, TCodec>()
        where TCodec : IJsonCodec<T>
        => CreateError(static content => content.ReadJson<T, TCodec>());

    /// <summary>The same for a body in XML.</summary>
    /// <param name="shape">How the error stands in XML.</param>
    public ApiException CreateXmlError<T, TCodec>(XmlShape shape)
        where TCodec : IJsonCodec<T>
        => CreateError(content => content.ReadXml<T, TCodec>(shape));

    /// <summary>The error for a status that the description declares without a body.</summary>
    public ApiException CreateError() => Create(ApiExceptionText.Answered(Operation, StatusCode, ReasonPhrase, null, _sensitiveNames), null);

    /// <summary>The error for a status that the description does not declare.</summary>
    public ApiException CreateUndeclaredStatusError()
        => Create($"{ApiExceptionText.Answered(Operation, StatusCode, ReasonPhrase, null, _sensitiveNames)}, which the description does not declare", null);

    /// <summary>Gives the buffers of the whole body back: it cannot be read any more.</summary>
    internal void ReleaseBuffered()
    {
        Buffered?.Dispose();
        Buffered = null;
    }

    /// <summary>The two that nearly all servers send need no parsing.</summary>
    private static (string? MediaType, string? CharSet) ContentTypeOf(HttpContent content)
    {
        switch (content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null)
        {
            case "application/json":
                return ("application/json", null);
            case "application/json; charset=utf-8":
                return ("application/json", "utf-8");
            default:
                var contentType = content.Headers.ContentType;
                return (contentType?.MediaType, contentType?.CharSet?.Trim('"'));
        }
    }

    private ApiStream? Take() => Taken = Open;

    private ApiStream OpenEvents() => Take() ?? throw Unreadable($"expected text/event-stream, got {MediaType ?? "no content type"}", null);

    private static bool IsJson(string? mediaType)
        => mediaType is null
        || mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    private static bool IsXml(string? mediaType)
        => mediaType is null
        || mediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
        || mediaType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("text/plain", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    private ApiException CreateError<T>(Func<ApiResponseContent, T> read)
    {
        T error;
        try
        {
            error = read(this);
        }
        catch (ApiException exception)
        {
            return exception;
        }

        var details = error as IApiError;
        return new ApiException<T>(ApiExceptionText.Answered(Operation, StatusCode, ReasonPhrase, details, _sensitiveNames), error)
        {
            Operation = Operation,
            StatusCode = StatusCode,
            ReasonPhrase = ReasonPhrase,
            Headers = Headers,
            Content = ShownBody(),
            ErrorCode = details?.Code,
            RequestId = details?.RequestId,
        };
    }

    private ApiException Unreadable(string problem, Exception? cause)
        => Create($"{ApiExceptionText.Answered(Operation, StatusCode, ReasonPhrase, null, _sensitiveNames)}, but its body cannot be read: {problem}", cause);

    private ApiException Create(string message, Exception? cause) => new(message, cause)
    {
        Operation = Operation,
        StatusCode = StatusCode,
        ReasonPhrase = ReasonPhrase,
        Headers = Headers,
        Content = ShownBody(),
    };

    private string? ShownBody()
    {
        var body = Body;
        return body.IsEmpty
            ? null
            : Redaction.Redact((DeclaredEncoding() ?? Encoding.UTF8).GetString(body.Slice(0, Math.Min(body.Length, ApiException.MaxContentLength))), _sensitiveNames);
    }

    private ReadOnlySequence<byte> InUtf8(ReadOnlySequence<byte> body)
        => DeclaredEncoding() is { } encoding ? new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(encoding.GetString(body))) : body;

    /// <summary>An encoding other than UTF-8; null for UTF-8, for none, and for a name that nobody knows.</summary>
    private Encoding? DeclaredEncoding()
    {
        if (CharSet is not { Length: > 0 } name
            || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(name) is { CodePage: not 65001 } encoding ? encoding : null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // Unknown, or forbidden as UTF-7 is.
            return null;
        }
    }
}
