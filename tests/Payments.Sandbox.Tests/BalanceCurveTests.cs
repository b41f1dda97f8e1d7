namespace Payments.Sandbox;

public sealed class BalanceCurveTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 6, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void EqualSeedAccountAndTime_GiveEqualFigures() =>
        Assert.Equal(new BalanceCurve(7, "a", "INR", 1000m).At(Start), new BalanceCurve(7, "a", "INR", 1000m).At(Start));

    [Fact]
    public void TheFigures_AreTheSameInEveryProcess() =>
        Assert.Equal(new SandboxBalance("a", "INR", 1141.38m, 1095.43m), new BalanceCurve(7, "a", "INR", 1000m).At(Start));

    [Fact]
    public void SeedAccountAndTime_EachChangeTheFigures()
    {
        var figures = new BalanceCurve(7, "a", "INR", 1000m).At(Start).Total;

        Assert.NotEqual(figures, new BalanceCurve(8, "a", "INR", 1000m).At(Start).Total);
        Assert.NotEqual(figures, new BalanceCurve(7, "b", "INR", 1000m).At(Start).Total);
        Assert.NotEqual(figures, new BalanceCurve(7, "a", "INR", 1000m).At(Start.AddSeconds(10)).Total);
    }

    [Fact]
    public void OverAYear_TheFiguresStayTrueToEachOther()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var curve = new BalanceCurve(seed, "a", "INR", 214_735.50m);
            for (var hour = 0; hour < 365 * 24; hour += 5)
            {
                var balance = curve.At(Start.AddHours(hour));
                Assert.True(balance.Available > 0 && balance.Held > 0, $"{balance} at hour {hour}, seed {seed}");
                Assert.Equal(balance.Total, balance.Available + balance.Held);
                Assert.Equal(2, balance.Total.Scale);
                Assert.Equal(2, balance.Available.Scale);
                Assert.InRange(balance.Total, 150_000m, 280_000m);
            }
        }
    }

    [Fact]
    public void WholeUnits_HaveNoPlaces()
    {
        var balance = new BalanceCurve(7, "a", "INR", 99_999m) { IsWholeUnits = true }.At(Start);

        Assert.Equal(0, balance.Total.Scale);
        Assert.Equal(0m, balance.Held);
    }
}
