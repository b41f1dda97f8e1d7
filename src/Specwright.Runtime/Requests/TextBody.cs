using System.Text;

namespace Specwright;

/// <summary>Text bodies in UTF-8.</summary>
public static class TextBody
{
    /// <summary>A body of known length that can be sent repeatedly.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">The content type, parameters included; none is added.</param>
    public static HttpContent Create(string text, string mediaType) => new BufferedBody(Encoding.UTF8.GetBytes(text), null, mediaType);
}
