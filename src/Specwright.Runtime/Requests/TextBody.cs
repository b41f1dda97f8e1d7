using System.Text;

namespace Specwright;

/// <summary>Text bodies in UTF-8.</summary>
public static class TextBody
{
    /// <summary>A body of known length that can be sent repeatedly.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">
    /// The content type, parameters included. None is added but <c>charset</c>, to text beyond ASCII: without it <c>text/plain</c> is ASCII (RFC 2046, 4.1.2).
    /// </param>
    public static HttpContent Create(string text, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        var isUnnamed = mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && !mediaType.Contains("charset=", StringComparison.OrdinalIgnoreCase);
        return new BufferedBody(Encoding.UTF8.GetBytes(text), null, isUnnamed && !Ascii.IsValid(text) ? mediaType + "; charset=utf-8" : mediaType);
    }
}
