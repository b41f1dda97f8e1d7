using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Json;

public class ScalarCodecTests
{
    [Theory]
    [InlineData("214735.50", "214735.50")]
    [InlineData("\"214735.50\"", "214735.50")]
    [InlineData("0.00", "0.00")]
    [InlineData("0.05", "0.05")]
    [InlineData("-0.05", "-0.05")]
    [InlineData("-0.00", "0.00")]
    [InlineData("9999999999999999999", "9999999999999999999")]
    [InlineData("18446744073709551616", "18446744073709551616")]
    [InlineData("123456789012345678.9", "123456789012345678.9")]
    [InlineData("0.0000000000000000012", "0.0000000000000000012")]
    [InlineData("-1.10", "-1.10")]
    [InlineData("1e2", "100")]
    [InlineData("1.5E-3", "0.0015")]
    [InlineData("\"1E+2\"", "100")]
    [InlineData("\"0012.50\"", "12.50")]
    [InlineData("\"\\u0031\\u002e50\"", "1.50")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("12345678901234567890123456.7800", "12345678901234567890123456.780")]
    [InlineData("0e999999999999", "0")]
    [InlineData("1200000000000000000000000000000e-20", "12000000000.000000000000000000")]
    public void Decimal_KeepsValueAndScale(string json, string expected)
    {
        Assert.Equal(expected, Codecs.RoundTrip<decimal, DecimalCodec>(json));
        Assert.Equal($"\"{expected}\"", Codecs.RoundTrip<decimal, DecimalStringCodec>(json));
    }

    [Theory]
    [InlineData("\" 1.50\"")]
    [InlineData("\"1.50 \"")]
    [InlineData("\"1,000.50\"")]
    [InlineData("\"1_000\"")]
    [InlineData("\"+1\"")]
    [InlineData("\"\"")]
    [InlineData("\".5\"")]
    [InlineData("\"5.\"")]
    [InlineData("\"1e\"")]
    [InlineData("\"--1\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"₹5\"")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1e40")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("12345678901234567890.12345678901")]
    [InlineData("1e-30")]
    [InlineData("-1e-999999999999")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Decimal_RefusesWhatIsNotExactlyANumber(string json)
    {
        Assert.Contains("expected a decimal, found ", Codecs.ErrorOf<decimal, DecimalCodec>(json));
        Assert.Contains("expected a decimal, found ", Codecs.ErrorOf<decimal, DecimalStringCodec>(json));
    }

    [Theory]
    [InlineData("2147483647", 2147483647)]
    [InlineData("-2147483648", -2147483648)]
    [InlineData("1.0", 1)]
    [InlineData("1e2", 100)]
    public void Int32_ReadsEveryWholeNumberInItsRange(string json, int expected) => Assert.Equal(expected, Codecs.Read<int, Int32Codec>(json));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("1.5")]
    [InlineData("\"1\"")]
    [InlineData("1e30")]
    public void Int32_RefusesOtherNumbers(string json) => Assert.Contains("expected a 32-bit integer", Codecs.ErrorOf<int, Int32Codec>(json));

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9.0e3", 9000)]
    public void Int64_ReadsEveryWholeNumberInItsRange(string json, long expected) => Assert.Equal(expected, Codecs.Read<long, Int64Codec>(json));

    [Theory]
    [InlineData("9223372036854775806.00000000000000000001")]
    [InlineData("9223372036854775808")]
    [InlineData("0.1")]
    public void Int64_RefusesOtherNumbers(string json) => Assert.Contains("expected a 64-bit integer", Codecs.ErrorOf<long, Int64Codec>(json));

    [Fact]
    public void FloatingPoint_IsNeverReadAsInfinity()
    {
        Assert.Contains("expected a double, found 1e999", Codecs.ErrorOf<double, DoubleCodec>("1e999"));
        Assert.Contains("expected a single-precision number, found 1e99", Codecs.ErrorOf<float, SingleCodec>("1e99"));
        Assert.Equal("0.1", Codecs.RoundTrip<double, DoubleCodec>("0.1"));
        Assert.Equal("0.1", Codecs.RoundTrip<float, SingleCodec>("0.1"));
    }

    [Theory]
    [InlineData("2024-01-31T23:59:59Z", "2024-01-31T23:59:59Z")]
    [InlineData("2024-01-31T23:59:59+00:00", "2024-01-31T23:59:59Z")]
    [InlineData("2024-01-31T23:59:59+05:30", "2024-01-31T23:59:59+05:30")]
    [InlineData("2024-01-31T23:59:59.5-08:00", "2024-01-31T23:59:59.5-08:00")]
    [InlineData("2024-01-31 23:59:59", "2024-01-31T23:59:59Z")]
    [InlineData("2024-01-31t23:59:59z", "2024-01-31T23:59:59Z")]
    [InlineData("2024-01-31T23:59:59.123456789Z", "2024-01-31T23:59:59.1234567Z")]
    [InlineData("2024-01-31T23:59:59\\u002B05:30", "2024-01-31T23:59:59+05:30")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2017-01-01T05:29:60.75+05:30", "2017-01-01T05:30:00+05:30")]
    public void DateTimeOffset_IsReadAsRfc3339HasIt(string text, string expected)
        => Assert.Equal($"\"{expected}\"", Codecs.RoundTrip<DateTimeOffset, DateTimeOffsetCodec>($"\"{text}\""));

    [Theory]
    [InlineData("\"2024-02-30T00:00:00Z\"")]
    [InlineData("\"2024-01-31\"")]
    [InlineData("\"2024-01-31T24:00:00Z\"")]
    [InlineData("\"2024-01-31T12:00:60Z\"")]
    [InlineData("\"9999-12-31T23:59:60Z\"")]
    [InlineData("\"2024-01-31T23:59:59.Z\"")]
    [InlineData("\"2024-01-31T23:59:59+15:00\"")]
    [InlineData("\"2024-01-31T23:59:59+0530\"")]
    [InlineData("\"0001-01-01T00:00:00+05:30\"")]
    [InlineData("\" 2024-01-31T23:59:59Z\"")]
    [InlineData("\"2024-01-31\\u000023:59:59Z\"")]
    [InlineData("\"2024-01-31T23:59:59\\u005a\\u005a\"")]
    [InlineData("\"0000-01-31T23:59:59Z\"")]
    [InlineData("\"2024-00-31T23:59:59Z\"")]
    [InlineData("\"2024-13-31T23:59:59Z\"")]
    [InlineData("\"2024-01-00T23:59:59Z\"")]
    [InlineData("\"2023-02-29T23:59:59Z\"")]
    [InlineData("\"2024/01/31T23:59:59Z\"")]
    [InlineData("\"2024-01-31T23.59.59Z\"")]
    [InlineData("\"2024-01-31T23:60:59Z\"")]
    [InlineData("\"2024-01-31T23:59:61Z\"")]
    [InlineData("\"2024-01-31T-1:59:59Z\"")]
    [InlineData("\"2024-01-31T23:59:59.12345678901234567Z\"")]
    [InlineData("\"2024-01-31T23:59:59+14:01\"")]
    [InlineData("\"2024-01-31T23:59:59+05:60\"")]
    [InlineData("\"9999-12-31T23:59:59-00:01\"")]
    [InlineData("\"２024-01-31T23:59:59Z\"")]
    [InlineData("\"2024-01-31T23:59:59Z followed by far more text than any point in time can ever have had\"")]
    [InlineData("1706745599")]
    [InlineData("null")]
    public void DateTimeOffset_RefusesOtherText(string json)
        => Assert.Contains("expected a date and time (RFC 3339)", Codecs.ErrorOf<DateTimeOffset, DateTimeOffsetCodec>(json));

    [Fact]
    public void Scalars_ComeBackAsTheyWere()
    {
        Assert.Equal("\"2024-02-29\"", Codecs.RoundTrip<DateOnly, DateOnlyCodec>("\"2024-02-29\""));
        Assert.Equal("\"23:59:59.25\"", Codecs.RoundTrip<TimeOnly, TimeOnlyCodec>("\"23:59:59.25\""));
        Assert.Equal("\"09:00:00\"", Codecs.RoundTrip<TimeOnly, TimeOnlyCodec>("\"09:00:00\""));
        Assert.Equal("\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"", Codecs.RoundTrip<Guid, GuidCodec>("\"6F9619FF-8B86-D011-B42D-00C04FC964FF\""));
        Assert.Equal("\"AAEC/w==\"", Codecs.RoundTrip<ReadOnlyMemory<byte>, BytesCodec>("\"AAEC/w==\""));
        Assert.Equal("true", Codecs.RoundTrip<bool, BooleanCodec>("true"));
        Assert.Equal("\"₹ <b> & ü\"", Codecs.RoundTrip<string, StringCodec>("\"\\u20b9 <b> & ü\""));
        Assert.Equal("\"\\\"\\\\\\n\"", Codecs.RoundTrip<string, StringCodec>("\"\\\"\\\\\\n\""));
        Assert.Equal("{\"n\":1.500,\"s\":\"₹\"}", Codecs.RoundTrip<JsonElement, JsonElementCodec>("{ \"n\": 1.500, \"s\": \"₹\" }"));
        Assert.Equal("null", Codecs.Write<JsonElement, JsonElementCodec>(default));
    }

    [Fact]
    public void IntegersInStrings_AreReadBareTooAndWrittenAsStrings()
    {
        Assert.Equal("\"9223372036854775807\"", Codecs.RoundTrip<long, Int64StringCodec>("\"9223372036854775807\""));
        Assert.Equal("\"-9223372036854775808\"", Codecs.RoundTrip<long, Int64StringCodec>("-9223372036854775808"));
        Assert.Equal("\"7\"", Codecs.RoundTrip<long, Int64StringCodec>("\"007\""));
        Assert.Equal("\"-2147483648\"", Codecs.RoundTrip<int, Int32StringCodec>("\"-2147483648\""));
        Assert.Equal("\"18446744073709551615\"", Codecs.RoundTrip<ulong, UInt64StringCodec>("\"18446744073709551615\""));
        Assert.Equal("\"18446744073709551615\"", Codecs.RoundTrip<ulong, UInt64StringCodec>("18446744073709551615"));
        Assert.Equal("18446744073709551615", Codecs.RoundTrip<ulong, UInt64Codec>("18446744073709551615"));
        Assert.Equal("100", Codecs.RoundTrip<ulong, UInt64Codec>("1e2"));
    }

    [Theory]
    [InlineData("\"9223372036854775808\"")]
    [InlineData("\"1.0\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("null")]
    public void Int64InAString_RefusesOtherText(string json) => Assert.Contains("a 64-bit integer", Codecs.ErrorOf<long, Int64StringCodec>(json));

    [Fact]
    public void UnsignedIntegers_RefuseSigns()
    {
        Assert.Contains("without a sign", Codecs.ErrorOf<ulong, UInt64Codec>("-1"));
        Assert.Contains("without a sign", Codecs.ErrorOf<ulong, UInt64StringCodec>("\"-1\""));
        Assert.Contains("a 32-bit integer", Codecs.ErrorOf<int, Int32StringCodec>("\"2147483648\""));
    }

    [Theory]
    [InlineData("+/8=")]
    [InlineData("+/8")]
    [InlineData("-_8=")]
    [InlineData("-_8")]
    public void Base64_IsReadInBothAlphabetsAndWithoutPadding(string text)
    {
        Assert.Equal("\"+/8=\"", Codecs.RoundTrip<ReadOnlyMemory<byte>, BytesCodec>($"\"{text}\""));
        Assert.Equal("\"-_8\"", Codecs.RoundTrip<ReadOnlyMemory<byte>, Base64UrlCodec>($"\"{text}\""));
    }

    [Theory]
    [InlineData("\"A\"")]
    [InlineData("\"AA*A\"")]
    [InlineData("1")]
    public void Base64_RefusesOtherText(string json)
    {
        Assert.Contains("expected base64 text", Codecs.ErrorOf<ReadOnlyMemory<byte>, BytesCodec>(json));
        Assert.Contains("expected base64 text", Codecs.ErrorOf<ReadOnlyMemory<byte>, Base64UrlCodec>(json));
    }

    [Fact]
    public void Scalars_RefuseOtherKinds()
    {
        Assert.Contains("expected a string, found 5", Codecs.ErrorOf<string, StringCodec>("5"));
        Assert.Contains("expected a string, found null", Codecs.ErrorOf<string, StringCodec>("null"));
        Assert.Contains("expected true or false, found \"true\"", Codecs.ErrorOf<bool, BooleanCodec>("\"true\""));
        Assert.Contains("expected a date (yyyy-MM-dd), found \"2023-02-29\"", Codecs.ErrorOf<DateOnly, DateOnlyCodec>("\"2023-02-29\""));
        Assert.Contains("expected a time (HH:mm:ss), found \"23:59:60\"", Codecs.ErrorOf<TimeOnly, TimeOnlyCodec>("\"23:59:60\""));
        Assert.Contains("expected a time (HH:mm:ss), found \"09:00:00Z\"", Codecs.ErrorOf<TimeOnly, TimeOnlyCodec>("\"09:00:00Z\""));
        Assert.Contains("expected a time (HH:mm:ss), found \"09:00:00.12345678\"", Codecs.ErrorOf<TimeOnly, TimeOnlyCodec>("\"09:00:00.12345678\""));
        Assert.Contains("expected a date (yyyy-MM-dd), found \"2024-01-31T\"", Codecs.ErrorOf<DateOnly, DateOnlyCodec>("\"2024-01-31T\""));
        Assert.Contains("expected a time (HH:mm:ss), found \"9:00\"", Codecs.ErrorOf<TimeOnly, TimeOnlyCodec>("\"9:00\""));
        Assert.Contains("expected a UUID, found \"x\"", Codecs.ErrorOf<Guid, GuidCodec>("\"x\""));
        Assert.Contains("expected base64 text, found \"*\"", Codecs.ErrorOf<ReadOnlyMemory<byte>, BytesCodec>("\"*\""));
        Assert.Contains("expected a string or a number, found an array", Codecs.ErrorOf<StringOrNumber, StringOrNumberCodec>("[]"));
    }

    [Theory]
    [InlineData("\"403\"", "403", true)]
    [InlineData("403", "403", false)]
    [InlineData("1.50", "1.50", false)]
    [InlineData("1E+2", "1E+2", false)]
    [InlineData("\"\"", "", true)]
    public void StringOrNumber_KeepsTextAndQuotes(string json, string text, bool isQuoted)
    {
        var value = Codecs.Read<StringOrNumber, StringOrNumberCodec>(json);

        Assert.Equal(new StringOrNumber(text, isQuoted), value);
        Assert.Equal(json, Codecs.Write<StringOrNumber, StringOrNumberCodec>(value));
    }

    [Theory]
    [InlineData("1}")]
    [InlineData("1,2")]
    [InlineData("")]
    [InlineData("1 ")]
    public void StringOrNumber_ThatIsNoNumberIsNeverWrittenBare(string text)
        => Assert.Throws<ArgumentException>(() => Codecs.Write<StringOrNumber, StringOrNumberCodec>(new StringOrNumber(text, isQuoted: false)));

    [Fact]
    public void StringOrNumber_EmptyTextIsTheDefault() => Assert.Equal(default, new StringOrNumber(""));

    [Fact]
    public void Optional_TellsNeverSetFromNull()
    {
        Assert.False(default(Optional<string?>).HasValue);
        Assert.True(new Optional<string?>(null).HasValue);
        Assert.NotEqual(default, new Optional<string?>(null));
        Assert.Equal("x", new Optional<string?>("x").ToString());
    }
}
