namespace Specwright.Sessions;

/// <summary>Copies of requests, so that one call can be sent again.</summary>
public static class RequestCopy
{
    /// <summary>
    /// Holds the body in memory, so that it can be written more than once. To be called before the first attempt.
    /// </summary>
    public static Task MakeRepeatableAsync(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Content is null or ByteArrayContent or ReadOnlyMemoryContent ? Task.CompletedTask : request.Content.LoadIntoBufferAsync();
    }

    /// <summary>
    /// A request with the same method, address, fields, options and body. The body is the same object: dispose the original once all is done, never the copy,
    /// whose disposal would take the body with it.
    /// </summary>
    public static HttpRequestMessage Of(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Version = request.Version,
            VersionPolicy = request.VersionPolicy,
            Content = request.Content,
        };
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }
        foreach (var (name, value) in request.Options)
        {
            ((IDictionary<string, object?>)copy.Options)[name] = value;
        }
        return copy;
    }
}
