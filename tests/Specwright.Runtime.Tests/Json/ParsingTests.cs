using System.Text;
using System.Text.Json;
using Acme;
using Specwright.Json;

namespace Specwright.Tests.Json;

/// <summary>What RFC 8259 takes for JSON, and what it does not: as the whole document, as a member that is kept, as one that is passed over, in one piece and in pieces.</summary>
public class ParsingTests
{
    public static TheoryData<string> Accepted =>
    [
        "null", "true", "false", "\"\"", "\"a\"", "0", "-0", "-1", "123", "0.0", "-0.5", "1.50", "1e2", "1E2", "1e+2", "1E-2", "0e1", "0e+1", "0E0", "-1.5e-10",
        "123123e100000", "0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999969999999006",
        "100000000000000000000000000000000000000000000000000", "0.00000000000000000000000000000000000000000000000000000000000000000000001", "1e-400", "1e400",
        "[]", "[ ]", "[[]]", "[[],[[]]]", "[1]", "[1,2]", "[null,1,\"a\",{},[],true]", "[1\n]", " [1] ", "\t[1]\r\n", "\n\n1\n", "[\"\",0.5,-1]",
        "{}", "{ }", "{\"\":0}", "{\"a\":1}", "{\"a\":1,\"b\":2}", "{\"a\":1,\"a\":2}", "{\"a\":{\"a\":{}}}", "{\"a\" : [ 1 , { \"b\" : null } ] , \"c\" : \"d\" }",
        "\"\\u0060\\u012a\\u12AB\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\\a\"", "\"\\\\u0000\"", "\"\\\"\"", "\"\\u0000\"", "\"\\u001f\"", "\"\\u0022\"", "\"\\u005C\"", "\"\\uFFFF\"", "\"\\uFDD0\"",
        "\"\\ud83d\\ude39\"", "\"\\uD834\\uDd1e\"", "\"\\uDBFF\\uDFFF\"", "\"\u007f\"", "\"é€\U0001F600\u2028\u2029\"", "\"\uFEFF\"", "{\"\\u0061\\n\":\"\\u00e9\"}", "\"/*a*/\"", "\"new\u00A0line\"",
        "{\"title\":\"\\u041f\\u043e\\u043b\\u0442\\u043e\\u0440\\u0430 \\u0417\\u0435\\u043c\\u043b\\u0435\\u043a\\u043e\\u043f\\u0430\" }",
    ];

    public static TheoryData<string> Refused =>
    [
        "", " ", "\n", "nul", "nulll", "True", "tru", "fals", "NULL", "NaN", "Infinity", "-Infinity", "undefined", "a", "é", "*", "&", "'a'", "\uFEFF\uFEFF1",
        "-", "+1", "01", "-01", "00", "1.", ".5", "-.5", "1.e1", "1e", "1e+", "1E-", "1ee2", "1e1.5", "0x1", "1_000", "1,000", "1 000", "--1", "- 1", "1+2", "1.2.3", "1a", "1]", "1\u0000", "\uFF11", "0e", "0.", "-2.",
        "\"", "\"a", "\"\\\"", "\"\\", "\"\\x00\"", "\"\\a\"", "\"\\U0041\"", "\"\\'\"", "\"\\u\"", "\"\\u00\"", "\"\\u00G0\"", "\"\\u00A", "\"\\uD834\\u\"", "\"a\nb\"", "\"a\tb\"", "\"\u0000\"", "\"\u001f\"", "\"a\" \"b\"", "\"a\"b", "\\u0022a\\u0022",
        "[", "]", "[1", "[1,", "[,", "[,1]", "[1,]", "[1,,2]", "[1 2]", "[1:2]", "[1]]", "[1]x", "[\"a\"", "[\"a", "[true", "[1,\n", "[}", "[1}", "[-]", "[a]", "[nul]", "[[]", "[],", "[1] [2]", "[\u000b1]", "[\u00a01]", "[1]\u000c", "[//\n1]", "[/**/1]", "(1)", "[\u0000]",
        "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,\"a\":1}", "{\"a\":1,,\"b\":2}", "{\"a\":1 \"b\":2}", "{\"a\" 1}", "{\"a\"::1}", "{\"a\":}", "{:1}", "{\"a\",1}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{\"a\":1}}", "{\"a\":1}#", "{]", "{\"a\":1]", "{[1]:2}", "{\"a\":\"b\"/**/}",
    ];

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Json_IsAccepted(string json)
    {
        var inside = $$"""{"price":1,"unknown":{{json}},"quantity":2}""";
        foreach (var bytes in Cut(json))
        {
            Assert.Equal(JsonDocument.Parse(json).RootElement.GetRawText(), ApiJson.Read<JsonElement, JsonElementCodec>(bytes).GetRawText());
        }

        foreach (var bytes in Cut(inside))
        {
            Assert.Equal(2, ApiJson.Read<OrderLine, OrderLine.JsonCodec>(bytes).Quantity);
            var kept = ApiJson.Read<IReadOnlyDictionary<string, JsonElement>, MapCodec<JsonElement, JsonElementCodec>>(bytes);
            Assert.Equal(json.Trim(' ', '\t', '\r', '\n'), kept["unknown"].GetRawText());
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatIsNotJson_IsRefusedWithItsPlace(string json)
    {
        foreach (var text in new[] { json, $$"""{"price":1,"unknown":{{json}},"quantity":2}""" })
        {
            // What is wrong as a document may be right inside one ("1,"), so the oracle decides.
            if (IsJson(text))
            {
                Assert.NotEqual(json, text);
                continue;
            }

            foreach (var bytes in Cut(text))
            {
                AssertRefused(() => ApiJson.Read<JsonElement, JsonElementCodec>(bytes));
                AssertRefused(() => ApiJson.Read<OrderLine, OrderLine.JsonCodec>(bytes));
                AssertRefused(() => ApiJson.Read<IReadOnlyDictionary<string, JsonElement>, MapCodec<JsonElement, JsonElementCodec>>(bytes));
            }
        }
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00")]
    [InlineData("\\ude39\\ud83d")]
    [InlineData("\\ud800\\ud800\\udc00x\\ud800")]
    [InlineData("\\uDADA")]
    [InlineData("\\ud800\\n")]
    [InlineData("\\uD83Dx")]
    public void HalfOfASurrogatePair_IsNoText(string escaped)
    {
        foreach (var bytes in Cut($$"""{"orderId":"{{escaped}}","amount":1}"""))
        {
            Assert.StartsWith("$.orderId: ", AssertRefused(() => ApiJson.Read<Order, Order.JsonCodec>(bytes)), StringComparison.Ordinal);
        }

        // A name that is kept is text too.
        foreach (var bytes in Cut($$"""{"orderId":"o","{{escaped}}":1}"""))
        {
            AssertRefused(() => ApiJson.Read<Order, Order.JsonCodec>(bytes));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xE0, 0x80, 0xAF })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    public void BytesThatAreNotUtf8_AreNoText(byte[] bytes)
    {
        Assert.StartsWith("$.orderId: the text is not valid UTF-8", AssertRefused(() => ApiJson.Read<Order, Order.JsonCodec>([.. "{\"orderId\":\"a"u8, .. bytes, .. "b\",\"amount\":1}"u8])), StringComparison.Ordinal);
        AssertRefused(() => ApiJson.Read<Order, Order.JsonCodec>([.. "{\"orderId\":\"a\",\""u8, .. bytes, .. "\":1,\"amount\":1}"u8]));
        AssertRefused(() => ApiJson.Read<Order, Order.JsonCodec>([.. "{\"orderId\":\"a\",\"status\":\""u8, .. bytes, .. "\",\"amount\":1}"u8]));
        AssertRefused(() => ApiJson.Read<Order, Order.JsonCodec>([.. "{\"orderId\":\"a\",\"amount\":\"1"u8, .. bytes, .. "\"}"u8]));
        AssertRefused(() => ApiJson.Read<Order, Order.JsonCodec>([.. "{\"orderId\":\"a\",\"amount\":1"u8, .. bytes, .. "}"u8]));
        AssertRefused(() => ApiJson.Read<JsonElement, JsonElementCodec>([.. bytes, .. "{}"u8]));
    }

    [Fact]
    public void OtherEncodings_AreNoJson()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            AssertRefused(() => ApiJson.Read<JsonElement, JsonElementCodec>(encoding.GetBytes("""{"a":"é"}""")));
            AssertRefused(() => ApiJson.Read<JsonElement, JsonElementCodec>([.. encoding.Preamble, .. encoding.GetBytes("[]")]));
        }
    }

    [Fact]
    public void SixtyFourLevels_AreTheLimit()
    {
        // The first level is the object's own.
        static byte[] Nested(int levels) => Encoding.UTF8.GetBytes($$"""{"orderId":"o","amount":1,"extra":{{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""");

        Assert.NotNull(ApiJson.Read<Order, Order.JsonCodec>(Nested(64)));
        foreach (var levels in new[] { 65, 66, 1000, 100_000 })
        {
            Assert.Matches(@"^\$\.extra(\[0\])*: .*depth.* \(line 1, byte 98\)$", AssertRefused(() => ApiJson.Read<Order, Order.JsonCodec>(Nested(levels))));
            AssertRefused(() => ApiJson.Read<OrderLine, OrderLine.JsonCodec>(Nested(levels)));
            AssertRefused(() => ApiJson.Read<JsonElement, JsonElementCodec>(Nested(levels)));
        }
    }

    /// <summary>In one piece, in two, and byte by byte.</summary>
    private static IEnumerable<System.Buffers.ReadOnlySequence<byte>> Cut(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        yield return new(bytes);
        if (bytes.Length > 1)
        {
            yield return Codecs.Split(bytes, bytes.Length / 2);
            yield return Codecs.Split(bytes, [.. Enumerable.Range(1, bytes.Length - 1)]);
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string AssertRefused<T>(Func<T> read)
    {
        var error = Assert.Throws<JsonException>(() => { read(); });
        Assert.Matches(@"^\$.*: .+ \(line \d+, byte \d+\)$", error.Message.ReplaceLineEndings(" "));
        Assert.NotNull(error.Path);
        return error.Message;
    }
}
