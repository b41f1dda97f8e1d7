namespace Specwright.Planning.Operations;

/// <summary>What a header field's name says about it.</summary>
internal static class HeaderName
{
    private static readonly string[] SecretWords = ["authorization", "cookie", "token", "secret", "password", "api-key", "apikey", "signature", "session"];

    /// <summary><c>X-Request-Id</c> without <c>X-</c>, for naming.</summary>
    public static string WithoutPrefix(string name)
        => name.Length > 2 && name.StartsWith("x-", StringComparison.OrdinalIgnoreCase) && char.IsLetter(name[2]) ? name.Substring(2) : name;

    /// <summary>Whether the value may let its bearer in. Descriptions rarely mark header fields with <c>format: password</c>, so the name decides too.</summary>
    public static bool IsSecret(string name) => SecretWords.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether it is a token of RFC 9110 (5.6.2), as a field name must be.</summary>
    public static bool IsValid(string name) => name.Length > 0
        && name.All(character => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(character) >= 0);
}
