using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>Finds the index of a known string from its UTF-8 bytes without making a string of it: by length first, then by bytes.</summary>
internal sealed class Utf8Names
{
    private readonly byte[][] _names;

    /// <summary>Names and their indexes ordered by the length of the name; those of length n stand from <c>_starts[n]</c> to <c>_starts[n + 1]</c>.</summary>
    private readonly (byte[] Name, int Index)[] _byLength;
    private readonly int[] _starts;

    public Utf8Names(string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = Array.ConvertAll(names, Encoding.UTF8.GetBytes);

        // Loops and no queries: this runs once for each type when a program starts.
        var longest = 0;
        foreach (var name in _names)
        {
            longest = Math.Max(longest, name.Length);
        }

        _starts = new int[longest + 2];
        foreach (var name in _names)
        {
            _starts[name.Length + 1]++;
        }

        for (var length = 1; length < _starts.Length; length++)
        {
            _starts[length] += _starts[length - 1];
        }

        _byLength = new (byte[], int)[_names.Length];
        var next = _starts.AsSpan().ToArray();
        for (var index = 0; index < _names.Length; index++)
        {
            _byLength[next[_names[index].Length]++] = (_names[index], index);
        }
    }

    private int Longest => _starts.Length - 2;

    /// <param name="reader">Stands on a property name or a string.</param>
    /// <param name="predicted">The index to try first: members mostly come in the order of the description.</param>
    /// <returns>The index, or -1.</returns>
    public int Find(ref Utf8JsonReader reader, int predicted)
    {
        if (!ShortText.IsPlain(ref reader))
        {
            return FindCopied(ref reader);
        }

        var name = reader.ValueSpan;
        return (uint)predicted < (uint)_names.Length && name.SequenceEqual(_names[predicted]) ? predicted : Find(name);
    }

    private int Find(ReadOnlySpan<byte> name)
    {
        if (name.Length > Longest)
        {
            return -1;
        }

        foreach (ref readonly var known in _byLength.AsSpan(_starts[name.Length].._starts[name.Length + 1]))
        {
            if (name.SequenceEqual(known.Name))
            {
                return known.Index;
            }
        }

        return -1;
    }

    private int FindCopied(ref Utf8JsonReader reader)
    {
        // Each character takes at most six times its place when escaped, so anything longer cannot be one of the names.
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > Longest * 6L)
        {
            return -1;
        }

        byte[]? rented = null;
        var copy = length <= 256 ? stackalloc byte[256] : rented = ArrayPool<byte>.Shared.Rent((int)length);
        if (reader.ValueIsEscaped)
        {
            copy = copy[..reader.CopyString(copy)];
        }
        else
        {
            // Not CopyString, which checks that the name is valid UTF-8: what a name may be must not depend on where a segment ends.
            reader.ValueSequence.CopyTo(copy);
            copy = copy[..(int)length];
        }

        var found = Find(copy);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return found;
    }
}
