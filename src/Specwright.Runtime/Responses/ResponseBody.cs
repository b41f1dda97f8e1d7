using System.Buffers;

namespace Specwright;

/// <summary>A whole body in arrays from the shared pool, given back on <see cref="Dispose"/>.</summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstLength = 16 * 1024;
    private const int LongestSegment = 1024 * 1024;

    /// <summary>The only array of a body that fits in one; most do.</summary>
    private byte[]? _single;
    private Segment? _first;
    private Segment? _last;

    public long Length { get; private set; }

    public ReadOnlySequence<byte> Bytes => _single is not null ? new ReadOnlySequence<byte>(_single, 0, (int)Length)
        : _first is not null ? new ReadOnlySequence<byte>(_first, 0, _last!, _last!.Memory.Length)
        : default;

    /// <param name="stream">The body.</param>
    /// <param name="announced">Content-Length, where the server sent one: a hint only, it may lie.</param>
    /// <param name="maxBytes">One byte more than this is an error.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ResponseTooLargeException">The body is longer than allowed.</exception>
    public static async ValueTask<ResponseBody> ReadAsync(Stream stream, long? announced, long maxBytes, CancellationToken cancellationToken)
    {
        var body = new ResponseBody();
        try
        {
            // One more than announced, so that the end of the stream is seen without another array.
            var length = (int)Math.Clamp((announced ?? FirstLength - 1) + 1, 256, LongestSegment);
            while (true)
            {
                var array = ArrayPool<byte>.Shared.Rent(length);
                var filled = 0;
                try
                {
                    while (filled < array.Length)
                    {
                        var read = await stream.ReadAsync(array.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                        if (read == 0)
                        {
                            body.AddLast(ref array!, filled);
                            return body;
                        }

                        filled += read;
                        if (body.Length + filled > maxBytes)
                        {
                            throw new ResponseTooLargeException();
                        }
                    }

                    body.Add(ref array!, filled);
                }
                finally
                {
                    if (array is not null)
                    {
                        ArrayPool<byte>.Shared.Return(array);
                    }
                }

                length = Math.Min(length * 2, LongestSegment);
            }
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_single is not null)
        {
            ArrayPool<byte>.Shared.Return(_single);
            _single = null;
        }

        for (var segment = _first; segment is not null; segment = segment.Following)
        {
            ArrayPool<byte>.Shared.Return(segment.Array);
        }

        _first = _last = null;
    }

    private void AddLast(ref byte[]? array, int filled)
    {
        if (_first is not null || filled == 0)
        {
            Add(ref array, filled);
            return;
        }

        _single = array;
        array = null;
        Length = filled;
    }

    /// <summary>Takes the array over, unless nothing is in it.</summary>
    private void Add(ref byte[]? array, int filled)
    {
        if (filled == 0)
        {
            return;
        }

        var segment = new Segment(array!, filled, Length);
        array = null;
        _last?.Append(segment);
        _last = segment;
        _first ??= segment;
        Length += filled;
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] array, int filled, long runningIndex)
        {
            Array = array;
            Memory = array.AsMemory(0, filled);
            RunningIndex = runningIndex;
        }

        public byte[] Array { get; }

        public Segment? Following => (Segment?)Next;

        public void Append(Segment segment) => Next = segment;
    }
}
