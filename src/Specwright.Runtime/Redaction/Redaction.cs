using System.Collections.Frozen;

namespace Specwright;

/// <summary>
/// Takes secrets out of text that people will read: values of sensitive names, in JSON (<c>"name": value</c>, escaped JSON too), in forms and addresses
/// (<c>name=value</c>) and in header lines (<c>Name: value</c>), and whatever looks like a bearer or basic credential or a JSON web token.
/// It hides too much rather than too little.
/// </summary>
public static class Redaction
{
    internal const string Mask = "***";

    private static readonly FrozenSet<string> Defaults = FrozenSet.ToFrozenSet(
        [
            "authorization", "proxy-authorization", "cookie", "set-cookie",
            "token", "access_token", "accesstoken", "refresh_token", "refreshtoken", "id_token", "idtoken", "session_token", "sessiontoken",
            "auth_token", "authtoken", "x-auth-token", "x-refresh-token", "x-access-token", "x-session-token", "jwt", "clientauthtoken", "client_auth_token",
            "secret", "client_secret", "clientsecret", "x-client-secret", "app_secret", "appsecret", "sign", "password", "passwd", "passphrase", "credential", "credentials", "credblock",
            "signature", "signaturepayload", "signature_payload", "x-signature", "x-cf-signature", "private_key", "privatekey",
            "apikey", "api_key", "api-key", "x-api-key", "pin", "mpin", "otp", "cvv", "cvc", "cardnumber", "card_number", "card-number", "pan",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that are sensitive unless an application says otherwise. Compared without regard to case.</summary>
    public static IReadOnlySet<string> DefaultSensitiveNames => Defaults;

    /// <summary>The text with secrets as <c>***</c>.</summary>
    /// <param name="text">Any text, cut off anywhere.</param>
    /// <param name="sensitiveNames">Member, parameter and header names; null: the default ones.</param>
    public static string Redact(string text, IEnumerable<string>? sensitiveNames = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var names = sensitiveNames switch
        {
            null => Defaults,
            ISet<string> set => set,
            _ => sensitiveNames.ToHashSet(StringComparer.OrdinalIgnoreCase),
        };
        return new RedactionScanner(text, names).Run();
    }

    /// <summary>Also finds <c>clientSecret</c> and <c>Client-Secret</c> where <c>clientsecret</c> is listed.</summary>
    internal static bool IsSensitive(string name, ISet<string>? sensitiveNames)
    {
        var names = sensitiveNames ?? Defaults;
        if (names.Contains(name))
        {
            return true;
        }

        return name.AsSpan().ContainsAny('-', '_')
            && names.Contains(name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal));
    }
}
