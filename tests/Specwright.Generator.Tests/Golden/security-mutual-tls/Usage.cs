using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Acme;

public static class Usage
{
    public static async Task TheCertificateIsAnOption(GoldenWire wire)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=me", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var client = AcmeClient.Create(new AcmeOptions { ClientCertificate = certificate, Token = "t1" }, wire);

        await client.ListOrdersAsync();

        Assert.Equal("GET https://api.acme.test/orders\nAuthorization: Bearer t1", wire.Request);
    }

    public static async Task WithoutItTheErrorNamesTheOption(GoldenWire wire)
    {
        var client = AcmeClient.Create(new AcmeOptions { Token = "t1" }, wire);

        var error = await Assert.ThrowsAsync<ApiConfigurationException>(() => client.ListOrdersAsync());

        Assert.Equal("listOrders needs a credential: set AcmeOptions.ClientCertificate and AcmeOptions.Token.", error.Message);
    }
}
