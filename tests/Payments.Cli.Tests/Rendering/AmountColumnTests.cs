namespace Payments.Cli;

public sealed class AmountColumnTests
{
    [Fact]
    public void Amounts_align_on_the_decimal_point_and_keep_their_scale()
    {
        Assert.Equal(
            [" 99,999     ", "214,735.50  ", "     -0.125 ", "      1.1000", "      -     "],
            AmountColumn.Align([99999m, 214735.50m, -0.125m, 1.1000m, null]));
    }

    [Fact]
    public void An_amount_that_is_not_stated_is_a_dash_and_zero_is_zero()
    {
        Assert.Equal("-", AmountColumn.Text(null));
        Assert.Equal("0.00", AmountColumn.Text(0.00m));
    }

    [Fact]
    public void The_largest_decimal_is_written_in_full()
    {
        Assert.Equal("79,228,162,514,264,337,593,543,950,335", AmountColumn.Text(decimal.MaxValue));
    }
}
