using System.Text;
using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Json;

public class StreamReadingTests
{
    [Fact]
    public async Task Document_IsReadToItsEndAndTheStreamStaysOpen()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"[{string.Join(",", Enumerable.Range(0, 10_000))}]"));

        var numbers = await ApiJson.ReadAsync<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(stream);

        Assert.Equal(10_000, numbers.Count);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task WrongValue_IsNamedByItsPath()
    {
        using var stream = new MemoryStream("[1, \"x\"]"u8.ToArray());

        var exception = await Assert.ThrowsAsync<JsonException>(() => ApiJson.ReadAsync<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(stream).AsTask());

        Assert.StartsWith("$[1]: ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DocumentBeyondTheLimit_IsRefused()
    {
        using var stream = new MemoryStream("[1, 2, 3]"u8.ToArray());

        var exception = await Assert.ThrowsAsync<JsonException>(() => ApiJson.ReadAsync<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(stream, maxBytes: 8).AsTask());

        Assert.Contains("longer than 8 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_EndsTheReading()
    {
        using var stream = new MemoryStream("[1]"u8.ToArray());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ApiJson.ReadAsync<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(stream, cancellationToken: new(canceled: true)).AsTask());
    }
}
