using Specwright.Json;

namespace Specwright;

/// <summary>A sequence of JSON values.</summary>
internal sealed class JsonItemReader<T, TCodec>(ApiStream stream, LineEnd lineEnd) : ItemReader<T>(stream, lineEnd)
    where TCodec : IJsonCodec<T>
{
    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (await Lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            // Empty lines keep a connection alive, and the first record separator has nothing before it.
            if (!IsBlank(Lines.Line.Span))
            {
                Current = Parse<T, TCodec>(Lines.Line);
                return true;
            }
        }

        return false;
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.TrimStart(" \t\r\n"u8).IsEmpty;
}
