using System.Text;
using Payments.SignedGateway;

namespace Payments.Tests.SignedGateway;

public sealed class V2Sha256SignerTests
{
    private static SignatureInput Input(string body) => new()
    {
        AppId = new string('1', 32),
        AppSecret = new string('2', 32),
        Method = "POST",
        Url = "https://gateway.test/pg/v2/balance/query",
        Timestamp = "1714128828114",
        Nonce = "C7CA27DC6D55DA935DFC8450C721CC99",
        Body = Encoding.UTF8.GetBytes(body),
    };

    [Theory]
    [InlineData("""{"currencies":["INR"]}""", "a047270726317f39c5232ee3a54ed7d33371dd3cc00f6b2ab38ff61990525ed1")]
    [InlineData("", "8c8376adf2f2a1cb6af8485cca0ffdcc0c54dd2519000775292861f393fff36a")]
    [InlineData("{\"currencies\":[\"INR\"]}\n", "d15bd43f95fcee6d61c1b2ad999b4fca416abb398f285ff7e717b75b53a5c063")]
    [InlineData("""{"note":"₹ 100"}""", "d26287730de7e93d5f63a2c1c06d3e32d87fa14494daca419067ff7e367f6b14")]
    public void TheTestVectorsOfTheRuleComeOut(string body, string sign) => Assert.Equal(sign, V2Sha256Signer.Instance.Sign(Input(body)));

    [Fact]
    public void TheInputDoesNotShowTheSecret() => Assert.DoesNotContain("2222", Input("{}").ToString(), StringComparison.Ordinal);
}
