using System.Text;

namespace Payments.Sandbox;

public sealed class GatewaySignatureTests
{
    [Theory]
    [InlineData("{\"currencies\":[\"INR\"]}", "a047270726317f39c5232ee3a54ed7d33371dd3cc00f6b2ab38ff61990525ed1")]
    [InlineData("", "8c8376adf2f2a1cb6af8485cca0ffdcc0c54dd2519000775292861f393fff36a")]
    [InlineData("{\"currencies\":[\"INR\"]}\n", "d15bd43f95fcee6d61c1b2ad999b4fca416abb398f285ff7e717b75b53a5c063")]
    [InlineData("{\"note\":\"\u20B9 100\"}", "d26287730de7e93d5f63a2c1c06d3e32d87fa14494daca419067ff7e367f6b14")]
    public void Compute_GivesTheSignsOfTheTestVectors(string body, string sign) =>
        Assert.Equal(sign, GatewaySignature.Compute(
            new string('1', 32), new string('2', 32), "POST", "https://gateway.test/pg/v2/balance/query", "1714128828114",
            "C7CA27DC6D55DA935DFC8450C721CC99", Encoding.UTF8.GetBytes(body)));

    [Fact]
    public void TryParse_TakesTheCredentialsInAnyOrder()
    {
        Assert.True(GatewayCredentials.TryParse("V2_SHA256 nonce=n,timestamp=t,sign=a=b,appId=i", out var credentials));
        Assert.Equal("V2_SHA256 appId=i,sign=a=b,timestamp=t,nonce=n", credentials.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer x")]
    [InlineData("V2_SHA256 appId=i,sign=s,timestamp=t")]
    [InlineData("V2_SHA256 appId=i,sign=s,timestamp=t,nonce=n,nonce=m")]
    [InlineData("V2_SHA256 appId=i, sign=s, timestamp=t, nonce=n")]
    public void TryParse_RefusesAnythingElse(string? header) => Assert.False(GatewayCredentials.TryParse(header, out _));
}
