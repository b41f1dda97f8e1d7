namespace Specwright;

/// <summary>Makes the response object from an answer, and from that what the caller gets. Structs, so that one sending method serves all shapes without a closure per call.</summary>
internal interface IResponseReader<TResponse, TResult>
    where TResponse : ApiResponse
{
    /// <summary>Whether the body stays open for the caller, who then disposes it; otherwise it is read whole before <see cref="Read"/>.</summary>
    bool IsStreamed(ApiResponseContent content);

    TResponse Read(ApiResponseContent content);

    TResult ResultOf(TResponse response);
}

internal readonly struct BodyOnly<TReader, TResponse, T>(TReader reader) : IResponseReader<TResponse, T>
    where TReader : struct, IResponseReader<TResponse, TResponse>
    where TResponse : ApiResponse<T>
{
    public bool IsStreamed(ApiResponseContent content) => reader.IsStreamed(content);

    public TResponse Read(ApiResponseContent content) => reader.Read(content);

    public T ResultOf(TResponse response) => response.Body;
}

internal readonly struct StreamedReader<TReader, TResponse>(Func<ApiResponseContent, bool> isStreamed, TReader reader) : IResponseReader<TResponse, TResponse>
    where TReader : struct, IResponseReader<TResponse, TResponse>
    where TResponse : ApiResponse
{
    public bool IsStreamed(ApiResponseContent content) => isStreamed(content);

    public TResponse Read(ApiResponseContent content) => reader.Read(content);

    public TResponse ResultOf(TResponse response) => response;
}

internal readonly struct BodyReader<T>(Func<ApiResponseContent, T> read) : IResponseReader<ApiResponse<T>, ApiResponse<T>>
{
    public bool IsStreamed(ApiResponseContent content) => false;

    public ApiResponse<T> Read(ApiResponseContent content) => new(content.StatusCode, content.ReasonPhrase, content.Headers, read(content));

    public ApiResponse<T> ResultOf(ApiResponse<T> response) => response;
}

internal readonly struct StatusReader(Action<ApiResponseContent> check) : IResponseReader<ApiResponse, ApiResponse>
{
    public bool IsStreamed(ApiResponseContent content) => false;

    public ApiResponse Read(ApiResponseContent content)
    {
        check(content);
        return new ApiResponse(content.StatusCode, content.ReasonPhrase, content.Headers);
    }

    public ApiResponse ResultOf(ApiResponse response) => response;
}

internal readonly struct BodyAndHeadersReader<T, THeaders>(Func<ApiResponseContent, T> read, Func<ApiHeaders, THeaders> readHeaders)
    : IResponseReader<ApiResponse<T, THeaders>, ApiResponse<T, THeaders>>
{
    public bool IsStreamed(ApiResponseContent content) => false;

    public ApiResponse<T, THeaders> Read(ApiResponseContent content)
        => new(content.StatusCode, content.ReasonPhrase, content.Headers, read(content), readHeaders(content.Headers));

    public ApiResponse<T, THeaders> ResultOf(ApiResponse<T, THeaders> response) => response;
}

internal readonly struct StatusAndHeadersReader<THeaders>(Action<ApiResponseContent> check, Func<ApiHeaders, THeaders> readHeaders)
    : IResponseReader<ApiResponse<NoBody, THeaders>, ApiResponse<NoBody, THeaders>>
{
    public bool IsStreamed(ApiResponseContent content) => false;

    public ApiResponse<NoBody, THeaders> Read(ApiResponseContent content)
    {
        check(content);
        return new ApiResponse<NoBody, THeaders>(content.StatusCode, content.ReasonPhrase, content.Headers, default, readHeaders(content.Headers));
    }

    public ApiResponse<NoBody, THeaders> ResultOf(ApiResponse<NoBody, THeaders> response) => response;
}
