using System.Buffers;
using Specwright.Json;

namespace Specwright;

/// <summary>Splits an open body into lines, in one pooled buffer that is as long as the longest line.</summary>
internal sealed class LineReader(ApiStream stream, LineEnd end) : IDisposable
{
    private const int FirstLength = 16 * 1024;

    private byte[] _buffer = [];
    private int _start;
    private int _filled;

    /// <summary>Bytes behind the start that hold no end of a line.</summary>
    private int _scanned;
    private bool _isFirst = true;
    private bool _isSecondHalf;
    private bool _isAtEnd;

    /// <summary>The line without its end; valid until the next one is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Whether the line has its end, or the body ended with it.</summary>
    public bool IsWhole { get; private set; }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>False at the end of the body.</returns>
    /// <exception cref="ApiException">The body breaks off, or the line is longer than <see cref="ApiClientOptions.MaxResponseBytes"/>.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Take())
            {
                return true;
            }

            if (_isAtEnd)
            {
                return TakeRest();
            }

            MakeRoom();
            var count = await stream.ReadAsync(_buffer.AsMemory(_filled), cancellationToken).ConfigureAwait(false);
            _filled += count;
            _isAtEnd = count == 0;
        }
    }

    public void Dispose()
    {
        PooledArray.Return(_buffer, _filled);
        _buffer = [];
        _filled = _start = _scanned = 0;
        Line = default;
    }

    private bool Take()
    {
        // The second half of CR LF may come much later; nobody waits for it.
        if (_isSecondHalf && _filled > _start)
        {
            _isSecondHalf = false;
            _start += _buffer[_start] == (byte)'\n' ? 1 : 0;
        }

        var rest = _buffer.AsSpan(_start + _scanned, _filled - _start - _scanned);
        var found = end switch
        {
            LineEnd.Any => rest.IndexOfAny((byte)'\r', (byte)'\n'),
            LineEnd.RecordSeparator => rest.IndexOf((byte)0x1E),
            _ => rest.IndexOf((byte)'\n'),
        };
        if (found < 0)
        {
            _scanned += rest.Length;
            return false;
        }

        _isSecondHalf = rest[found] == (byte)'\r';
        Set(_scanned + found, isWhole: true);
        _start += _scanned + found + 1;
        _scanned = 0;
        return true;
    }

    private bool TakeRest()
    {
        if (_filled == _start)
        {
            return false;
        }

        Set(_filled - _start, isWhole: false);
        _start = _filled;
        _scanned = 0;
        return true;
    }

    private void Set(int length, bool isWhole)
    {
        CheckLength(length);
        var line = _buffer.AsMemory(_start, length);
        if (_isFirst && line.Span.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
        }

        _isFirst = false;
        Line = line;
        IsWhole = isWhole;
    }

    private void CheckLength(int length)
    {
        if (length > stream.Options.MaxResponseBytes)
        {
            throw stream.Failed($"holds an item that {BodyFailure.TooLong(stream.Options.MaxResponseBytes)}", null);
        }
    }

    /// <summary>Moves what is left to the front, into a longer buffer where the line fills this one.</summary>
    private void MakeRoom()
    {
        var left = _filled - _start;
        CheckLength(left);
        if (left < _buffer.Length && _start > 0)
        {
            _buffer.AsSpan(_start, left).CopyTo(_buffer);
            _start = 0;
            _filled = left;
        }
        else if (_filled == _buffer.Length)
        {
            var longer = ArrayPool<byte>.Shared.Rent(Math.Max(FirstLength, _buffer.Length * 2));
            _buffer.AsSpan(_start, left).CopyTo(longer);
            PooledArray.Return(_buffer, _filled);
            _buffer = longer;
            _start = 0;
            _filled = left;
        }
    }
}
