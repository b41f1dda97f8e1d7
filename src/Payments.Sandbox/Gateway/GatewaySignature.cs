using System.Security.Cryptography;
using System.Text;

namespace Payments.Sandbox;

/// <summary>The <c>V2_SHA256</c> rule, written apart from any client so that it can check one.</summary>
public static class GatewaySignature
{
    private static readonly byte[] LineFeed = [(byte)'\n'];

    /// <summary>
    /// Lower-case hexadecimal SHA-256 over seven parts, each followed by a line feed, the last one too: app id, app secret, method, URL,
    /// timestamp, nonce, body. Source: the gateway's page on its signature mechanism (layout) and an independent implementation (digest).
    /// </summary>
    /// <param name="appId">The caller's app id.</param>
    /// <param name="appSecret">A part of the text, not an HMAC key.</param>
    /// <param name="method">HTTP method in capitals.</param>
    /// <param name="url">Absolute address as called.</param>
    /// <param name="timestamp">UNIX milliseconds as text.</param>
    /// <param name="nonce">The nonce exactly as it is sent.</param>
    /// <param name="body">The exact bytes of the body.</param>
    public static string Compute(string appId, string appSecret, string method, string url, string timestamp, string nonce, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (ReadOnlySpan<string>)[appId, appSecret, method, url, timestamp, nonce])
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData(LineFeed);
        }
        hash.AppendData(body);
        hash.AppendData(LineFeed);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
