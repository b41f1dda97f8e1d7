using Payments.Juspay;

namespace Payments.Tests.Juspay;

public sealed class GatewayRailTests
{
    [Theory]
    [InlineData("CFGEN_UPI", "CFGEN", "UPI")]
    [InlineData("YES_BANK_NEFT", "YES_BANK", "NEFT")]
    [InlineData("DUMMY", "DUMMY", null)]
    [InlineData("_IMPS", "_IMPS", null)]
    [InlineData("DUMMY_", "DUMMY_", null)]
    [InlineData("", "", null)]
    public void AKeyIsCutAtItsLastUnderscoreAndKept(string key, string gateway, string? rail)
        => Assert.Equal(new GatewayRail(key, gateway, rail), GatewayRail.Parse(key));
}
