using System.Diagnostics.CodeAnalysis;

namespace Payments.SignedGateway;

/// <summary>The <c>Authorization</c> field: <c>V2_SHA256 appId=…,sign=…,timestamp=…,nonce=…</c>, no blanks after the commas, no quotes.</summary>
/// <param name="Type">First word, such as <c>V2_SHA256</c>.</param>
/// <param name="AppId">The merchant's app id.</param>
/// <param name="Sign">Hexadecimal digits, of either case on receipt.</param>
/// <param name="Timestamp">UNIX milliseconds, as text.</param>
/// <param name="Nonce">32 hexadecimal digits.</param>
public sealed record SignatureHeader(string Type, string AppId, string Sign, string Timestamp, string Nonce)
{
    /// <summary>The value of the field.</summary>
    public string ToHeaderValue() => $"{Type} appId={AppId},sign={Sign},timestamp={Timestamp},nonce={Nonce}";

    /// <summary>
    /// Reads the field. The order of the pieces does not matter, each is cut at its first <c>=</c>, unknown ones are passed over; a missing piece, or one that stands
    /// twice, makes the field invalid.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out SignatureHeader? header)
    {
        header = null;
        var text = value?.Trim() ?? "";
        var blank = text.IndexOf(' ');
        if (blank <= 0)
        {
            return false;
        }
        var pieces = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var piece in text[(blank + 1)..].Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = piece.IndexOf('=');
            if (equals <= 0 || !pieces.TryAdd(piece[..equals], piece[(equals + 1)..]))
            {
                return false;
            }
        }
        if (pieces.TryGetValue("appId", out var appId) && pieces.TryGetValue("sign", out var sign)
            && pieces.TryGetValue("timestamp", out var timestamp) && pieces.TryGetValue("nonce", out var nonce))
        {
            header = new SignatureHeader(text[..blank], appId, sign, timestamp, nonce);
            return true;
        }
        return false;
    }

    /// <summary>Without the signature.</summary>
    public override string ToString() => $"{Type} appId={AppId},sign=***,timestamp={Timestamp},nonce={Nonce}";
}
