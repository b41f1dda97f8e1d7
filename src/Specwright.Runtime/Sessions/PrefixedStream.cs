namespace Specwright.Sessions;

/// <summary>Bytes read already, then the rest of a stream, or the failure that ended it.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream? rest, Exception? failure) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = ReadPrefix(buffer);
        return count > 0 || buffer.IsEmpty ? count : Rest()?.Read(buffer) ?? 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = ReadPrefix(buffer.Span);
        return count > 0 || buffer.IsEmpty
            ? ValueTask.FromResult(count)
            : Rest()?.ReadAsync(buffer, cancellationToken) ?? ValueTask.FromResult(0);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int ReadPrefix(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, prefix.Length - _position);
        prefix.Span.Slice(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    private Stream? Rest() => failure is null ? rest : throw failure;
}
