using System.Security.Cryptography;
using System.Text;
using Payments.Cashfree;

namespace Payments.Tests.Cashfree;

public sealed class CashfreeSignatureTests
{
    [Fact]
    public void TheOwnerOfTheKeyReadsClientIdAndWholeSeconds()
    {
        using var rsa = RSA.Create(2048);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_999);

        var signature = CashfreeSignature.Create("client-7", rsa.ExportSubjectPublicKeyInfoPem(), now);

        Assert.Equal("client-7.1700000000", Encoding.UTF8.GetString(rsa.Decrypt(Convert.FromBase64String(signature), RSAEncryptionPadding.OaepSHA1)));
    }

    [Fact]
    public void AKeyInTheOlderPemFormIsTakenToo()
    {
        using var rsa = RSA.Create(2048);
        Assert.NotEmpty(CashfreeSignature.Create("c", rsa.ExportRSAPublicKeyPem(), DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void TextThatIsNoKeyIsRefused() => Assert.Throws<ArgumentException>(() => CashfreeSignature.Create("c", "no key", DateTimeOffset.UnixEpoch));
}
