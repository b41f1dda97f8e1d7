using System.Text.Json;

namespace Payments.AccountApi;

/// <summary>What a session token says about itself. Not verified: the key is the server's, and the server verifies it on every call.</summary>
internal static class SessionTokenClaims
{
    /// <summary>Claim <c>exp</c>; null where the token is no JWT or has none.</summary>
    public static DateTimeOffset? ReadExpiry(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || Base64Url.Decode(parts[1]) is not { } payload)
        {
            return null;
        }
        try
        {
            using var claims = JsonDocument.Parse(payload);
            return claims.RootElement.ValueKind == JsonValueKind.Object
                && claims.RootElement.TryGetProperty("exp", out var exp)
                && exp.ValueKind == JsonValueKind.Number
                && exp.TryGetDecimal(out var seconds)
                && seconds >= 0
                && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
