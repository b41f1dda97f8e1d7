using System.Text;
using Acme;

namespace Specwright.Tests.Responses;

/// <summary>How much of a long body is kept. The heap is counted, so nothing may run beside these.</summary>
[Collection(nameof(OpenBodyMemoryTests))]
[CollectionDefinition(nameof(OpenBodyMemoryTests), DisableParallelization = true)]
public class OpenBodyMemoryTests
{
    private const int Length = 50 * 1024 * 1024;
    private const int MostKept = 4 * 1024 * 1024;

    [Fact]
    public async Task Stream_KeepsNothing()
    {
        using var server = Answering(new byte[64 * 1024], "application/zip");
        var response = await OpenBody.OpenAsync(server, options => options.MaxResponseBytes = 1000);
        await using var body = response.Body;
        var buffer = new byte[64 * 1024];
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var total = 0;
        var most = 0L;
        while (await body.ReadAsync(buffer) is > 0 and var count)
        {
            // Looked at ten times on the way: a body that is kept would show long before its end.
            most = total / (Length / 10) == (total + count) / (Length / 10) ? most : Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            total += count;
        }

        Assert.Equal(Length, total);
        Assert.True(most < MostKept, $"{most} bytes were kept.");
    }

    [Theory]
    [InlineData("text/event-stream", "data: {\"orderId\":\"%\",\"amount\":1}\n\n")]
    [InlineData("application/x-ndjson", "{\"orderId\":\"%\",\"amount\":1}\n")]
    public async Task Items_AreKeptOneAtATime(string mediaType, string item)
    {
        var text = item.Replace("%", new string('x', 1024 - item.Length + 1), StringComparison.Ordinal);
        using var server = Answering(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, 64))), mediaType);
        var options = new AcmeOptions { BaseAddress = server.Address, MaxResponseBytes = 2000 };
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var total = 0;
        var most = 0L;
        await foreach (var order in Orders(options, mediaType))
        {
            total++;
            most = total % (Length / 1024 / 10) != 0 ? most : Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(Length / 1024, total);
        Assert.True(most < MostKept, $"{most} bytes were kept.");
    }

    private static async IAsyncEnumerable<Order> Orders(AcmeOptions options, string mediaType)
    {
        if (mediaType == "text/event-stream")
        {
            var events = await OpenBody.OpenAsync(new HttpClient(), options, new ApiTelemetry("x"), static content => content.ReadEvents<Order, Order.JsonCodec>(), static content => content.HasEvents);
            await foreach (var order in events.Body)
            {
                yield return order.Data;
            }

            yield break;
        }

        var items = await OpenBody.OpenAsync(new HttpClient(), options, new ApiTelemetry("x"), static content => content.ReadItems<Order, Order.JsonCodec>(), static content => content.HasItems);
        await foreach (var order in items.Body)
        {
            yield return order;
        }
    }

    private static LoopbackServer Answering(byte[] piece, string mediaType) => LoopbackServer.Writing(async stream =>
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {mediaType}\r\nContent-Length: {Length}\r\n\r\n"));
        for (var written = 0; written < Length; written += piece.Length)
        {
            await stream.WriteAsync(piece);
        }
    });
}
