using Specwright.Json;
using Specwright.Xml;

namespace Specwright;

/// <summary>XML bodies of described values, in UTF-8.</summary>
public static class XmlBody
{
    /// <summary>A body of known length that can be sent repeatedly, with the same bytes each time.</summary>
    /// <param name="value">Written at once: later changes do not show.</param>
    /// <param name="mediaType">The content type, parameters included.</param>
    /// <param name="shape">How the value stands in XML.</param>
    /// <param name="root">The outermost element.</param>
    /// <exception cref="ArgumentException">A text has a character that XML 1.0 cannot hold (section 2.2), such as U+0000.</exception>
    public static HttpContent Create<T, TCodec>(T value, string mediaType, XmlShape shape, XmlElementName root)
        where TCodec : IJsonCodec<T>
        => new BufferedBody(JsonToXml.Convert(ApiJson.ToUtf8Bytes<T, TCodec>(value), shape, root), null, mediaType);
}
