using System.Globalization;
using System.Text;
using System.Text.Json;
using Specwright.Json;

namespace Specwright.Tests.Json;

/// <summary>The same random values by System.Text.Json and by the codecs; the seed is fixed, so a failure repeats.</summary>
public class DifferentialTests
{
    private readonly Random _random = new(4711);

    [Fact]
    public void Numbers_AgreeWithSystemTextJson()
    {
        for (var round = 0; round < 5000; round++)
        {
            var number = new decimal(_random.Next(), _random.Next(), _random.Next(round % 3 == 0 ? int.MaxValue : 1), _random.Next(2) == 0, (byte)_random.Next(29));
            var text = number.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(JsonSerializer.Serialize(number), Codecs.RoundTrip<decimal, DecimalCodec>(text));
            Assert.Equal($"\"{text}\"", Codecs.RoundTrip<decimal, DecimalStringCodec>($"\"{text}\""));
            Assert.Equal(text, Codecs.RoundTrip<StringOrNumber, StringOrNumberCodec>(text));

            // Short ones go another way: by their own reader and writer.
            var amount = new decimal(_random.Next() >> _random.Next(31), round % 5 == 0 ? _random.Next() : 0, 0, _random.Next(2) == 0, (byte)_random.Next(20));
            var amountText = amount.ToString(CultureInfo.InvariantCulture);
            Assert.Equal($"\"{amountText}\"", Codecs.Write<decimal, DecimalStringCodec>(amount));
            Assert.Equal(decimal.GetBits(decimal.Parse(amountText, NumberStyles.Float, CultureInfo.InvariantCulture)), decimal.GetBits(Codecs.Read<decimal, DecimalStringCodec>($"\"{amountText}\"")));

            var whole = _random.NextInt64(long.MinValue, long.MaxValue) >> _random.Next(64);
            Assert.Equal(JsonSerializer.Serialize(whole), Codecs.RoundTrip<long, Int64Codec>(JsonSerializer.Serialize(whole)));

            var real = BitConverter.Int64BitsToDouble(_random.NextInt64());
            if (double.IsFinite(real))
            {
                Assert.Equal(real, Codecs.Read<double, DoubleCodec>(JsonSerializer.Serialize(real)));
                Assert.Equal(JsonSerializer.Serialize(real), Codecs.Write<double, DoubleCodec>(real));
            }
        }
    }

    [Fact]
    public void Text_AgreesWithSystemTextJson()
    {
        for (var round = 0; round < 2000; round++)
        {
            var text = RandomText();
            // The default encoder escapes nearly everything, ours nearly nothing: each must read the other's.
            Assert.Equal(text, Codecs.Read<string, StringCodec>(JsonSerializer.Serialize(text)));
            Assert.Equal(text, JsonSerializer.Deserialize<string>(Codecs.Write<string, StringCodec>(text)));
        }
    }

    [Fact]
    public void PointsInTime_AgreeWithSystemTextJson()
    {
        for (var round = 0; round < 2000; round++)
        {
            var offset = TimeSpan.FromMinutes(_random.Next(-14 * 60, (14 * 60) + 1));
            var point = new DateTimeOffset(_random.NextInt64(TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), offset);

            Assert.True(point.EqualsExact(Codecs.Read<DateTimeOffset, DateTimeOffsetCodec>(JsonSerializer.Serialize(point))));
            Assert.True(point.EqualsExact(JsonSerializer.Deserialize<DateTimeOffset>(Codecs.Write<DateTimeOffset, DateTimeOffsetCodec>(point))));
            var date = DateOnly.FromDateTime(point.Date);
            Assert.Equal(JsonSerializer.Serialize(date), Codecs.RoundTrip<DateOnly, DateOnlyCodec>(JsonSerializer.Serialize(date)));
            var time = TimeOnly.FromTimeSpan(point.TimeOfDay);
            Assert.Equal(time, Codecs.Read<TimeOnly, TimeOnlyCodec>(JsonSerializer.Serialize(time)));
            Assert.Equal(time, JsonSerializer.Deserialize<TimeOnly>(Codecs.Write<TimeOnly, TimeOnlyCodec>(time)));
        }
    }

    private string RandomText()
    {
        var text = new StringBuilder();
        for (var length = _random.Next(20); length > 0; length--)
        {
            var value = _random.Next(4) switch
            {
                0 => _random.Next(0x80),
                1 => _random.Next(0x800),
                2 => _random.Next(0xD800),
                _ => _random.Next(0x10000, 0x110000),
            };
            text.Append(new Rune(value));
        }

        return text.ToString();
    }
}
