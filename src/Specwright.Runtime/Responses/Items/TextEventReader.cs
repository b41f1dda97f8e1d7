using System.Text;

namespace Specwright;

/// <summary>Server-sent events whose data is text.</summary>
internal sealed class TextEventReader(ApiStream stream) : EventReader<string>(stream)
{
    protected override bool TryRead(ReadOnlyMemory<byte> data, out string value, out bool isEnd)
    {
        value = Encoding.UTF8.GetString(data.Span);
        isEnd = false;
        return true;
    }
}
