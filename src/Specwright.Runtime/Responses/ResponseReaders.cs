namespace Specwright;

/// <summary>Makes the response object from an answer. Structs, so that one sending method serves all shapes without a closure per call.</summary>
internal interface IResponseReader<TResponse>
{
    /// <summary>Whether the body stays open for the caller, who then disposes it; otherwise it is read whole before <see cref="Read"/>.</summary>
    bool IsStreamed(ApiResponseContent content);

    TResponse Read(ApiResponseContent content);
}

internal readonly struct StreamedBodyReader<TReader, TResponse>(Func<ApiResponseContent, bool> isStreamed, TReader reader) : IResponseReader<TResponse>
    where TReader : struct, IResponseReader<TResponse>
{
    public bool IsStreamed(ApiResponseContent content) => isStreamed(content);

    public TResponse Read(ApiResponseContent content) => reader.Read(content);
}

internal readonly struct BodyReader<T>(Func<ApiResponseContent, T> read) : IResponseReader<ApiResponse<T>>
{
    public bool IsStreamed(ApiResponseContent content) => false;

    public ApiResponse<T> Read(ApiResponseContent content) => new(content.StatusCode, content.ReasonPhrase, content.Headers, read(content));
}

internal readonly struct StatusReader(Action<ApiResponseContent> check) : IResponseReader<ApiResponse>
{
    public bool IsStreamed(ApiResponseContent content) => false;

    public ApiResponse Read(ApiResponseContent content)
    {
        check(content);
        return new ApiResponse(content.StatusCode, content.ReasonPhrase, content.Headers);
    }
}

internal readonly struct BodyAndHeadersReader<T, THeaders>(Func<ApiResponseContent, T> read, Func<ApiHeaders, THeaders> readHeaders)
    : IResponseReader<ApiResponse<T, THeaders>>
{
    public bool IsStreamed(ApiResponseContent content) => false;

    public ApiResponse<T, THeaders> Read(ApiResponseContent content)
        => new(content.StatusCode, content.ReasonPhrase, content.Headers, read(content), readHeaders(content.Headers));
}

internal readonly struct StatusAndHeadersReader<THeaders>(Action<ApiResponseContent> check, Func<ApiHeaders, THeaders> readHeaders)
    : IResponseReader<ApiResponse<NoBody, THeaders>>
{
    public bool IsStreamed(ApiResponseContent content) => false;

    public ApiResponse<NoBody, THeaders> Read(ApiResponseContent content)
    {
        check(content);
        return new ApiResponse<NoBody, THeaders>(content.StatusCode, content.ReasonPhrase, content.Headers, default, readHeaders(content.Headers));
    }
}
