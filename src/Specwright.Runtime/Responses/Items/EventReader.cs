using System.Globalization;
using System.Text;
using Specwright.Json;

namespace Specwright;

/// <summary>
/// Server-sent events, by the rules of the WHATWG's HTML standard ("Interpreting an event stream"): an event that the body's end cuts off is dropped, an id with a zero character and a retry that is no
/// number are ignored, comments and unknown fields too.
/// </summary>
internal abstract class EventReader<T>(ApiStream stream) : ItemReader<ServerSentEvent<T>>(stream, LineEnd.Any)
{
    private readonly ApiStream _stream = stream;
    private readonly PooledBufferWriter _data = new();
    private bool _hasData;
    private string _type = "";
    private string? _id;
    private TimeSpan? _retry;

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (await Lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var line = Lines.Line;
            if (!line.IsEmpty)
            {
                Take(line.Span);
            }
            else if (Lines.IsWhole && Dispatch(out var isEnd))
            {
                return !isEnd;
            }
        }

        return false;
    }

    public override void Dispose()
    {
        PooledArray.Return(_data.Detach(out var length), length);
        base.Dispose();
    }

    /// <summary>The event's data.</summary>
    /// <returns>False where the event is none to the caller.</returns>
    protected abstract bool TryRead(ReadOnlyMemory<byte> data, out T value, out bool isEnd);

    private bool Dispatch(out bool isEnd)
    {
        isEnd = false;
        var type = _type;
        _type = "";
        if (!_hasData)
        {
            return false;
        }

        _hasData = false;
        var bytes = _data.Detach(out var length);
        try
        {
            if (!TryRead(bytes.AsMemory(0, length), out var value, out isEnd))
            {
                return isEnd;
            }

            Current = new ServerSentEvent<T>
            {
                Data = value,
                Type = type.Length > 0 ? type : ServerSentEvent<T>.DefaultType,
                Id = _id,
                Retry = _retry,
            };
            return true;
        }
        finally
        {
            PooledArray.Return(bytes, length);
        }
    }

    private void Take(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        var name = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? default : line[(colon + 1)..];
        if (value.StartsWith(" "u8))
        {
            value = value[1..];
        }

        if (name.SequenceEqual("data"u8))
        {
            Append(value);
        }
        else if (name.SequenceEqual("event"u8))
        {
            _type = Encoding.UTF8.GetString(value);
        }
        else if (name.SequenceEqual("id"u8))
        {
            _id = value.Contains((byte)0) ? _id : value.IsEmpty ? null : Encoding.UTF8.GetString(value);
        }
        else if (name.SequenceEqual("retry"u8)
            && !value.IsEmpty && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && int.TryParse(Encoding.ASCII.GetString(value), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
        {
            _retry = TimeSpan.FromMilliseconds(milliseconds);
        }
    }

    private void Append(ReadOnlySpan<byte> value)
    {
        if (_hasData)
        {
            _data.GetSpan(1)[0] = (byte)'\n';
            _data.Advance(1);
        }

        _hasData = true;
        if (_data.Written.Length + value.Length > _stream.Options.MaxResponseBytes)
        {
            throw _stream.Failed($"holds an item that {BodyFailure.TooLong(_stream.Options.MaxResponseBytes)}", null);
        }

        value.CopyTo(_data.GetSpan(value.Length));
        _data.Advance(value.Length);
    }
}
