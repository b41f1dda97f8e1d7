using System.Buffers;

namespace Specwright.Json;

/// <summary>Collects bytes in one pooled array, which the caller takes over with <see cref="Detach"/>.</summary>
internal sealed class PooledBufferWriter : IBufferWriter<byte>
{
    private const int InitialCapacity = 1024;

    private byte[] _buffer = [];
    private int _written;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _written);

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_written);
    }

    /// <summary>Hands over the array, which came from the shared pool, and starts empty again.</summary>
    public byte[] Detach(out int length)
    {
        var buffer = _buffer;
        length = _written;
        _buffer = [];
        _written = 0;
        return buffer;
    }

    private void Reserve(int sizeHint)
    {
        var free = _buffer.Length - _written;
        if (free >= Math.Max(sizeHint, 1))
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_written + Math.Max(sizeHint, 1)), Math.Max(_buffer.Length * 2, InitialCapacity)));
        Written.CopyTo(larger);
        PooledArray.Return(_buffer, _written);
        _buffer = larger;
    }
}
