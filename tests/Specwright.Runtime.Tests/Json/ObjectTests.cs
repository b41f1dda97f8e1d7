using System.Text;
using System.Text.Json;
using Acme;
using Specwright.Json;

namespace Specwright.Tests.Json;

public class ObjectTests
{
    private const string Full =
        """{"orderId":"o-1","amount":214735.50,"status":"PAID","lines":[{"price":"1.10","quantity":2},{"price":"0.00"}],"note":null,"secret":"s3cret","extra":{"a":[1.0]},"other":true}""";

    [Fact]
    public void Order_ComesBackByteForByte()
    {
        Assert.Equal(Full, Codecs.RoundTrip<Order, Order.JsonCodec>(Full));
    }

    [Fact]
    public void AbsentAndNull_StayDifferent()
    {
        const string Absent = """{"orderId":"o","amount":1}""";
        const string Null = """{"orderId":"o","amount":1,"note":null}""";

        Assert.Equal(Absent, Codecs.RoundTrip<Order, Order.JsonCodec>(Absent));
        Assert.Equal(Null, Codecs.RoundTrip<Order, Order.JsonCodec>(Null));
    }

    [Fact]
    public void Members_AreFoundInAnyOrderAndWhenEscaped()
    {
        var order = Codecs.Read<Order, Order.JsonCodec>("""{"st\u0061tus":"CR\u0045ATED","unknown":[1,{"orderId":"no"}],"amount":"5.00","orderId":"o"}""");

        Assert.Equal(OrderStatus.Created, order.Status);
        Assert.Equal(5.00m, order.Amount);
        Assert.Equal("o", order.OrderId);
        Assert.Equal(["unknown"], order.AdditionalProperties!.Keys);
    }

    [Fact]
    public void DuplicateMember_LastOneCounts()
    {
        var order = Codecs.Read<Order, Order.JsonCodec>("""{"orderId":"first","amount":1,"orderId":"last","x":1,"x":2}""");

        Assert.Equal("last", order.OrderId);
        Assert.Equal(2, order.AdditionalProperties!["x"].GetInt32());
    }

    [Fact]
    public void KnownValue_IsTheSameStringInstance()
    {
        Assert.Same(OrderStatus.Values.Paid, Codecs.Read<OrderStatus, OrderStatus.JsonCodec>("\"PAID\"").Value);
        var unknown = Codecs.Read<OrderStatus, OrderStatus.JsonCodec>("\"REFUNDED\"");
        Assert.False(unknown.IsKnown);
        Assert.Equal("\"REFUNDED\"", Codecs.Write<OrderStatus, OrderStatus.JsonCodec>(unknown));
    }

    [Fact]
    public void OptionalMembers_AreLeftOutWhereTheyAreNull()
    {
        var members = new JsonMembers(["a", "b", "c"]);

        Assert.Equal("""{"a":"x","b":[true],"c":0}""", Write("x", [true], 0));
        Assert.Equal("{}", Write(null, null, null));

        string Write(string? text, IReadOnlyList<bool>? list, int? number)
        {
            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            using var writer = new Utf8JsonWriter(buffer);
            writer.WriteStartObject();
            members.WriteOptional(writer, 0, text);
            members.WriteOptional<IReadOnlyList<bool>, ListCodec<bool, BooleanCodec>>(writer, 1, list);
            members.WriteOptionalValue<int, Int32Codec>(writer, 2, number);
            writer.WriteEndObject();
            writer.Flush();
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }

    [Fact]
    public void ToString_HidesSecrets()
    {
        Assert.DoesNotContain("s3cret", Codecs.Read<Order, Order.JsonCodec>(Full).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void MoreThanSixtyFourRequiredMembers_AreEachChecked()
    {
        var json = new StringBuilder("{");
        for (var i = 0; i < WideCodec.Count; i++)
        {
            json.Append(i == 0 ? "" : ",").Append($"\"member{i}\":{i}");
        }

        json.Append('}');
        Assert.Equal(Enumerable.Range(0, WideCodec.Count).Sum(), Codecs.Read<int, WideCodec>(json.ToString()));
        foreach (var missing in new[] { 0, 63, 64, 127, 128, WideCodec.Count - 1 })
        {
            var without = json.ToString().Replace($"\"member{missing}\":", "\"other\":", StringComparison.Ordinal);
            Assert.Equal($"$: the required member \"member{missing}\" is missing (line 1, byte {without.Length})", Codecs.ErrorOf<int, WideCodec>(without));
        }
    }

    [Fact]
    public void Lists_OfAnyKindAndLengthComeBack()
    {
        foreach (var length in new[] { 0, 1, 15, 16, 17, 100, 1000 })
        {
            var json = $"[{string.Join(',', Enumerable.Range(0, length))}]";
            var list = Codecs.Read<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(json);

            Assert.IsType<int[]>(list);
            Assert.Equal(Enumerable.Range(0, length), list);
            Assert.Equal(json, Codecs.Write<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(list));
            Assert.Equal(json, Codecs.Write<IReadOnlyList<int>, ListCodec<int, Int32Codec>>([.. list]));
            Assert.Equal(json, Codecs.Write<IReadOnlyList<int>, ListCodec<int, Int32Codec>>(list.ToList()));
        }

        Assert.Equal("[\"a\",null]", Codecs.RoundTrip<IReadOnlyList<string?>, ListCodec<string?, NullableReferenceCodec<string, StringCodec>>>("[\"a\",null]"));
        Assert.Equal("[[1],[]]", Codecs.RoundTrip<IReadOnlyList<IReadOnlyList<int>>, ListCodec<IReadOnlyList<int>, ListCodec<int, Int32Codec>>>("[[1],[]]"));
    }

    [Fact]
    public void Map_KeepsOrderAndNames()
    {
        const string Json = """{"z":1.0,"a":null,"z z":3}""";

        Assert.Equal(Json, Codecs.RoundTrip<IReadOnlyDictionary<string, decimal?>, MapCodec<decimal?, NullableValueCodec<decimal, DecimalCodec>>>(Json));
        Assert.Equal("""{"b":1,"a":2}""", Codecs.Write<IReadOnlyDictionary<string, int>, MapCodec<int, Int32Codec>>(new SortedDictionary<string, int>(Comparer<string>.Create((x, y) => string.CompareOrdinal(y, x))) { ["a"] = 2, ["b"] = 1 }));
    }

    [Fact]
    public void RequiredName_ThatIsNoMemberIsRefused()
    {
        Assert.Throws<ArgumentException>(() => new JsonMembers(["a"], required: ["b"]));
    }

    [Fact]
    public void JsonSerializer_ReadsAndWritesTheSameJson()
    {
        var order = JsonSerializer.Deserialize(Full, AcmeJson.Default.Order)!;

        Assert.Equal(Full, JsonSerializer.Serialize(order, AcmeJson.Default.Order));
        Assert.Same(AcmeJson.Default.Order, AcmeJson.Default.Order);
        var options = new JsonSerializerOptions { TypeInfoResolver = AcmeJson.Default };
        Assert.Equal("o-1", JsonSerializer.Deserialize<Order>(Full, options)!.OrderId);
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Order>("""{"orderId":"o","amount":[]}""", options));
        Assert.Equal("expected a decimal, found an array", error.Message);
    }

    [Fact]
    public async Task JsonSerializer_ReadsFromAStreamInSmallParts()
    {
        var lines = string.Join(',', Enumerable.Repeat("""{"price":"1.10","unknown":{"a":[1,2,3]}}""", 2000));
        await using var stream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"orderId":"o","lines":[{{lines}}],"amount":1}"""));

        var order = await JsonSerializer.DeserializeAsync(stream, AcmeJson.Default.Order);

        Assert.Equal(2000, order!.Lines!.Count);
    }

    [Fact]
    public void Write_InsideAWriteUsesAWriterOfItsOwn()
    {
        Assert.Equal("""["{\"price\":\"1.10\"}"]""", Codecs.Write<IReadOnlyList<OrderLine>, ListCodec<OrderLine, TextCodec>>([new OrderLine { Price = 1.10m }]));
    }

    /// <summary>The sum of 150 required members.</summary>
    private readonly struct WideCodec : IJsonCodec<int>
    {
        public const int Count = 150;

        private static readonly string[] Names = [.. Enumerable.Range(0, Count).Select(i => $"member{i}")];
        private static readonly JsonMembers Members = new(Names, Names);

        public static int Read(ref Utf8JsonReader reader)
        {
            var sum = 0;
            var cursor = JsonMembers.Begin(ref reader);
            while (Members.MoveNext(ref reader, ref cursor))
            {
                if (cursor.Index >= 0)
                {
                    Assert.Equal(cursor.Index, reader.GetInt32());
                    sum += reader.GetInt32();
                }
                else
                {
                    JsonMembers.Skip(ref reader);
                }
            }

            Members.End(in cursor);
            return sum;
        }

        public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);
    }

    /// <summary>A document as a string inside another one.</summary>
    private readonly struct TextCodec : IJsonCodec<OrderLine>
    {
        public static OrderLine Read(ref Utf8JsonReader reader) => OrderLine.JsonCodec.Read(ref reader);

        public static void Write(Utf8JsonWriter writer, OrderLine value) => writer.WriteStringValue(ApiJson.ToUtf8Bytes<OrderLine, OrderLine.JsonCodec>(value));
    }
}
