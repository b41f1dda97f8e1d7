using System.Text;
using Acme;

namespace Specwright.Tests.Responses;

/// <summary>Sends calls whose answer stays open.</summary>
internal static class OpenBody
{
    public static readonly ApiOperation Operation = new("Acme", "getReport", HttpMethod.Get, "/report");

    public static async Task<ApiResponse<ApiStream>> OpenAsync(
        LoopbackServer server, Action<AcmeOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        var options = new AcmeOptions { BaseAddress = server.Address };
        configure?.Invoke(options);
        return await OpenAsync(new HttpClient(), options, new ApiTelemetry("Test.Open"), static content => content.ReadStream(), static _ => true, cancellationToken);
    }

    public static async Task<ApiResponse<T>> OpenAsync<T>(
        HttpClient httpClient,
        AcmeOptions options,
        ApiTelemetry telemetry,
        Func<ApiResponseContent, T> read,
        Func<ApiResponseContent, bool> isOpen,
        CancellationToken cancellationToken = default)
    {
        httpClient.Timeout = Timeout.InfiniteTimeSpan;
        var transport = new ApiTransport(httpClient, options, telemetry);
        using var request = transport.CreateRequest(Operation, "/report");
        return await transport.SendStreamedAsync(
            request,
            content => content.StatusCode == 200 && isOpen(content),
            content => content.StatusCode == 200 ? read(content) : throw content.CreateError<ErrorBody, ErrorBody.JsonCodec>(),
            cancellationToken);
    }

    /// <summary>Items of a body that comes in pieces of the given length.</summary>
    public static async Task<ApiItemStream<T>> ItemsAsync<T>(
        string body, string mediaType, Func<ApiResponseContent, ApiItemStream<T>> read, int pieceLength = int.MaxValue, Action<AcmeOptions>? configure = null)
        => await ItemsAsync(new PiecewiseStream(Encoding.UTF8.GetBytes(body), pieceLength), mediaType, read, configure);

    public static async Task<ApiItemStream<T>> ItemsAsync<T>(
        Stream body, string mediaType, Func<ApiResponseContent, ApiItemStream<T>> read, Action<AcmeOptions>? configure = null)
    {
        var options = new AcmeOptions();
        configure?.Invoke(options);
        var content = new StreamContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        var httpClient = new HttpClient(new StubHandler(_ => new HttpResponseMessage { Content = content }));
        return (await OpenAsync(httpClient, options, new ApiTelemetry("Test.Items"), read, static answer => answer.HasEvents || answer.HasItems)).Body;
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    /// <summary>Gives at most so many bytes at a time.</summary>
    private sealed class PiecewiseStream(byte[] bytes, int pieceLength) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => base.ReadAsync(buffer[..Math.Min(buffer.Length, pieceLength)], cancellationToken);
    }
}
