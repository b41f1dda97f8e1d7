using System.Text;
using System.Text.Json;
using Acme;
using Specwright.Json;

namespace Specwright.Tests.Json;

/// <summary>A body may arrive in pieces that end anywhere: inside a name, an escape, a number, a character.</summary>
public class SegmentTests
{
    private static readonly byte[] Document = Encoding.UTF8.GetBytes(
        """
        {"ord\u0065rId":"₹-\u00fc-1","amount":"214735.50","status":"P\u0041ID", "lines":[{"price":"1.10","quantity":2},{"price":0.5e1,"x":null}],
        "note":"a\nb", "secret":"s", "extra":{"a":[1.0,true,"😀"]}, "when":"x"}
        """);

    [Fact]
    public void EverySplit_ReadsTheSame()
    {
        var expected = Write(ApiJson.Read<Order, Order.JsonCodec>(Document));
        for (var first = 1; first < Document.Length; first++)
        {
            Assert.Equal(expected, Write(ApiJson.Read<Order, Order.JsonCodec>(Codecs.Split(Document, first))));
        }

        Assert.Equal(expected, Write(ApiJson.Read<Order, Order.JsonCodec>(Codecs.Split(Document, [.. Enumerable.Range(1, Document.Length - 1)]))));
    }

    [Fact]
    public void EverySplitOfEveryScalar_ReadsTheSame()
    {
        Check<decimal, DecimalCodec>("\"-12\\u0033.450\"");
        Check<decimal, DecimalStringCodec>("\"123.450\"");
        Check<decimal, DecimalCodec>("-1.5e-3");
        Check<int, Int32Codec>("123456");
        Check<long, Int64Codec>("-1234567890123");
        Check<double, DoubleCodec>("1.25e10");
        Check<bool, BooleanCodec>("false");
        Check<DateTimeOffset, DateTimeOffsetCodec>("\"2024-01-31T23:59:59.5\\u002b05:30\"");
        Check<DateOnly, DateOnlyCodec>("\"2024-02-29\"");
        Check<TimeOnly, TimeOnlyCodec>("\"23:59:59\"");
        Check<Guid, GuidCodec>("\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"");
        Check<ReadOnlyMemory<byte>, BytesCodec>("\"AAEC/w==\"");
        Check<StringOrNumber, StringOrNumberCodec>("1.500");
        Check<StringOrNumber, StringOrNumberCodec>("\"1.5\\u00300\"");
        Check<OrderStatus, OrderStatus.JsonCodec>("\"CREATED\"");
        Check<JsonElement, JsonElementCodec>("{\"a\":[1.00,\"\\u20b9\"]}");
        Check<IReadOnlyDictionary<string, string>, MapCodec<string, StringCodec>>("{\"a\\u0062\":\"c\"}");
    }

    [Fact]
    public void EverySplit_GivesTheSameError()
    {
        var wrong = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Document).Replace("0.5e1", "\"0,5\"", StringComparison.Ordinal));
        var expected = Assert.Throws<JsonException>(() => ApiJson.Read<Order, Order.JsonCodec>(wrong)).Message;
        Assert.StartsWith("$.lines[1].price: expected a decimal, found \"0,5\" (line 1, byte ", expected, StringComparison.Ordinal);
        for (var first = 1; first < wrong.Length; first++)
        {
            Assert.Equal(expected, Assert.Throws<JsonException>(() => ApiJson.Read<Order, Order.JsonCodec>(Codecs.Split(wrong, first))).Message);
        }
    }

    [Fact]
    public void EveryTruncation_IsAJsonException()
    {
        for (var length = 0; length < Document.Length; length++)
        {
            Assert.Throws<JsonException>(() => ApiJson.Read<Order, Order.JsonCodec>(Document.AsMemory(0, length)));
            Assert.Throws<JsonException>(() => ApiJson.Read<Order, Order.JsonCodec>(Codecs.Split(Document[..length], length / 2)));
        }
    }

    [Fact]
    public void EveryDamagedByte_ReadsOrIsAJsonException()
    {
        var random = new Random(20241);
        for (var round = 0; round < 5000; round++)
        {
            var damaged = (byte[])Document.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var single = Outcome(() => ApiJson.Read<Order, Order.JsonCodec>(damaged));
            var split = Outcome(() => ApiJson.Read<Order, Order.JsonCodec>(Codecs.Split(damaged, random.Next(1, damaged.Length))));
            Assert.Equal(single is null, split is null);
        }
    }

    /// <summary>Any exception but JsonException fails the test.</summary>
    private static string? Outcome(Func<Order> read)
    {
        try
        {
            return Write(read());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Check<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var expected = Codecs.Write<T, TCodec>(ApiJson.Read<T, TCodec>(bytes));
        for (var place = 1; place < bytes.Length; place++)
        {
            Assert.Equal(expected, Codecs.Write<T, TCodec>(ApiJson.Read<T, TCodec>(Codecs.Split(bytes, place))));
        }
    }

    private static string Write(Order order) => Codecs.Write<Order, Order.JsonCodec>(order);
}
