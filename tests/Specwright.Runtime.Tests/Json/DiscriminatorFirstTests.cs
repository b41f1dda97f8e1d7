using System.Text;
using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Json;

/// <summary>A discriminator that comes first is read once; whatever the order, the result is the same.</summary>
public class DiscriminatorFirstTests
{
    [Theory]
    [InlineData("""{"kind":"circle","radius":2}""", "circle 2")]
    [InlineData("""{"radius":2,"kind":"circle"}""", "circle 2")]
    [InlineData("""{"k\u0069nd":"c\u0069rcle","radius":2}""", "circle 2")]
    [InlineData("""{"x":{"kind":"square"},"kind":"circle","radius":2}""", "circle 2")]
    [InlineData("""{"kind":"circle","kind":"disk","radius":2}""", "disk 2")]
    [InlineData("""{"kind":"circle","radius":2,"kind":"square"}""", "square 2")]
    [InlineData("""{"kind":"square","side":3,"kind2":1}""", "side 3")]
    [InlineData("""{"kind":"hexagon","radius":2}""", "unknown (Object)")]
    [InlineData("""{"kind":["circle"],"radius":2}""", "unknown (Object)")]
    [InlineData("""{"kind":null,"radius":2}""", "unknown (Object)")]
    [InlineData("""{"radius":2}""", "unknown (Object)")]
    [InlineData("{}", "unknown (Object)")]
    public void Value_IsReadWhateverTheOrder(string json, string expected)
    {
        Assert.Equal(expected, Codecs.Read<UnionValue, ShapeCodec>(json).ToString());

        var bytes = Encoding.UTF8.GetBytes(json);
        for (var place = 1; place < bytes.Length; place++)
        {
            Assert.Equal(expected, ApiJson.Read<UnionValue, ShapeCodec>(Codecs.Split(bytes, place)).ToString());
        }
    }

    [Theory]
    [InlineData("""{"kind":"circle","radius":2}""", "0 at 1")]
    [InlineData("""{"radius":2,"kind":"circle"}""", "0 at start")]
    [InlineData("""{"kind":"square","side":3}""", "1 at start")]
    [InlineData("""{"kind":"hexagon"}""", "-1 at start")]
    public void Find_GoesOnFromTheDiscriminator_OnlyWhereTheCaseSaysHow(string json, string expected)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();

        var found = ShapeCodec.Cases.Find(ref reader, out var cursor);

        var place = "start";
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            Assert.True(CircleCodec.Members.MoveNext(ref reader, ref cursor));
            Assert.Equal(json.Split('"')[3], reader.GetString());
            place = cursor.Index.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.Equal(expected, $"{found} at {place}");
    }

    [Theory]
    [InlineData("""{"kind":"circle"}""", "$: the required member \"radius\" is missing")]
    [InlineData("""{"kind":"circle","radius":"x"}""", "$.radius: expected")]
    [InlineData("""[{"kind":"circle","radius":1},{"kind":"circle","radius":"x"}]""", "$[1].radius: expected")]
    [InlineData("""{"kind":"circle","radius":1""", "")]
    [InlineData("""{"kind":"circle" """, "")]
    [InlineData("""{"kind":""", "")]
    public void BrokenObject_IsRefusedAtItsPlace(string json, string expected)
    {
        var message = json.StartsWith('[')
            ? Codecs.ErrorOf<IReadOnlyList<UnionValue>, ListCodec<UnionValue, ShapeCodec>>(json)
            : Codecs.ErrorOf<UnionValue, ShapeCodec>(json);

        Assert.StartsWith(expected, message, StringComparison.Ordinal);
    }

    private sealed record Circle(string Kind, int Radius)
    {
        public override string ToString() => $"{Kind} {Radius}";
    }

    private sealed record Square(int Side)
    {
        public override string ToString() => $"side {Side}";
    }

    private readonly struct ShapeCodec : IJsonCodec<UnionValue>
    {
        public static readonly JsonUnionCases Cases = new(
            "kind",
            JsonUnionCase.DiscriminatedAt(1, "circle", "disk"),
            JsonUnionCase.Discriminated("square"));

        public static UnionValue Read(ref Utf8JsonReader reader) => Cases.Find(ref reader, out var cursor) switch
        {
            0 => UnionValue.Read<Circle, CircleCodec>(ref reader, 0, cursor),
            1 => UnionValue.Read<Square, SquareCodec>(ref reader, 1),
            _ => UnionValue.ReadUnknown(ref reader),
        };

        public static void Write(Utf8JsonWriter writer, UnionValue value) => throw new NotSupportedException();
    }

    private readonly struct CircleCodec : IJsonObjectCodec<Circle>
    {
        public static readonly JsonMembers Members = new(["radius", "kind"], required: ["radius", "kind"]);

        public static Circle Read(ref Utf8JsonReader reader) => Read(ref reader, JsonMembers.Begin(ref reader));

        public static Circle Read(ref Utf8JsonReader reader, JsonMemberCursor cursor)
        {
            var kind = "";
            var radius = 0;
            while (Members.MoveNext(ref reader, ref cursor))
            {
                switch (cursor.Index)
                {
                    case 0:
                        radius = Int32Codec.Read(ref reader);
                        break;
                    case 1:
                        kind = StringCodec.Read(ref reader);
                        break;
                    default:
                        JsonMembers.Skip(ref reader);
                        break;
                }
            }

            Members.End(in cursor);
            return new Circle(kind, radius);
        }

        public static void Write(Utf8JsonWriter writer, Circle value) => throw new NotSupportedException();
    }

    private readonly struct SquareCodec : IJsonCodec<Square>
    {
        private static readonly JsonMembers Members = new(["side"]);

        public static Square Read(ref Utf8JsonReader reader)
        {
            var side = 0;
            var cursor = JsonMembers.Begin(ref reader);
            while (Members.MoveNext(ref reader, ref cursor))
            {
                if (cursor.Index == 0)
                {
                    side = Int32Codec.Read(ref reader);
                }
                else
                {
                    JsonMembers.Skip(ref reader);
                }
            }

            return new Square(side);
        }

        public static void Write(Utf8JsonWriter writer, Square value) => throw new NotSupportedException();
    }
}
