using static Payments.Cli.Rows;

namespace Payments.Cli;

public sealed class CurrencyTotalTests
{
    [Fact]
    public void EachCurrency_HasItsOwnSum()
    {
        var totals = CurrencyTotal.Of([Row("a", "USD", 1.10m, 0m, 1.10m), Row("b", "INR", 5m, 0m, 5m), Row("c", "USD", 2.20m, 0m, 2.20m)]);

        Assert.Equal(["INR", "USD"], totals.Select(total => total.Currency));
        Assert.Equal([5m, 3.30m], totals.Select(total => total.Available.Amount!.Value));
    }

    [Fact]
    public void WhatNobodyStates_HasNoSum()
    {
        var total = Assert.Single(CurrencyTotal.Of([Row("a", "INR", 1m, null, 1m), Row("b", "INR", 1m, null, 1m)]));

        Assert.Equal(new PartialSum(null, 0), total.Held);
    }

    [Fact]
    public void WhatSomeState_IsSummedAndCounted()
    {
        var total = Assert.Single(CurrencyTotal.Of([Row("a", "INR", 1m, null, 1m), Row("b", "INR", 1m, 0.50m, 1.50m)]));

        Assert.Equal(new PartialSum(0.50m, 1), total.Held);
        Assert.Equal(2, total.Accounts);
    }

    [Fact]
    public void SumBeyondDecimal_IsNotStatedInsteadOfWrong()
    {
        var total = Assert.Single(CurrencyTotal.Of([Row("a", "INR", decimal.MaxValue, null, null), Row("b", "INR", 1m, null, null)]));

        Assert.Null(total.Available.Amount);
    }
}
