using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Payments.Cashfree;

/// <summary>The <c>X-Cf-Signature</c> field of the authorize call, needed where the caller's IP address is not on the allow-list.</summary>
public static class CashfreeSignature
{
    /// <summary>
    /// Base64 of <c>{clientId}.{UNIX time in whole seconds}</c>, encrypted with the RSA public key from the dashboard, OAEP padding with SHA-1 (source: authorize page and its
    /// PHP sample, the vendor's Python library). Different on every call.
    /// </summary>
    /// <param name="clientId">The client id that the call carries.</param>
    /// <param name="publicKeyPem">The key as downloaded, <c>BEGIN PUBLIC KEY</c> or <c>BEGIN RSA PUBLIC KEY</c>.</param>
    /// <param name="now">Fractions of a second are cut off.</param>
    /// <exception cref="ArgumentException">The text is no RSA public key in PEM form.</exception>
    public static string Create(string clientId, string publicKeyPem, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentException.ThrowIfNullOrEmpty(publicKeyPem);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(publicKeyPem);
        var text = string.Create(CultureInfo.InvariantCulture, $"{clientId}.{now.ToUnixTimeSeconds()}");
        return Convert.ToBase64String(rsa.Encrypt(Encoding.UTF8.GetBytes(text), RSAEncryptionPadding.OaepSHA1));
    }
}
