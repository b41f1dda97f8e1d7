using System.Text.Json;
using Acme;
using Specwright.Json;

namespace Specwright.Tests.Json;

public class ErrorPlaceTests
{
    [Theory]
    [InlineData("""{"orderId":"o","amount":"abc"}""", "$.amount: expected a decimal, found \"abc\" (line 1, byte 25)")]
    [InlineData("""{"orderId":"o","amount":null}""", "$.amount: expected a decimal, found null (line 1, byte 25)")]
    [InlineData("""{"amount":1}""", "$: the required member \"orderId\" is missing (line 1, byte 12)")]
    [InlineData("{}", "$: the required members \"orderId\", \"amount\" are missing (line 1, byte 2)")]
    [InlineData("null", "$: expected an object, found null (line 1, byte 1)")]
    [InlineData("[]", "$: expected an object, found an array (line 1, byte 1)")]
    [InlineData("{\"orderId\":\"o\",\n\"amount\":1,\n \"lines\":[{\"price\":1},\n{}]}", "$.lines[1]: the required member \"price\" is missing (line 4, byte 2)")]
    [InlineData("""{"lines":[{"price":1},{"price":1},{"x":[0,{}],"price":{}}]}""", "$.lines[2].price: expected a decimal, found an object (line 1, byte 55)")]
    [InlineData("""{"lines":{}}""", "$.lines: expected an array, found an object (line 1, byte 10)")]
    public void Error_NamesPathLineAndByte(string json, string expected) => Assert.Equal(expected, Codecs.ErrorOf<Order, Order.JsonCodec>(json));

    [Theory]
    [InlineData("""{"a b":[[1],["x"]]}""", "$['a b'][1][0]: expected a 32-bit integer, found \"x\" (line 1, byte 14)")]
    [InlineData("""{"a":[],"it's":[[],[null]]}""", "$['it\\'s'][1][0]: expected a 32-bit integer, found null (line 1, byte 21)")]
    public void Path_QuotesUnusualNames(string json, string expected)
        => Assert.Equal(expected, Codecs.ErrorOf<IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<int>>>, MapCodec<IReadOnlyList<IReadOnlyList<int>>, ListCodec<IReadOnlyList<int>, ListCodec<int, Int32Codec>>>>(json));

    [Fact]
    public void Error_CarriesPathAndPlaceAsProperties()
    {
        var error = Assert.Throws<JsonException>(() => ApiJson.Read<Order, Order.JsonCodec>("\n{\"amount\":false}"u8));

        Assert.Equal("$.amount", error.Path);
        Assert.Equal(1, error.LineNumber);
        Assert.Equal(10, error.BytePositionInLine);
    }

    [Theory]
    [InlineData("", "$: ")]
    [InlineData("{", "$: ")]
    [InlineData("""{"orderId":"o","amount":1""", "$.amount: ")]
    [InlineData("""{"orderId":"o","lines":[{"price":1},{"price":}]}""", "$.lines[1].price: ")]
    [InlineData("""{"orderId":"o","amount":1} x""", "$: ")]
    [InlineData("""{"orderId":"o","amount":1}{}""", "$: ")]
    [InlineData("""{"orderId":"o","amount":1,}""", "$.amount: ")]
    [InlineData("""{"orderId":"o",/* no */"amount":1}""", "$.orderId: ")]
    public void MalformedText_IsRefusedWithItsPlace(string json, string start)
    {
        var message = Codecs.ErrorOf<Order, Order.JsonCodec>(json);

        Assert.StartsWith(start, message, StringComparison.Ordinal);
        Assert.Matches(@" \(line 1, byte \d+\)$", message);
        Assert.DoesNotContain("LineNumber", message, StringComparison.Ordinal);
    }

    [Fact]
    public void TextThatIsNotUtf8_IsRefused()
    {
        byte[] bytes = [.. "{\"orderId\":\""u8, 0xC3, 0x28, .. "\",\"amount\":1}"u8];
        var error = Assert.Throws<JsonException>(() => ApiJson.Read<Order, Order.JsonCodec>(bytes));
        Assert.StartsWith("$.orderId: the text is not valid UTF-8", error.Message, StringComparison.Ordinal);

        byte[] inName = [.. "{\"x"u8, 0xFF, .. "\":1}"u8];
        Assert.Throws<JsonException>(() => ApiJson.Read<Order, Order.JsonCodec>(inName));
        Assert.Throws<JsonException>(() => ApiJson.Read<Order, Order.JsonCodec>("{\"orderId\":\"\\ud800\"}"u8));
    }

    [Fact]
    public void DeepNesting_IsAnErrorAndNotAStackOverflow()
    {
        var json = $$"""{"extra":{{new string('[', 100_000)}}""";
        Assert.Contains("depth", Codecs.ErrorOf<Order, Order.JsonCodec>(json), StringComparison.Ordinal);
    }

    [Fact]
    public void SecretMember_IsNotQuoted()
    {
        Assert.Equal("$.secret: expected a string, found *** (line 1, byte 11)", Codecs.ErrorOf<Order, Order.JsonCodec>("""{"secret":123456}"""));
    }

    [Fact]
    public void LongText_IsShortened()
    {
        var message = Codecs.ErrorOf<decimal, DecimalCodec>($"\"{new string('x', 5000)}\"");
        Assert.InRange(message.Length, 50, 120);
    }

    [Fact]
    public void ByteOrderMark_IsPassedOverAndCounted()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "{\"amount\":false}"u8];
        foreach (var document in new[] { Codecs.Split(bytes), Codecs.Split(bytes, 1), Codecs.Split(bytes, 2, 5) })
        {
            var error = Assert.Throws<JsonException>(() => ApiJson.Read<Order, Order.JsonCodec>(document));
            Assert.Equal("$.amount: expected a decimal, found false (line 1, byte 14)", error.Message);
        }

        byte[] malformed = [0xEF, 0xBB, 0xBF, .. "{?"u8];
        Assert.EndsWith("(line 1, byte 5)", Assert.Throws<JsonException>(() => ApiJson.Read<Order, Order.JsonCodec>(malformed)).Message, StringComparison.Ordinal);
        Assert.Equal(1m, ApiJson.Read<decimal, DecimalCodec>((byte[])[0xEF, 0xBB, 0xBF, (byte)'1']));
    }
}
