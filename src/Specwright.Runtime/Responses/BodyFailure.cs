namespace Specwright;

/// <summary>Why a body could not be read to its end, in words that fit behind "its body".</summary>
internal static class BodyFailure
{
    /// <summary>Whether an exception of a body's stream means that the body is broken; anything else is the caller's or a mistake.</summary>
    public static bool IsBroken(Exception exception) => exception is IOException or HttpRequestException or InvalidDataException;

    public static string Describe(Exception exception) => exception switch
    {
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "was cut off: the connection closed before its end",
        InvalidDataException => "is not what its content encoding says",
        _ => "was cut off: the connection broke",
    };

    public static string EndedEarly(long read, long? announced) => $"ended after {read} of {announced} bytes";

    public static string TooLong(long limit) => $"is longer than MaxResponseBytes ({limit} bytes)";

    /// <param name="operation">The operation.</param>
    /// <param name="response">The answer.</param>
    /// <param name="headers">Its header fields.</param>
    /// <param name="problem">One of the texts above.</param>
    /// <param name="cause">What the stream threw, if anything.</param>
    /// <param name="content">The part of the body that it is about, redacted; null: none.</param>
    public static ApiException Create(ApiOperation operation, HttpResponseMessage response, ApiHeaders headers, string problem, Exception? cause, string? content = null)
        => new($"{ApiExceptionText.Answered(operation, (int)response.StatusCode, response.ReasonPhrase, null, null)}, but its body {problem}", cause)
        {
            Operation = operation,
            StatusCode = (int)response.StatusCode,
            ReasonPhrase = response.ReasonPhrase,
            Headers = headers,
            Content = content,
        };
}
