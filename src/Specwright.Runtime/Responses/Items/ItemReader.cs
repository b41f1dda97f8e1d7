using System.Buffers;
using System.Text;
using System.Text.Json;
using Specwright.Json;

namespace Specwright;

/// <summary>Reads one item after the other from an open body.</summary>
internal abstract class ItemReader<T>(ApiStream stream, LineEnd lineEnd) : IDisposable
{
    private long _number;

    /// <summary>The item; valid after <see cref="ReadAsync"/> said so.</summary>
    public T Current { get; protected set; } = default!;

    protected LineReader Lines { get; } = new(stream, lineEnd);

    /// <returns>False at the end.</returns>
    public abstract ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    public virtual void Dispose() => Lines.Dispose();

    /// <summary>The item's value from its JSON text.</summary>
    /// <exception cref="ApiException">It is not the JSON that the description promises.</exception>
    protected TValue Parse<TValue, TCodec>(ReadOnlyMemory<byte> json)
        where TCodec : IJsonCodec<TValue>
    {
        _number++;
        try
        {
            return ApiJson.Read<TValue, TCodec>(new ReadOnlySequence<byte>(json), stream.Options.SensitiveNames);
        }
        catch (JsonException exception)
        {
            var shown = json[..Math.Min(json.Length, ApiException.MaxContentLength)];
            throw stream.Failed($"cannot be read: item {_number}: {exception.Message}", exception, Redaction.Redact(Encoding.UTF8.GetString(shown.Span), stream.Options.SensitiveNames));
        }
    }
}
