using System.Diagnostics.CodeAnalysis;

namespace Payments.Sandbox;

/// <summary>The four credentials of an <c>Authorization: V2_SHA256 …</c> header.</summary>
/// <param name="AppId">App id.</param>
/// <param name="Sign">64 hexadecimal digits; small ones are sent, either case is accepted.</param>
/// <param name="Timestamp">UNIX milliseconds, 13 digits.</param>
/// <param name="Nonce">32 hexadecimal digits.</param>
public sealed record GatewayCredentials(string AppId, string Sign, string Timestamp, string Nonce)
{
    private const string Scheme = "V2_SHA256 ";

    /// <summary>Reads a header value. The order of the credentials does not matter; each name must come once and no other may.</summary>
    public static bool TryParse(string? header, [NotNullWhen(true)] out GatewayCredentials? credentials)
    {
        credentials = null;
        if (header is null || !header.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return false;
        }
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header[Scheme.Length..].Split(','))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !values.TryAdd(pair[..equals], pair[(equals + 1)..]))
            {
                return false;
            }
        }
        if (values.Count != 4
            || !values.TryGetValue("appId", out var appId)
            || !values.TryGetValue("sign", out var sign)
            || !values.TryGetValue("timestamp", out var timestamp)
            || !values.TryGetValue("nonce", out var nonce))
        {
            return false;
        }
        credentials = new GatewayCredentials(appId, sign, timestamp, nonce);
        return true;
    }

    /// <summary>The header value: no blanks after the commas, no quotes.</summary>
    public override string ToString() => $"{Scheme}appId={AppId},sign={Sign},timestamp={Timestamp},nonce={Nonce}";
}
