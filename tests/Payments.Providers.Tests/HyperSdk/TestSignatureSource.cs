using System.Security.Cryptography;
using System.Text;
using Payments.HyperSdk;

namespace Payments.Tests.HyperSdk;

/// <summary>Stands in for the merchant's server; without a key the signature is any text.</summary>
internal sealed class TestSignatureSource(RSA? key = null, string signature = "c2ln") : IHyperSignatureSource
{
    public ValueTask<HyperSignature> SignAsync(string action, CancellationToken cancellationToken = default)
    {
        const string Payload = """{"merchant_id":"m","customer_id":"c","timestamp":"1700000000000"}""";
        return ValueTask.FromResult(new HyperSignature(
            Payload,
            key is null ? signature : Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(Payload), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))));
    }
}
