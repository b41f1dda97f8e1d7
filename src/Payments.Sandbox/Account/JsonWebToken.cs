using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

/// <summary>HS256 tokens by hand (RFC 7515, RFC 7519), apart from any client's code.</summary>
internal static class JsonWebToken
{
    public static string Sign(byte[] key, Action<Utf8JsonWriter> claims)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            claims(json);
            json.WriteEndObject();
        }
        var signed = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(stream.ToArray())}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Reads the claims of a token whose header says HS256 and whose signature is right.</summary>
    public static bool TryVerify(string token, byte[] key, [NotNullWhen(true)] out JsonObject? claims)
    {
        claims = null;
        var parts = token.Split('.');
        if (parts.Length != 3
            || ReadObject(parts[0]) is not { } header
            || !IsText(header["alg"], "HS256")
            || !TryDecode(parts[2], out var signature))
        {
            return false;
        }
        var expected = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}"));
        if (!CryptographicOperations.FixedTimeEquals(signature, expected))
        {
            return false;
        }
        claims = ReadObject(parts[1]);
        return claims is not null;
    }

    /// <summary>A claim that is a whole number, or null.</summary>
    public static long? WholeNumber(JsonObject claims, string name) =>
        claims[name] is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    public static bool IsText(JsonNode? node, string expected) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text == expected;

    private static JsonObject? ReadObject(string part)
    {
        try
        {
            return TryDecode(part, out var bytes)
                ? JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryDecode(string part, out byte[] bytes)
    {
        bytes = [];
        // Padding is not allowed in a JWT (RFC 7515, section 2), though the decoder would take it.
        if (part.Contains('=') || !Base64Url.IsValid(part))
        {
            return false;
        }
        bytes = Base64Url.DecodeFromChars(part);
        return true;
    }
}
