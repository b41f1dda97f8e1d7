namespace Specwright;

/// <summary>Makes the response object from an answer. Structs, so that one sending method serves all shapes without a closure per call.</summary>
internal interface IResponseReader<TResponse>
{
    TResponse Read(ApiResponseContent content);
}

internal readonly struct BodyReader<T>(Func<ApiResponseContent, T> read) : IResponseReader<ApiResponse<T>>
{
    public ApiResponse<T> Read(ApiResponseContent content) => new(content.StatusCode, content.ReasonPhrase, content.Headers, read(content));
}

internal readonly struct StatusReader(Action<ApiResponseContent> check) : IResponseReader<ApiResponse>
{
    public ApiResponse Read(ApiResponseContent content)
    {
        check(content);
        return new ApiResponse(content.StatusCode, content.ReasonPhrase, content.Headers);
    }
}

internal readonly struct BodyAndHeadersReader<T, THeaders>(Func<ApiResponseContent, T> read, Func<ApiHeaders, THeaders> readHeaders)
    : IResponseReader<ApiResponse<T, THeaders>>
{
    public ApiResponse<T, THeaders> Read(ApiResponseContent content)
        => new(content.StatusCode, content.ReasonPhrase, content.Headers, read(content), readHeaders(content.Headers));
}

internal readonly struct StatusAndHeadersReader<THeaders>(Action<ApiResponseContent> check, Func<ApiHeaders, THeaders> readHeaders)
    : IResponseReader<ApiResponse<NoBody, THeaders>>
{
    public ApiResponse<NoBody, THeaders> Read(ApiResponseContent content)
    {
        check(content);
        return new ApiResponse<NoBody, THeaders>(content.StatusCode, content.ReasonPhrase, content.Headers, default, readHeaders(content.Headers));
    }
}
