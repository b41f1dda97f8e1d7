using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Json;

/// <summary>The methods for the most common values do what the generic ones do.</summary>
public class MemberValueTests
{
    /// <summary>The second name is one that the encoder of the web writes in another way, so that nothing can be encoded beforehand.</summary>
    private static readonly JsonMembers Members = new(["plain", "größer<"]);

    private delegate void Writing(Utf8JsonWriter writer, int index);

    private delegate T Reading<T>(ref Utf8JsonReader reader);

    [Fact]
    public void Values_AreWrittenAsByTheirCodec()
    {
        AssertSame<bool, BooleanCodec>(true, Members.WriteBoolean, Members.WriteOptionalBoolean);
        AssertSame<bool, BooleanCodec>(false, Members.WriteBoolean, Members.WriteOptionalBoolean);
        AssertSame<int, Int32Codec>(int.MinValue, Members.WriteInt32, Members.WriteOptionalInt32);
        AssertSame<long, Int64Codec>(long.MaxValue, Members.WriteInt64, Members.WriteOptionalInt64);
        AssertSame<double, DoubleCodec>(-0.1e-7, Members.WriteDouble, Members.WriteOptionalDouble);
        AssertSame<decimal, DecimalCodec>(214735.50m, Members.WriteDecimal, Members.WriteOptionalDecimal);
        AssertSame<decimal, DecimalStringCodec>(214735.50m, Members.WriteDecimalString, Members.WriteOptionalDecimalString);
        AssertSame<DateTimeOffset, DateTimeOffsetCodec>(new(2026, 11, 28, 1, 2, 3, TimeSpan.Zero), Members.WriteDateTimeOffset, Members.WriteOptionalDateTimeOffset);
        AssertSame<DateTimeOffset, DateTimeOffsetCodec>(new(2026, 11, 28, 1, 2, 3, TimeSpan.FromHours(5.5)), Members.WriteDateTimeOffset, Members.WriteOptionalDateTimeOffset);
        AssertSame<DateOnly, DateOnlyCodec>(new(2026, 11, 28), Members.WriteDateOnly, Members.WriteOptionalDateOnly);
        AssertSame<Guid, GuidCodec>(Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), Members.WriteGuid, Members.WriteOptionalGuid);
    }

    [Fact]
    public void ListsAndMaps_AreWrittenAsByTheirCodec()
    {
        IReadOnlyList<int> list = [1, 2];
        IReadOnlyDictionary<string, int> map = new Dictionary<string, int> { ["a"] = 1, ["b"] = 2 };

        Assert.Equal("""{"plain":[1,2]}""", Write((writer, index) => Members.WriteList<int, Int32Codec>(writer, index, list), 0));
        Assert.Equal("""{"plain":[1,2]}""", Write((writer, index) => Members.WriteOptionalList<int, Int32Codec>(writer, index, list), 0));
        Assert.Equal("{}", Write((writer, index) => Members.WriteOptionalList<int, Int32Codec>(writer, index, null), 0));
        Assert.Equal("""{"größer<":[1,2]}""", (Write((writer, index) => Members.WriteList<int, Int32Codec>(writer, index, list), 1)));
        Assert.Equal("""{"plain":{"a":1,"b":2}}""", Write((writer, index) => Members.WriteMap<int, Int32Codec>(writer, index, map), 0));
        Assert.Equal("""{"plain":{"a":1,"b":2}}""", Write((writer, index) => Members.WriteOptionalMap<int, Int32Codec>(writer, index, map), 0));
        Assert.Equal("{}", Write((writer, index) => Members.WriteOptionalMap<int, Int32Codec>(writer, index, null), 0));
        Assert.Equal("""{"größer<":{"a":1,"b":2}}""", (Write((writer, index) => Members.WriteMap<int, Int32Codec>(writer, index, map), 1)));
    }

    [Fact]
    public void ReadNullable_ReadsNullAndValuesAndRefusesOthers()
    {
        Assert.Null(Read(Int64Codec.ReadNullable, "null"));
        Assert.Equal(7, Read(Int64Codec.ReadNullable, "7"));
        Assert.Null(Read(StringCodec.ReadNullable, "null"));
        Assert.Equal("a", Read(StringCodec.ReadNullable, "\"a\""));
        Assert.Null(Read(StringOrNumberCodec.ReadNullable, "null"));
        Assert.Equal("7", Read(StringOrNumberCodec.ReadNullable, "7").ToString());
        Assert.Null(Read(JsonElementCodec.ReadNullable, "null"));
        Assert.Null(Read(ListCodec<int, Int32Codec>.ReadNullable, "null"));
        Assert.Equal([1, 2], Read(ListCodec<int, Int32Codec>.ReadNullable, "[1,2]")!);
        Assert.Null(Read(MapCodec<int, Int32Codec>.ReadNullable, "null"));
        Assert.Equal(1, Read(MapCodec<int, Int32Codec>.ReadNullable, """{"a":1}""")!["a"]);
        Assert.ThrowsAny<JsonException>(() => { Read(Int64Codec.ReadNullable, "true"); });
        Assert.ThrowsAny<JsonException>(() => { Read(BooleanCodec.ReadNullable, "0"); });
    }

    private static T Read<T>(Reading<T> read, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return read(ref reader);
    }

    private static void AssertSame<T, TCodec>(T value, Action<Utf8JsonWriter, int, T> write, Action<Utf8JsonWriter, int, T?> writeOptional)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        foreach (var index in new[] { 0, 1 })
        {
            var expected = Write(
                (writer, place) =>
                {
                    Members.WriteName(writer, place);
                    TCodec.Write(writer, value);
                },
                index);

            Assert.Equal(expected, Write((writer, place) => write(writer, place, value), index));
            Assert.Equal(expected, Write((writer, place) => writeOptional(writer, place, value), index));
            Assert.Equal("{}", Write((writer, place) => writeOptional(writer, place, null), index));
            using var read = JsonDocument.Parse(expected);
            Assert.Equal(index == 0 ? "plain" : "größer<", read.RootElement.EnumerateObject().Single().Name);
        }
    }

    private static string Write(Writing member, int index)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartObject();
        member(writer, index);
        writer.WriteEndObject();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
