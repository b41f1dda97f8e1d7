using Specwright.Json;

namespace Specwright;

/// <summary>JSON bodies, written straight from the value into a pooled buffer.</summary>
public static class JsonBody
{
    /// <summary>A body of known length that can be sent repeatedly, with the same bytes each time, until it is disposed with its request.</summary>
    /// <param name="value">Written at once: later changes do not show.</param>
    /// <param name="mediaType">The content type, parameters included.</param>
    public static HttpContent Create<T, TCodec>(T value, string mediaType)
        where TCodec : IJsonCodec<T>
    {
        var buffer = new PooledBufferWriter();
        ApiJson.Write<T, TCodec>(buffer, value);
        var bytes = buffer.Detach(out var length);
        return new BufferedBody(bytes.AsMemory(0, length), bytes, mediaType);
    }
}
