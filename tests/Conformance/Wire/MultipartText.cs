using System.Text;

namespace Specwright.Conformance;

/// <summary>A part of a <c>multipart</c> body (RFC 7578; RFC 2046, 5.1).</summary>
internal sealed record MultipartPart(string? Name, string? FileName, string? MediaType, byte[] Bytes);

internal static class MultipartText
{
    /// <exception cref="FormatException">The bytes are no such body.</exception>
    public static IReadOnlyList<MultipartPart> Read(byte[] body, string boundary)
    {
        // One byte is one character, so that places in the text are places in the bytes.
        var text = Encoding.Latin1.GetString(body);
        var delimiter = "--" + boundary;
        var parts = new List<MultipartPart>();
        var place = text.IndexOf(delimiter, StringComparison.Ordinal);
        while (place >= 0)
        {
            place += delimiter.Length;
            if (text.AsSpan(place).StartsWith("--"))
            {
                return parts;
            }

            var head = text.IndexOf("\r\n\r\n", place, StringComparison.Ordinal);
            var next = text.IndexOf("\r\n" + delimiter, Math.Max(head + 2, place), StringComparison.Ordinal);
            if (head < 0 || next < 0)
            {
                throw new FormatException("a part of the body does not end");
            }

            var start = Math.Min(head + 4, next);
            parts.Add(Part(Encoding.UTF8.GetString(body, place, head - place), body[start..next]));
            place = next + 2;
        }

        throw new FormatException("the body has no closing boundary");
    }

    private static MultipartPart Part(string head, byte[] bytes)
    {
        var fields = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2))
            .Where(line => line.Length == 2)
            .ToDictionary(line => line[0].Trim(), line => line[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var disposition = fields.GetValueOrDefault("Content-Disposition") ?? throw new FormatException("a part has no Content-Disposition");
        return new(Parameter(disposition, "name"), Parameter(disposition, "filename"), fields.GetValueOrDefault("Content-Type"), bytes);
    }

    private static string? Parameter(string disposition, string name)
    {
        var start = disposition.IndexOf($"; {name}=", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var text = disposition[(start + name.Length + 3)..];
        var value = text.StartsWith('"') ? text[1..text.IndexOf('"', 1)] : text.Split(';')[0];
        return value.Replace("%22", "\"", StringComparison.Ordinal).Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal);
    }
}
