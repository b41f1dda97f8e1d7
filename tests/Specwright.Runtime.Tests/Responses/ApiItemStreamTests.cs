using Acme;
using Specwright.Json;

namespace Specwright.Tests.Responses;

public class ApiItemStreamTests
{
    private const string Events = "text/event-stream";

    [Theory]
    [InlineData("data: a\n\n", "message||:a")]
    [InlineData("data:a\n\n", "message||:a")]
    [InlineData("data:  a\n\n", "message||: a")]
    [InlineData("data: a\ndata:b\ndata\n\n", "message||:a\nb\n")]
    [InlineData("data\n\n", "message||:")]
    [InlineData("event: x\ndata: a\n\ndata: b\n\n", "x||:a message||:b")]
    [InlineData("event: x\n\ndata: b\n\n", "message||:b")]
    [InlineData("id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n", "message|1|:a message|1|:b message||:c")]
    [InlineData("id: 1\n\ndata: a\n\n", "message|1|:a")]
    [InlineData("id: 1\nid: 2\0\ndata: a\n\n", "message|1|:a")]
    [InlineData("retry: 1500\n\ndata: a\n\nretry: 1e3\nretry: -1\nretry: 99999999999\nretry:\ndata: b\n\n", "message||1.5:a message||1.5:b")]
    [InlineData(": comment\n:\nunknown: x\nDATA: x\n data: x\ndata: a\n\n", "message||:a")]
    [InlineData("data: a: b\n\n", "message||:a: b")]
    [InlineData("data: ₹😀\n\n", "message||:₹😀")]
    [InlineData("\uFEFFdata: a\n\n", "message||:a")]
    [InlineData("\n\n\ndata: a\n\n\n\n", "message||:a")]
    [InlineData("data: a\n\ndata: lost", "message||:a")]
    [InlineData("data: a\n\ndata: lost\n", "message||:a")]
    [InlineData("", "")]
    public async Task Events_AreReadAsTheStandardSays(string body, string expected)
    {
        // Line ends of every kind, in pieces that cut through lines, line ends and characters.
        foreach (var lineEnd in new[] { "\n", "\r", "\r\n" })
        {
            foreach (var pieceLength in new[] { 1, 2, 3, 5, int.MaxValue })
            {
                var items = await OpenBody.ItemsAsync(body.Replace("\n", lineEnd, StringComparison.Ordinal), Events, static content => content.ReadTextEvents(), pieceLength);
                var seen = (await items.ToListAsync()).Select(item => $"{item.Type}|{item.Id}|{item.Retry?.TotalSeconds}:{item.Data}");
                Assert.Equal(expected, string.Join(' ', seen));
            }
        }
    }

    [Fact]
    public async Task EnumeratorThatIsDisposedBeforeItsFirstItem_EndsTheAnswer()
    {
        // As operators over two sequences do, where the first one is empty.
        using var body = new MemoryStream("data: a\n\n"u8.ToArray());
        var items = await OpenBody.ItemsAsync(body, Events, static content => content.ReadTextEvents());
        await items.GetAsyncEnumerator().DisposeAsync();
        Assert.False(body.CanRead);
    }

    [Fact]
    public async Task LoneCarriageReturn_EndsALineWithoutTheNextByte()
    {
        using var pipe = new PieceStream();
        var items = await OpenBody.ItemsAsync(pipe, Events, static content => content.ReadTextEvents());
        await using var enumerator = items.GetAsyncEnumerator();
        var first = enumerator.MoveNextAsync();

        pipe.Write("data: a\r\r");

        Assert.True(await first);
        var second = enumerator.MoveNextAsync();
        pipe.Write("\ndata: b\r\n\r");
        Assert.True(await second);
        Assert.Equal("b", enumerator.Current.Data);
    }

    [Theory]
    [InlineData("data: {\"orderId\":\"a\",\"amount\":1}\n\n", "a")]
    [InlineData("data: {\"orderId\":\ndata: \"a\",\"amount\":1}\n\n", "a")]
    [InlineData("data: {\"orderId\":\"a\",\"amount\":1}\n\ndata: [DONE]\n\ndata: nonsense\n\n", "a")]
    [InlineData("data:\n\ndata:  \n\ndata: {\"orderId\":\"a\",\"amount\":1}\n\n", "a")]
    public async Task JsonEvents_EndWithTheirSentinel(string body, string expected)
    {
        var items = await OpenBody.ItemsAsync(body, Events, static content => content.ReadEvents<Order, Order.JsonCodec>());
        Assert.Equal(expected, Assert.Single(await items.ToListAsync()).Data.OrderId);
    }

    [Theory]
    [InlineData("application/x-ndjson", "1\n2\n3", "1 2 3")]
    [InlineData("application/x-ndjson", "1\r\n\r\n 2 \r\n\n3\n", "1 2 3")]
    [InlineData("application/jsonl; charset=utf-8", "\uFEFF1\n", "1")]
    [InlineData("application/json", "1\n2\n", "1 2")]
    [InlineData("text/plain", "1\n2\n", "1 2")]
    [InlineData("application/json-seq", "\u001E1\n\u001E2\n\u001E\n3\n", "1 2 3")]
    [InlineData("application/geo+json-seq", "1\u001E2", "1 2")]
    [InlineData("application/x-ndjson", "", "")]
    public async Task Items_AreSeparatedAsTheirMediaTypeSays(string mediaType, string body, string expected)
    {
        foreach (var pieceLength in new[] { 1, 2, int.MaxValue })
        {
            var items = await OpenBody.ItemsAsync(body, mediaType, static content => content.ReadItems<int, Int32Codec>(), pieceLength);
            Assert.Equal(expected, string.Join(' ', await items.ToListAsync()));
        }
    }

    [Fact]
    public async Task ItemThatCannotBeRead_IsNamedWithItsPathAndHidesSecrets()
    {
        var items = await OpenBody.ItemsAsync(
            "{\"orderId\":\"a\",\"amount\":1}\n\n{\"token\":\"planted\",\"orderId\":\"b\",\"amount\":\"x\"}\n", "application/x-ndjson", static content => content.ReadItems<Order, Order.JsonCodec>());
        await using var enumerator = items.GetAsyncEnumerator();
        Assert.True(await enumerator.MoveNextAsync());

        var error = await Assert.ThrowsAsync<ApiException>(() => enumerator.MoveNextAsync().AsTask());

        Assert.StartsWith("getReport: the server answered 200 OK, but its body cannot be read: item 2: $.amount: expected a decimal", error.Message, StringComparison.Ordinal);
        Assert.Equal("{\"token\":\"***\",\"orderId\":\"b\",\"amount\":\"x\"}", error.Content);
        Assert.Equal(200, error.StatusCode);
    }

    [Theory]
    [InlineData(Events, "data: 12345678\ndata: 90\n\n")]
    [InlineData(Events, "data: 1234567890")]
    [InlineData("application/x-ndjson", "1234567890123\n")]
    [InlineData("application/x-ndjson", "1234567890123")]
    [InlineData("application/x-ndjson", "1234567890123\n", 100)]
    public async Task ItemBeyondTheLimit_IsRefused(string mediaType, string body, int pieceLength = 1)
    {
        var items = mediaType == Events
            ? (await OpenBody.ItemsAsync(body, mediaType, static content => content.ReadTextEvents(), pieceLength, options => options.MaxResponseBytes = 10)).Select(static item => item.Data)
            : (await OpenBody.ItemsAsync(body, mediaType, static content => content.ReadItems<decimal, DecimalCodec>(), pieceLength, options => options.MaxResponseBytes = 10)).Select(static item => $"{item}");

        var error = await Assert.ThrowsAsync<ApiException>(items.ToListAsync);

        Assert.Equal("getReport: the server answered 200 OK, but its body holds an item that is longer than MaxResponseBytes (10 bytes)", error.Message);
    }

    [Fact]
    public async Task LongItem_IsReadWhole()
    {
        var text = new string('x', 200_000);
        var items = await OpenBody.ItemsAsync($"data: a\n\ndata: {text}\n\ndata: b\n\n", Events, static content => content.ReadTextEvents(), 4096);
        Assert.Equal(["a", text, "b"], (await items.ToListAsync()).Select(item => item.Data));
    }

    [Fact]
    public async Task AnswerOfAnotherKind_SaysWhatItGot()
    {
        var error = await Assert.ThrowsAsync<ApiException>(() => OpenBody.ItemsAsync("<html>login</html>", "text/html", static content => content.ReadEvents<Order, Order.JsonCodec>()));
        Assert.Equal("getReport: the server answered 200 OK, but its body cannot be read: expected text/event-stream, got text/html", error.Message);
        Assert.Equal("<html>login</html>", error.Content);

        error = await Assert.ThrowsAsync<ApiException>(() => OpenBody.ItemsAsync("<html>login</html>", "text/html", static content => content.ReadItems<Order, Order.JsonCodec>()));
        Assert.Equal("getReport: the server answered 200 OK, but its body cannot be read: expected a sequence of JSON values, got text/html", error.Message);
    }

    [Fact]
    public async Task SecondEnumeration_IsRefused()
    {
        var items = await OpenBody.ItemsAsync("1\n2\n", "application/jsonl", static content => content.ReadItems<int, Int32Codec>());
        await items.ToListAsync();
        Assert.Throws<InvalidOperationException>(() => { items.GetAsyncEnumerator(); });
    }

    [Fact]
    public async Task BodyThatBreaksOff_IsAnErrorBehindTheWholeItems()
    {
        using var server = new LoopbackServer("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n9\r\ndata: a\n\n\r\n9\r\ndata");
        var options = new AcmeOptions { BaseAddress = server.Address };
        var response = await OpenBody.OpenAsync(new HttpClient(), options, new ApiTelemetry("x"), static content => content.ReadTextEvents(), static content => content.HasEvents);
        await using var enumerator = response.Body.GetAsyncEnumerator();

        Assert.True(await enumerator.MoveNextAsync());
        var error = await Assert.ThrowsAsync<ApiException>(() => enumerator.MoveNextAsync().AsTask());

        Assert.Equal("getReport: the server answered 200 OK, but its body was cut off: the connection closed before its end", error.Message);
    }

    [Fact]
    public async Task EarlyBreak_ClosesTheConnection()
    {
        using var server = Endless();
        await foreach (var item in await OpenAsync(server))
        {
            Assert.Equal("tick", item.Data);
            break;
        }

        Assert.NotNull(await server.Ended.Task);
    }

    [Fact]
    public async Task DisposalWithoutEnumeration_ClosesTheConnection()
    {
        using var server = Endless();
        (await OpenAsync(server)).Dispose();
        Assert.NotNull(await server.Ended.Task);
    }

    [Fact]
    public async Task Cancellation_EndsAWaitingEnumeration()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = LoopbackServer.Writing(async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: tick\n\n"u8.ToArray());
            await gate.Task;
            while (true)
            {
                await stream.WriteAsync(new byte[1024]);
            }
        });
        using var cancellation = new CancellationTokenSource();
        await using (var enumerator = (await OpenAsync(server)).GetAsyncEnumerator(cancellation.Token))
        {
            Assert.True(await enumerator.MoveNextAsync());
            var waiting = enumerator.MoveNextAsync();
            Assert.False(waiting.IsCompleted);

            await cancellation.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.AsTask());
        }

        gate.SetResult();
        Assert.NotNull(await server.Ended.Task);
    }

    private static LoopbackServer Endless() => LoopbackServer.Writing(async stream =>
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"u8.ToArray());
        while (true)
        {
            await stream.WriteAsync("data: tick\n\n"u8.ToArray());
        }
    });

    private static async Task<ApiItemStream<ServerSentEvent<string>>> OpenAsync(LoopbackServer server)
    {
        var options = new AcmeOptions { BaseAddress = server.Address };
        return (await OpenBody.OpenAsync(new HttpClient(), options, new ApiTelemetry("x"), static content => content.ReadTextEvents(), static content => content.HasEvents)).Body;
    }

    /// <summary>A body that a test writes while it is read.</summary>
    private sealed class PieceStream : MemoryStream
    {
        private readonly System.Threading.Channels.Channel<byte[]> _pieces = System.Threading.Channels.Channel.CreateUnbounded<byte[]>();

        public override bool CanSeek => false;

        public void Write(string text) => _pieces.Writer.TryWrite(System.Text.Encoding.UTF8.GetBytes(text));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var piece = await _pieces.Reader.ReadAsync(cancellationToken);
            piece.CopyTo(buffer);
            return piece.Length;
        }
    }
}
