using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Payments.Sandbox;

/// <summary>
/// Checks <c>X-Cf-Signature</c>: base64 of the RSA-OAEP (SHA-1) cipher text of <c>clientId.unixSeconds</c>. Source: Cashfree's authorize page.
/// </summary>
internal sealed class CashfreeSignature
{
    // Making a key takes a tenth of a second and more; one per process serves all sandboxes, and only those that need one.
    private static readonly Lazy<RSA> ProcessKey = new(() => RSA.Create(2048));

    private readonly CashfreeSandboxOptions _options;
    private readonly Lock _lock = new();
    private readonly Lazy<RSA> _key;

    public CashfreeSignature(CashfreeSandboxOptions options)
    {
        _options = options;
        _key = options.SignaturePrivateKeyPem is { } pem ? new Lazy<RSA>(() => Import(pem)) : ProcessKey;
    }

    public string PublicKeyPem => _key.Value.ExportSubjectPublicKeyInfoPem();

    public bool IsGood(string header, DateTimeOffset now)
    {
        if (!TryDecrypt(header, out var text))
        {
            return false;
        }
        var dot = text.LastIndexOf('.');
        // Digits only: fractions of a second, which one vendor SDK lets through, are refused.
        return dot > 0
            && SecretText.Matches(text[..dot], _options.ClientId)
            && long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= (long)_options.SignatureWindow.TotalSeconds;
    }

    private bool TryDecrypt(string header, out string text)
    {
        text = string.Empty;
        try
        {
            var cipher = Convert.FromBase64String(header);
            lock (_lock)
            {
                text = Encoding.UTF8.GetString(_key.Value.Decrypt(cipher, RSAEncryptionPadding.OaepSHA1));
            }
            return true;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private static RSA Import(string pem)
    {
        var key = RSA.Create();
        key.ImportFromPem(pem);
        return key;
    }
}
