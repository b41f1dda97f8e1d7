using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Payments.AccountApi;

/// <summary>The JWT that <c>GET /auth</c> exchanges for a session token.</summary>
public static class LoginToken
{
    /// <summary>
    /// Header <c>{"alg":"HS256","typ":"JWT"}</c>, claims <c>ClientID</c>, <c>iat</c>, <c>exp</c> in UNIX seconds, HMAC-SHA256 over the raw UTF-8 bytes of the secret (source: session token page and
    /// authentication guide; raw bytes for non-ASCII secrets ASSUMED).
    /// </summary>
    /// <param name="clientId">Claim <c>ClientID</c>.</param>
    /// <param name="clientSecret">Key of the signature.</param>
    /// <param name="now">Claim <c>iat</c>.</param>
    /// <param name="lifetime">From <c>iat</c> to <c>exp</c>. The guide names 5 minutes, the reference 30 days; short is safer (ASSUMED).</param>
    public static string Create(string clientId, string clientSecret, DateTimeOffset now, TimeSpan lifetime)
    {
        ArgumentException.ThrowIfNullOrEmpty(clientId);
        ArgumentException.ThrowIfNullOrEmpty(clientSecret);
        var claims = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(claims))
        {
            writer.WriteStartObject();
            writer.WriteString("ClientID"u8, clientId);
            writer.WriteNumber("iat"u8, now.ToUnixTimeSeconds());
            writer.WriteNumber("exp"u8, (now + lifetime).ToUnixTimeSeconds());
            writer.WriteEndObject();
        }
        var signed = Base64Url.Encode("""{"alg":"HS256","typ":"JWT"}"""u8) + "." + Base64Url.Encode(claims.WrittenSpan);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(clientSecret), Encoding.ASCII.GetBytes(signed));
        return signed + "." + Base64Url.Encode(signature);
    }
}
