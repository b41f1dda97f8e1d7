using Specwright.Json;

namespace Specwright;

/// <summary>Server-sent events whose data is JSON.</summary>
internal sealed class JsonEventReader<T, TCodec>(ApiStream stream) : EventReader<T>(stream)
    where TCodec : IJsonCodec<T>
{
    protected override bool TryRead(ReadOnlyMemory<byte> data, out T value, out bool isEnd)
    {
        // Several providers end with a word that is no JSON, and keep connections alive with empty data: neither is an item.
        var text = data.Span.Trim(" \t\r\n"u8);
        isEnd = text.SequenceEqual("[DONE]"u8);
        var isItem = !isEnd && !text.IsEmpty;
        value = isItem ? Parse<T, TCodec>(data) : default!;
        return isItem;
    }
}
