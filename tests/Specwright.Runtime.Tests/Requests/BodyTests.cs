using System.Text;
using Acme;
using Specwright.Json;

namespace Specwright.Tests.Requests;

public class BodyTests
{
    [Fact]
    public async Task JsonBody_HasItsLengthAndTheSameBytesEachTime()
    {
        using var body = JsonBody.Create<string, StringCodec>("₹", "application/json");

        Assert.Equal(5, body.Headers.ContentLength);
        Assert.Equal("application/json", body.Headers.NonValidated["Content-Type"].ToString());
        for (var i = 0; i < 2; i++)
        {
            using var sent = new MemoryStream();
            await body.CopyToAsync(sent);
            Assert.Equal("\"₹\"", Encoding.UTF8.GetString(sent.ToArray()));
        }

        Assert.Equal("\"₹\"", await body.ReadAsStringAsync());
    }

    [Fact]
    public async Task JsonBody_LargerThanTheFirstBufferIsWhole()
    {
        var text = new string('x', 100_000);
        using var body = JsonBody.Create<string, StringCodec>(text, "application/json");
        Assert.Equal($"\"{text}\"", await body.ReadAsStringAsync());
    }

    [Fact]
    public async Task DisposedWhileSending_KeepsItsBytesUntilTheLastOneIsSent()
    {
        var body = JsonBody.Create<Order, Order.JsonCodec>(new Order { OrderId = "o", Amount = 1.50m }, "application/json");
        await using var slow = new SlowStream();

        var sending = body.CopyToAsync(slow);
        body.Dispose();
        // Whoever rents now must not get the array that is still being sent.
        for (var i = 0; i < 50; i++)
        {
            ApiJson.ToUtf8Bytes<string, StringCodec>(new string('z', 500));
        }

        slow.Go.SetResult();
        await sending;

        Assert.Equal("""{"orderId":"o","amount":1.50}""", slow.Text);
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(() => body.CopyToAsync(slow));
    }

    [Theory]
    [InlineData("application/x-ndjson", "1\n2\n3\n")]
    [InlineData("application/json-seq; x=y", "\u001E1\n\u001E2\n\u001E3\n")]
    public async Task Items_AreWrittenOneAfterTheOther(string mediaType, string expected)
    {
        using var body = JsonItemsBody.Create<int, Int32Codec>(JsonItemsBody.ItemsOf([1, 2, 3]), mediaType);

        for (var sending = 0; sending < 2; sending++)
        {
            var copy = new MemoryStream();
            await body.CopyToAsync(copy);
            Assert.Equal(expected, Encoding.UTF8.GetString(copy.ToArray()));
        }

        Assert.Equal(mediaType, body.Headers.NonValidated["Content-Type"].ToString());
    }

    [Fact]
    public async Task ItemsThatMayNotComeAgain_AreSentOnce()
    {
        foreach (var items in new[] { Slow(), JsonItemsBody.ItemsOf(Enumerable.Range(1, 2).Where(static number => number > 0)) })
        {
            using var body = JsonItemsBody.Create<int, Int32Codec>(items, "application/jsonl");
            await body.CopyToAsync(Stream.Null);
            await Assert.ThrowsAsync<InvalidOperationException>(() => body.CopyToAsync(new MemoryStream()));
        }

        static async IAsyncEnumerable<int> Slow()
        {
            await Task.Yield();
            yield return 1;
        }
    }

    [Fact]
    public async Task ItemThatIsThere_GoesOutBeforeTheNextIsWaitedFor()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var target = new FlushedStream();
        using var body = JsonItemsBody.Create<int, Int32Codec>(Items(), "application/jsonl");
        var sending = body.CopyToAsync(target);

        await target.Flushed.Task;
        Assert.Equal("1\n2\n", Encoding.UTF8.GetString(target.ToArray()));
        gate.SetResult();
        await sending;

        Assert.Equal("1\n2\n3\n", Encoding.UTF8.GetString(target.ToArray()));

        async IAsyncEnumerable<int> Items()
        {
            yield return 1;
            yield return 2;
            await gate.Task;
            yield return 3;
        }
    }

    [Fact]
    public async Task ConnectionThatBreaksWhileAnItemIsWaitedFor_IsTheErrorThatShows()
    {
        var hasEnded = false;
        async IAsyncEnumerable<int> Items([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                yield return 1;
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                hasEnded = true;
            }
        }

        using var body = JsonItemsBody.Create<int, Int32Codec>(Items(), "application/jsonl");
        var error = await Record.ExceptionAsync(() => body.CopyToAsync(new BrokenStream()));
        Assert.True(error is HttpRequestException or IOException, error?.ToString());
        Assert.True(hasEnded);
    }

    [Fact]
    public async Task ManyItems_GoOutInPieces()
    {
        var target = new FlushedStream();
        using var body = JsonItemsBody.Create<string, StringCodec>(JsonItemsBody.ItemsOf(Enumerable.Repeat(new string('x', 1000), 100)), "application/jsonl");

        await body.CopyToAsync(target);

        Assert.Equal(100 * 1003, target.Length);
        Assert.InRange(target.Writes, 5, 10);
    }

    [Fact]
    public async Task Binary_ConvertsFromBytesAndStreams()
    {
        BinaryBody array = new byte[] { 1, 2 };
        BinaryBody memory = new ReadOnlyMemory<byte>([1, 2]);
        BinaryBody stream = new MemoryStream([1, 2]);
        foreach (var body in new[] { array, memory, stream })
        {
            using var content = body.CreateContent("application/zip");
            Assert.Equal(2, content.Headers.ContentLength);
            Assert.Equal("application/zip", content.Headers.ContentType!.ToString());
            foreach (var _ in new[] { 1, 2 })
            {
                var copy = new MemoryStream();
                await content.CopyToAsync(copy);
                Assert.Equal([1, 2], copy.ToArray());
            }
        }

        using var own = new BinaryBody(new byte[1], "image/png").CreateContent("image/jpeg");
        Assert.Equal("image/png", own.Headers.ContentType!.ToString());
        Assert.Throws<ArgumentNullException>(static () => (BinaryBody)(byte[])null!);
    }

    private sealed class FlushedStream : MemoryStream
    {
        public TaskCompletionSource Flushed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Writes { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Writes++;
            return base.WriteAsync(buffer, cancellationToken);
        }

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flushed.TrySetResult();
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task TextAndBytes_AreSentAsTheyAre()
    {
        using var text = TextBody.Create("₹", "text/plain; charset=utf-8");
        using var bytes = BytesBody.Create(new byte[] { 1, 2, 3 }, null);

        Assert.Equal(3, text.Headers.ContentLength);
        Assert.Equal("text/plain; charset=utf-8", text.Headers.NonValidated["Content-Type"].ToString());
        Assert.Equal([1, 2, 3], await bytes.ReadAsByteArrayAsync());
        Assert.Null(bytes.Headers.ContentType);
    }

    [Theory]
    [InlineData("text/plain", "abc", "text/plain")]
    [InlineData("text/plain", "₹", "text/plain; charset=utf-8")]
    [InlineData("text/csv; header=present", "₹", "text/csv; header=present; charset=utf-8")]
    [InlineData("text/plain; Charset=UTF-8", "₹", "text/plain; Charset=UTF-8")]
    [InlineData("application/xml", "₹", "application/xml")]
    public void TextBeyondAscii_NamesItsCharset(string mediaType, string text, string expected)
    {
        using var body = TextBody.Create(text, mediaType);

        Assert.Equal(expected, body.Headers.NonValidated["Content-Type"].ToString());
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("The connection broke.");
    }

    private sealed class SlowStream : MemoryStream
    {
        public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Text => Encoding.UTF8.GetString(ToArray());

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Go.Task;
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
