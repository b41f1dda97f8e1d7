using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// The member names of one object type. Reads an object member by member: names are found by their bytes, without a string per name, and missing
/// required members are reported by name. Of a name that occurs twice, the last value counts. Safe to share between threads.
/// </summary>
public sealed partial class JsonMembers
{
    private readonly string[] _wireNames;
    private readonly Utf8Names _names;

    /// <summary>The indexes of the required members.</summary>
    private readonly int[] _required;

    /// <summary>For each member its bit in <see cref="JsonMemberCursor.Seen"/>; zero for one that is not required, or required past the 64th.</summary>
    private readonly ulong[] _requiredBits;
    private readonly ulong _allRequiredBits;

    /// <param name="names">The names as they stand on the wire, in the order of the description.</param>
    /// <param name="required">Those of <paramref name="names"/> that must be present.</param>
    /// <exception cref="ArgumentException">A required name is not one of the names.</exception>
    public JsonMembers(string[] names, string[]? required = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        _wireNames = names;
        _names = new Utf8Names(names);
        _required = Array.ConvertAll(required ?? [], name => Array.IndexOf(names, name) is >= 0 and var index
            ? index
            : throw new ArgumentException($"'{name}' is required but not a member.", nameof(required)));
        _requiredBits = new ulong[names.Length];
        for (var place = 0; place < Math.Min(_required.Length, 64); place++)
        {
            _requiredBits[_required[place]] = 1UL << place;
            _allRequiredBits |= 1UL << place;
        }
    }

    /// <summary>Starts reading an object.</summary>
    /// <exception cref="JsonException">The reader stands on something else (null too).</exception>
    public static JsonMemberCursor Begin(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.StartObject ? default : throw ApiJson.Unexpected(ref reader, "an object");

    /// <summary>Goes to the next member. False at the end of the object, where the reader then stands.</summary>
    public bool MoveNext(ref Utf8JsonReader reader, ref JsonMemberCursor cursor)
    {
        if (cursor.Next < 0)
        {
            See(ref cursor, ~cursor.Next);
            return true;
        }

        ApiJson.Advance(ref reader);
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        var index = _names.Find(ref reader, cursor.Next);
        if (index >= 0)
        {
            See(ref cursor, index);
            ApiJson.Advance(ref reader);
        }
        else
        {
            cursor.Index = index;
        }

        return true;
    }

    /// <summary>Checks that every required member was there.</summary>
    /// <exception cref="JsonException">Some are missing; the message names them all.</exception>
    public void End(in JsonMemberCursor cursor)
    {
        if (cursor.Seen != _allRequiredBits || _required.Length > 64)
        {
            CheckEach(in cursor);
        }
    }

    /// <summary>Passes over an unknown member: from its name to the last token of its value.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        // Not Skip(), which refuses a reader over a part of a stream even when the whole value is at hand.
        if (!reader.TrySkip())
        {
            ApiJson.ThrowEndInsideValue();
        }
    }

    /// <summary>Keeps an unknown member: from its name to the last token of its value.</summary>
    public static void Keep<T, TCodec>(ref Utf8JsonReader reader, ref Dictionary<string, T>? kept)
        where TCodec : IJsonCodec<T>
    {
        var name = reader.GetString()!;
        ApiJson.Advance(ref reader);
        (kept ??= new Dictionary<string, T>(StringComparer.Ordinal))[name] = TCodec.Read(ref reader);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void See(ref JsonMemberCursor cursor, int index)
    {
        cursor.Index = index;
        cursor.Next = index + 1;
        cursor.Seen |= _requiredBits[index];
        if (_required.Length > 64)
        {
            cursor.SeenFurther ??= new ulong[(_wireNames.Length + 63) / 64];
            cursor.SeenFurther[index / 64] |= 1UL << (index % 64);
        }
    }

    private void CheckEach(in JsonMemberCursor cursor)
    {
        List<string>? missing = null;
        foreach (var index in _required)
        {
            var isThere = cursor.SeenFurther is { } seen
                ? (seen[index / 64] & (1UL << (index % 64))) != 0
                : (cursor.Seen & _requiredBits[index]) != 0;
            if (!isThere)
            {
                (missing ??= []).Add($"\"{_wireNames[index]}\"");
            }
        }

        if (missing is not null)
        {
            throw new JsonException(missing.Count == 1
                ? $"the required member {missing[0]} is missing"
                : $"the required members {string.Join(", ", missing)} are missing");
        }
    }
}
