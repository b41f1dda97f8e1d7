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
