using System.Net.Http.Headers;
using System.Text;

namespace Specwright;

/// <summary>The file name that an answer proposes in <c>Content-Disposition</c> (RFC 6266).</summary>
internal static class ContentFileName
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>One name without folders: a server must not choose where a file goes (RFC 6266, 4.3). Null where none is proposed.</returns>
    public static string? Of(string? disposition)
    {
        if (disposition is null || !ContentDispositionHeaderValue.TryParse(disposition, out var field))
        {
            return null;
        }

        var proposed = field.FileNameStar ?? AsUtf8(field.FileName?.Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal));
        if (proposed is null)
        {
            return null;
        }

        var name = string.Concat(proposed[(proposed.LastIndexOfAny(['/', '\\']) + 1)..].Where(static character => !char.IsControl(character))).Trim();
        return name is "" or "." or ".." ? null : name;
    }

    /// <summary>Fields are read as Latin-1; many servers write the bytes of UTF-8 there all the same, and such a sequence is hardly ever anything else.</summary>
    private static string? AsUtf8(string? text)
    {
        if (text is null || Ascii.IsValid(text) || text.Any(static character => character > '\u00FF'))
        {
            return text;
        }

        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }
}
