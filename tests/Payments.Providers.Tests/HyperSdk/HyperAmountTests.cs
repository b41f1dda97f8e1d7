using System.Globalization;
using Payments.HyperSdk;

namespace Payments.Tests.HyperSdk;

public sealed class HyperAmountTests
{
    [Theory]
    [InlineData("5000.00", "5000.00")]
    [InlineData(" 5000.00 ", "5000.00")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+7", "7")]
    public void AnAmountIsReadWithBlanksAndASign(string text, string amount)
    {
        Assert.True(HyperAmount.TryParse(text, out var value));
        Assert.Equal(amount, value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5,000.00")]
    [InlineData("INR 5000")]
    [InlineData("1e3")]
    public void AnythingElseIsNoAmount(string? text) => Assert.False(HyperAmount.TryParse(text, out _));
}
