using System.Net;
using Specwright.Json;

namespace Specwright;

/// <summary>
/// A body of known length in one array. It can be sent any number of times until it is disposed. A pooled array goes back only when nobody sends it
/// any more: an answer may come, and the request be disposed, while the last bytes of the body are still on their way.
/// </summary>
internal sealed class BufferedBody : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly byte[]? _pooled;

    /// <summary>One for the owner, one for each sending under way.</summary>
    private int _users = 1;
    private bool _disposed;

    public BufferedBody(ReadOnlyMemory<byte> bytes, byte[]? pooled, string? mediaType)
    {
        _bytes = bytes;
        _pooled = pooled;
        if (mediaType is not null && !Headers.TryAddWithoutValidation("Content-Type", mediaType))
        {
            throw new ArgumentException("The media type is not valid.", nameof(mediaType));
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SendAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => SendAsync(stream, cancellationToken);

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            stream.Write(_bytes.Span);
        }
        finally
        {
            Leave();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            Leave();
        }

        base.Dispose(disposing);
    }

    private async Task SendAsync(Stream stream, CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            await stream.WriteAsync(_bytes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave();
        }
    }

    private void Enter()
    {
        int users;
        do
        {
            users = Volatile.Read(ref _users);
            ObjectDisposedException.ThrowIf(users == 0, this);
        }
        while (Interlocked.CompareExchange(ref _users, users + 1, users) != users);
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0 && _pooled is not null)
        {
            PooledArray.Return(_pooled, _bytes.Length);
        }
    }
}
