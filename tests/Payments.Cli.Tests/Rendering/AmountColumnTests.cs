namespace Payments.Cli;

public sealed class AmountColumnTests
{
    [Fact]
    public void Amounts_AlignOnTheDecimalPointAndKeepTheirScale()
    {
        Assert.Equal(
            [" 99,999     ", "214,735.50  ", "     -0.125 ", "      1.1000", "      -     "],
            AmountColumn.Align([99999m, 214735.50m, -0.125m, 1.1000m, null]));
    }

    [Fact]
    public void AmountThatIsNotStated_IsADashAndZeroIsZero()
    {
        Assert.Equal("-", AmountColumn.Text(null));
        Assert.Equal("0.00", AmountColumn.Text(0.00m));
    }

    [Fact]
    public void LargestDecimal_IsWrittenInFull()
    {
        Assert.Equal("79,228,162,514,264,337,593,543,950,335", AmountColumn.Text(decimal.MaxValue));
    }
}
