using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Acme;
using Specwright.Json;

namespace Specwright.Tests.Json;

/// <summary>Random documents of one type, read and written by the codecs and by System.Text.Json, which is the oracle. The seeds are fixed, so a failure repeats.</summary>
public class RandomDocumentTests
{
    private static readonly string[] NumbersAtTheEdge =
    [
        "0", "-0", "0.00", "1.50", "-0.01", "0.0000000000000000000000000001", "79228162514264337593543950335", "-79228162514264337593543950335",
        "7922816251426433759354395033.5", "9999999999999999999", "18446744073709551615", "18446744073709551616", "1234567890123456789.0", "1e2", "1.5E-3", "12e+3", "100e-2", "0e5",
    ];

    private static readonly JsonSerializerOptions Oracle = new()
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void Documents_AreReadAsTheOracleReadsThem()
    {
        for (var seed = 0; seed < 1500; seed++)
        {
            var json = new DocumentWriter(seed).Order();
            var expected = JsonSerializer.Deserialize<OracleOrder>(json, Oracle)!;
            var bytes = Encoding.UTF8.GetBytes(json);

            foreach (var order in new[] { ApiJson.Read<Order, Order.JsonCodec>(bytes), ApiJson.Read<Order, Order.JsonCodec>(Codecs.Split(bytes, [.. Enumerable.Range(1, bytes.Length - 1).Where(place => place % 7 == seed % 7)])) })
            {
                AssertEqual(expected, order, $"seed {seed}: {json}");
                var written = ApiJson.ToUtf8Bytes<Order, Order.JsonCodec>(order);
                AssertEqual(JsonSerializer.Deserialize<OracleOrder>(written, Oracle)!, order, $"seed {seed}, written: {Encoding.UTF8.GetString(written)}");
                Assert.Equal(written, ApiJson.ToUtf8Bytes<Order, Order.JsonCodec>(ApiJson.Read<Order, Order.JsonCodec>(written)));
            }
        }
    }

    [Fact]
    public void SpoiledDocuments_AreNeverAcceptedWhereTheyAreNoJson()
    {
        var refused = 0;
        for (var seed = 0; seed < 4000; seed++)
        {
            var random = new Random(seed);
            var bytes = Encoding.UTF8.GetBytes(new DocumentWriter(seed).Order());
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var place = random.Next(bytes.Length);
                bytes = random.Next(4) switch
                {
                    0 => [.. bytes[..place], .. bytes[(place + 1)..]],
                    1 => [.. bytes[..place], bytes[random.Next(bytes.Length)], .. bytes[place..]],
                    2 => bytes[..Math.Max(place, 1)],
                    _ => [.. bytes[..place], (byte)random.Next(256), .. bytes[(place + 1)..]],
                };
            }

            // Anything but a JsonException ends the test.
            Exception? error = null;
            try
            {
                ApiJson.Read<Order, Order.JsonCodec>(bytes);
            }
            catch (JsonException exception)
            {
                error = exception;
                refused++;
                Assert.Matches(@"^\$(.|\n)*\(line \d+, byte \d+\)$", exception.Message);
            }

            if (error is null)
            {
                // Throws where the oracle sees no JSON.
                using var document = JsonDocument.Parse(bytes);
                Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
            }
        }

        Assert.InRange(refused, 1000, 3999);
    }

    private static void AssertEqual(OracleOrder expected, Order order, string because)
    {
        Assert.True(expected.OrderId == order.OrderId, because);
        AssertSameDecimal(expected.Amount, order.Amount, because);
        Assert.True(expected.Status == order.Status?.Value, because);
        Assert.True(expected.Note == order.Note, because);
        Assert.True(expected.Secret == order.Secret, because);
        Assert.True((expected.Lines?.Count ?? -1) == (order.Lines?.Count ?? -1), because);
        for (var index = 0; index < expected.Lines?.Count; index++)
        {
            AssertSameDecimal(expected.Lines[index].Price, order.Lines![index].Price, because);
            Assert.True(expected.Lines[index].Quantity == order.Lines[index].Quantity, because);
        }

        Assert.True((expected.Further?.Count ?? 0) == (order.AdditionalProperties?.Count ?? 0), because);
        foreach (var (name, value) in expected.Further ?? [])
        {
            Assert.True(JsonElement.DeepEquals(value, order.AdditionalProperties![name]), because);
        }
    }

    /// <summary>Equal with their scales.</summary>
    private static void AssertSameDecimal(decimal expected, decimal found, string because)
        => Assert.True(expected.ToString(CultureInfo.InvariantCulture) == found.ToString(CultureInfo.InvariantCulture), because);

    private sealed record OracleOrder
    {
        [JsonPropertyName("orderId")]
        public required string OrderId { get; init; }

        [JsonPropertyName("amount")]
        public required decimal Amount { get; init; }

        [JsonPropertyName("status")]
        public string? Status { get; init; }

        [JsonPropertyName("lines")]
        public List<OracleLine>? Lines { get; init; }

        [JsonPropertyName("note")]
        public string? Note { get; init; }

        [JsonPropertyName("secret")]
        public string? Secret { get; init; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Further { get; init; }
    }

    private sealed record OracleLine
    {
        [JsonPropertyName("price")]
        public required decimal Price { get; init; }

        [JsonPropertyName("quantity")]
        public long? Quantity { get; init; }
    }

    /// <summary>Writes an order in one of its many spellings: any order of members, any blanks, any way to write a string, members that nobody knows, members twice.</summary>
    private sealed class DocumentWriter(int seed)
    {
        private const string Blanks = " \t\r\n";

        private readonly Random _random = new(seed);

        public string Order()
        {
            var members = new List<string> { Member("orderId", Text()), Member("amount", Amount()) };
            Maybe(members, "status", () => _random.Next(2) == 0 ? Text() : Quoted(_random.Next(2) == 0 ? "PAID" : "CREATED"));
            Maybe(members, "lines", () => Array(Line));
            Maybe(members, "note", Text);
            Maybe(members, "secret", Text);
            foreach (var name in new[] { "", "order", "orderid", "orderIdd", "amount ", "é", "another", "a\"b\\c", "\U0001F600" })
            {
                if (_random.Next(3) == 0)
                {
                    members.Add(Member(name, Value(_random.Next(6))));
                }
            }

            return Blank() + Object(members) + Blank();
        }

        private string Line()
        {
            var members = new List<string> { Member("price", Amount()) };
            Maybe(members, "quantity", () => (_random.NextInt64(long.MinValue, long.MaxValue) >> _random.Next(64)).ToString(CultureInfo.InvariantCulture));
            Maybe(members, "pric", () => Value(3));
            return Object(members);
        }

        private void Maybe(List<string> members, string name, Func<string> value)
        {
            for (var times = _random.Next(5); times is 1 or 2 or 4; times -= 3)
            {
                members.Add(Member(name, _random.Next(6) == 0 && name != "price" && name != "pric" ? "null" : value()));
            }
        }

        private string Value(int levels) => (levels <= 0 ? _random.Next(5) : _random.Next(9)) switch
        {
            0 => "null",
            1 => _random.Next(2) == 0 ? "true" : "false",
            2 => NumbersAtTheEdge[_random.Next(NumbersAtTheEdge.Length)],
            3 or 4 => Text(),
            5 or 6 => Array(() => Value(levels - 1)),
            _ => Object([.. Enumerable.Range(0, _random.Next(4)).Select(index => Member(index == 0 ? "orderId" : $"m{index}", Value(levels - 1)))]),
        };

        private string Amount()
        {
            var number = _random.Next(3) == 0
                ? NumbersAtTheEdge[_random.Next(NumbersAtTheEdge.Length)]
                : new decimal(_random.Next(), _random.Next(3) == 0 ? _random.Next() : 0, 0, _random.Next(4) == 0, (byte)_random.Next(6)).ToString(CultureInfo.InvariantCulture);
            return _random.Next(2) == 0 ? number : $"\"{number}\"";
        }

        private string Text()
        {
            var text = new StringBuilder();
            for (var length = _random.Next(12); length > 0; length--)
            {
                text.Append(new Rune(_random.Next(5) switch
                {
                    0 => _random.Next(0x20),
                    1 => "\"\\/<>&'+ \u007f"[_random.Next(10)],
                    2 => _random.Next(0x20, 0x80),
                    3 => _random.Next(0x80, 0xD800),
                    _ => _random.Next(0x10000, 0x110000),
                }));
            }

            return Quoted(text.ToString());
        }

        /// <summary>Each character as it is where it may stand, by its short escape where it has one, or by number.</summary>
        private string Quoted(string value)
        {
            var text = new StringBuilder("\"");
            foreach (var unit in value)
            {
                var shortEscape = "\"\\/\b\f\n\r\t".IndexOf(unit, StringComparison.Ordinal) is >= 0 and var index ? "\"\\/bfnrt"[index] : '\0';
                var mustEscape = unit is '"' or '\\' or < ' ';
                _ = (shortEscape, _random.Next(8)) switch
                {
                    (not '\0', < 5) when mustEscape || _random.Next(2) == 0 => text.Append('\\').Append(shortEscape),

                    // Not half of a pair: the other half must then be a number too.
                    (_, 7) when !char.IsSurrogate(unit) => text.Append("\\u").Append(((int)unit).ToString(_random.Next(2) == 0 ? "x4" : "X4", CultureInfo.InvariantCulture)),
                    _ when mustEscape => text.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture)),
                    _ => text.Append(unit),
                };
            }

            return text.Append('"').ToString();
        }

        private string Member(string name, string value) => $"{Quoted(name)}{Blank()}:{Blank()}{value}";

        private string Array(Func<string> item) => $"[{Blank()}{string.Join($"{Blank()},{Blank()}", Enumerable.Range(0, _random.Next(4)).Select(_ => item()))}{Blank()}]";

        private string Object(List<string> members)
        {
            var shuffled = members.ToArray();
            _random.Shuffle(shuffled);
            return $"{{{Blank()}{string.Join($"{Blank()},{Blank()}", shuffled)}{Blank()}}}";
        }

        private string Blank() => new([.. Enumerable.Range(0, Math.Max(_random.Next(6) - 3, 0)).Select(_ => Blanks[_random.Next(Blanks.Length)])]);
    }
}
