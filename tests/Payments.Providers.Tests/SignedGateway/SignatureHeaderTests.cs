using Payments.SignedGateway;

namespace Payments.Tests.SignedGateway;

public sealed class SignatureHeaderTests
{
    [Fact]
    public void AFieldIsReadAsItIsWritten()
    {
        var header = new SignatureHeader("V2_SHA256", "app", "abc", "1714128828114", "NONCE");

        Assert.Equal("V2_SHA256 appId=app,sign=abc,timestamp=1714128828114,nonce=NONCE", header.ToHeaderValue());
        Assert.True(SignatureHeader.TryParse(header.ToHeaderValue(), out var read));
        Assert.Equal(header, read);
    }

    [Theory]
    [InlineData("V2_SHA256 nonce=N,timestamp=1,sign=a=b,appId=app")]
    [InlineData("  V2_SHA256  appId=app, sign=a=b , timestamp=1, nonce=N, more=x ")]
    public void TheOrderOfThePiecesDoesNotMatterAndEachIsCutAtItsFirstEqualsSign(string value)
    {
        Assert.True(SignatureHeader.TryParse(value, out var header));
        Assert.Equal(new SignatureHeader("V2_SHA256", "app", "a=b", "1", "N"), header);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("V2_SHA256")]
    [InlineData("Bearer abc")]
    [InlineData("V2_SHA256 appId=app,sign=a,timestamp=1")]
    [InlineData("V2_SHA256 appId=app,sign=a,sign=b,timestamp=1,nonce=n")]
    public void AFieldWithAMissingOrDoubledPieceIsNone(string? value) => Assert.False(SignatureHeader.TryParse(value, out _));

    [Fact]
    public void TheSignatureIsNotShown() => Assert.DoesNotContain("planted", new SignatureHeader("V2_SHA256", "app", "planted", "1", "n").ToString(), StringComparison.Ordinal);
}
