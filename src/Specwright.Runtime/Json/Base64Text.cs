using System.Text.Json;

namespace Specwright.Json;

/// <summary>Base64 in both alphabets (RFC 4648, sections 4 and 5), with and without padding: servers mix them up.</summary>
internal static class Base64Text
{
    public static byte[] Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (reader.TryGetBytesFromBase64(out var value) || TryDecode(reader.GetString()!, out value))
            {
                return value;
            }
        }

        throw ApiJson.Unexpected(ref reader, "base64 text");
    }

    private static bool TryDecode(string text, out byte[] value)
    {
        var digits = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        value = [];
        if (digits.Length % 4 == 1)
        {
            return false;
        }

        var buffer = new byte[digits.Length * 3 / 4];
        if (!Convert.TryFromBase64String(digits + new string('=', (4 - (digits.Length % 4)) % 4), buffer, out var length))
        {
            return false;
        }

        value = buffer[..length];
        return true;
    }
}
