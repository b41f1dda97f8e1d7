using System.Text;
using Acme;
using Specwright.Json;

namespace Specwright.Tests.Json;

public class AllocationTests
{
    [Fact]
    public void List_AllocatesOnlyItsResult()
    {
        var json = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 1000))}]");
        Assert.InRange(AllocatedBy(() => ApiJson.Read<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(json)), 4000, 4100);
    }

    [Fact]
    public void Names_AreNotMadeIntoStrings()
    {
        var json = """{"aMemberThatNobodyKnows":{"deep":["text"]},"quantity":2,"an\u006fther":"text","price":"1.10"}"""u8.ToArray();
        var size = AllocatedBy(() => new OrderLine { Price = 1, Quantity = 1 });
        Assert.Equal(size, AllocatedBy(() => ApiJson.Read<OrderLine, OrderLine.JsonCodec>(json)));
    }

    [Fact]
    public void NumbersDatesAndKnownTexts_AreNotMadeIntoStrings()
    {
        Check<decimal, DecimalStringCodec>("1234567.50");
        Check<decimal, DecimalStringCodec>("79228162514264337593543950335");
        Check<long, Int64StringCodec>("-1234567890123");
        Check<ulong, UInt64StringCodec>("18446744073709551615");
        Check<int, Int32StringCodec>("42");
        Check<DateTimeOffset, DateTimeOffsetCodec>("2026-11-20T10:00:07.25+05:30");
        Check<DateOnly, DateOnlyCodec>("2026-11-20");
        Check<TimeOnly, TimeOnlyCodec>("10:00:07.25");
        Check<Guid, GuidCodec>("6f9619ff-8b86-d011-b42d-00c04fc964ff");
        Check<OrderStatus, OrderStatus.JsonCodec>("PAID");
        Check<OrderStatus, OrderStatus.JsonCodec>("P\\u0041ID");

        static void Check<T, TCodec>(string text)
            where TCodec : IJsonCodec<T>
        {
            var json = Encoding.UTF8.GetBytes($"[\"{text}\",\"{text}\"]");
            Assert.Equal(AllocatedBy(() => new T[2]), AllocatedBy(() => ApiJson.Read<IReadOnlyList<T>, ListCodec<T, TCodec>>(json)));
        }
    }

    [Fact]
    public void Writing_AllocatesNothingBeyondTheBuffer()
    {
        var order = Codecs.Read<Order, Order.JsonCodec>("""{"orderId":"é","amount":1.50,"status":"PAID","lines":[{"price":"0.05","quantity":2}],"note":null,"secret":"s","extra":{"a":[1.0]}}""");
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(4096);
        Assert.Equal(0, AllocatedBy(() =>
        {
            buffer.ResetWrittenCount();
            ApiJson.Write<Order, Order.JsonCodec>(buffer, order);
            ApiJson.Write<DateTimeOffset, DateTimeOffsetCodec>(buffer, DateTimeOffset.UnixEpoch);
            ApiJson.Write<StringOrNumber, StringOrNumberCodec>(buffer, new StringOrNumber("1.50", isQuoted: false));
            return buffer;
        }));
    }

    [Fact]
    public void Writing_AllocatesOnlyTheResult()
    {
        var line = new OrderLine { Price = 1.10m, Quantity = 2 };
        Assert.InRange(AllocatedBy(() => ApiJson.ToUtf8Bytes<OrderLine, OrderLine.JsonCodec>(line)), 1, 150);
    }

    /// <summary>Bytes per call once everything is warm.</summary>
    private static long AllocatedBy(Func<object> call)
    {
        for (var i = 0; i < 100; i++)
        {
            call();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            call();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }
}
