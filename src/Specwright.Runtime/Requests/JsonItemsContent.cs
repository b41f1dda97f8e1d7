using System.Net;
using Specwright.Json;

namespace Specwright;

/// <summary>Writes items while they come, through one pooled buffer.</summary>
internal sealed class JsonItemsContent<T, TCodec> : HttpContent
    where TCodec : IJsonCodec<T>
{
    /// <summary>Bytes that are gathered before they go out, where items come without waiting.</summary>
    private const int FullLength = 16 * 1024;

    private readonly IAsyncEnumerable<T> _items;
    private readonly bool _hasSeparators;
    private readonly bool _isRepeatable;
    private int _sendings;

    public JsonItemsContent(IAsyncEnumerable<T> items, string mediaType)
    {
        _items = items;
        _hasSeparators = JsonSequence.HasSeparators(mediaType.Split(';')[0].Trim());
        _isRepeatable = items is AtHandItems<T> { IsCollection: true };
        if (!Headers.TryAddWithoutValidation("Content-Type", mediaType))
        {
            throw new ArgumentException("The media type is not valid.", nameof(mediaType));
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _sendings) > 1 && !_isRepeatable)
        {
            throw new InvalidOperationException("The items were sent already, and only those of a collection can be sent again.");
        }

        var buffer = new PooledBufferWriter();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var items = _items.GetAsyncEnumerator(stop.Token);
        await using (items.ConfigureAwait(false))
        {
            while (true)
            {
                var next = items.MoveNextAsync();
                if (!next.IsCompleted || buffer.Written.Length >= FullLength)
                {
                    try
                    {
                        await SendAsync(stream, buffer, flush: !next.IsCompleted, cancellationToken).ConfigureAwait(false);
                    }
                    catch
                    {
                        // An iterator that is waited for cannot be disposed: its complaint would hide why nothing is sent.
                        await stop.CancelAsync().ConfigureAwait(false);
                        await EndAsync(next).ConfigureAwait(false);
                        throw;
                    }
                }

                if (!await next.ConfigureAwait(false))
                {
                    break;
                }

                Write(buffer, items.Current);
            }
        }

        await SendAsync(stream, buffer, flush: false, cancellationToken).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    private static async ValueTask EndAsync(ValueTask<bool> next)
    {
        try
        {
            await next.ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The failure of the sending came first.
        }
    }

    private static async Task SendAsync(Stream stream, PooledBufferWriter buffer, bool flush, CancellationToken cancellationToken)
    {
        var bytes = buffer.Detach(out var length);
        try
        {
            if (length > 0)
            {
                await stream.WriteAsync(bytes.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            PooledArray.Return(bytes, length);
        }

        if (flush)
        {
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Write(PooledBufferWriter buffer, T item)
    {
        if (_hasSeparators)
        {
            buffer.GetSpan(1)[0] = 0x1E;
            buffer.Advance(1);
        }

        ApiJson.Write<T, TCodec>(buffer, item);
        buffer.GetSpan(1)[0] = (byte)'\n';
        buffer.Advance(1);
    }
}
