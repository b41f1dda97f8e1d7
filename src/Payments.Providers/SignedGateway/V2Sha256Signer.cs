using System.Security.Cryptography;
using System.Text;

namespace Payments.SignedGateway;

/// <summary>
/// <c>V2_SHA256</c>: SHA-256, in small hexadecimal digits, over app id, app secret, method, address, timestamp, nonce and body, each followed by one line feed.
/// </summary>
/// <remarks>
/// The layout is the gateway's own signature page; a part that itself ends in a line feed still gets its own. The digest is what a public merchant implementation of the same
/// software computes (ASSUMED for this gateway).
/// </remarks>
public sealed class V2Sha256Signer : ISignatureRule
{
    /// <summary>First word of the header.</summary>
    public const string SchemeType = "V2_SHA256";

    /// <summary>The rule has no state.</summary>
    public static V2Sha256Signer Instance { get; } = new();

    /// <inheritdoc/>
    public string Type => SchemeType;

    /// <inheritdoc/>
    public string Sign(SignatureInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Digest(input.Body.Span, input.AppId, input.AppSecret, input.Method, input.Url, input.Timestamp, input.Nonce);
    }

    /// <summary>The digest over the parts and then the body, each followed by one line feed.</summary>
    internal static string Digest(ReadOnlySpan<byte> body, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData("\n"u8);
        }
        hash.AppendData(body);
        hash.AppendData("\n"u8);
        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }
}
