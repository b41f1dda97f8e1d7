namespace Specwright;

/// <summary>Bodies of bytes.</summary>
public static class BytesBody
{
    /// <summary>A body of known length that can be sent repeatedly.</summary>
    /// <param name="bytes">Not copied: they must stay as they are while the request lives.</param>
    /// <param name="mediaType">The content type, parameters included; null for none.</param>
    public static HttpContent Create(ReadOnlyMemory<byte> bytes, string? mediaType) => new BufferedBody(bytes, null, mediaType);
}
