using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// The member names of one object type. Reads an object member by member: names are found by their bytes, without a string per name, and missing
/// required members are reported by name. Of a name that occurs twice, the last value counts. Safe to share between threads.
/// </summary>
public sealed class JsonMembers
{
    private readonly Utf8Names _names;
    private readonly HashSet<string> _declared;
    private readonly string[] _required;

    /// <summary>For each member its place among the required ones, or -1.</summary>
    private readonly int[] _requiredPlaces;

    /// <param name="names">The names as they stand on the wire, in the order of the description.</param>
    /// <param name="required">Those of <paramref name="names"/> that must be present.</param>
    /// <exception cref="ArgumentException">A required name is not one of the names.</exception>
    public JsonMembers(string[] names, string[]? required = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = new Utf8Names(names);
        _declared = new HashSet<string>(names, StringComparer.Ordinal);
        _required = required ?? [];
        _requiredPlaces = new int[names.Length];
        Array.Fill(_requiredPlaces, -1);
        for (var place = 0; place < _required.Length; place++)
        {
            var index = Array.IndexOf(names, _required[place]);
            if (index < 0)
            {
                throw new ArgumentException($"'{_required[place]}' is required but not a member.", nameof(required));
            }

            _requiredPlaces[index] = place;
        }
    }

    /// <summary>Starts reading an object.</summary>
    /// <exception cref="JsonException">The reader stands on something else (null too).</exception>
    public JsonMemberCursor Begin(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiJson.Unexpected(ref reader, "an object");
        }

        return new JsonMemberCursor
        {
            Index = -1,
            SeenFurther = _required.Length > 64 ? new ulong[(_required.Length - 1) / 64] : null,
        };
    }

    /// <summary>Goes to the next member. False at the end of the object, where the reader then stands.</summary>
    public bool MoveNext(ref Utf8JsonReader reader, ref JsonMemberCursor cursor)
    {
        ApiJson.Advance(ref reader);
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        var index = _names.Find(ref reader, cursor.Next);
        cursor.Index = index;
        if (index < 0)
        {
            return true;
        }

        cursor.Next = index + 1;
        var place = _requiredPlaces[index];
        if (place >= 64)
        {
            cursor.SeenFurther![(place / 64) - 1] |= 1UL << (place % 64);
        }
        else if (place >= 0)
        {
            cursor.Seen |= 1UL << place;
        }

        ApiJson.Advance(ref reader);
        return true;
    }

    /// <summary>Checks that every required member was there.</summary>
    /// <exception cref="JsonException">Some are missing; the message names them all.</exception>
    public void End(in JsonMemberCursor cursor)
    {
        var inFirst = Math.Min(_required.Length, 64);
        if (System.Numerics.BitOperations.PopCount(cursor.Seen) < inFirst || _required.Length > 64)
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
            throw new JsonException("the JSON text ends inside a value");
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

    /// <summary>Writes kept members, in their order, into the object that the writer has open. Null writes nothing.</summary>
    /// <exception cref="ArgumentException">One is named as a declared member: the object would have it twice, and each reader would take another one.</exception>
    public void WriteKept<T, TCodec>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? kept)
        where TCodec : IJsonCodec<T>
    {
        if (kept is null)
        {
            return;
        }

        foreach (var name in kept.Keys)
        {
            if (_declared.Contains(name))
            {
                throw new ArgumentException($"'{name}' is a member that the description names: set its property, not an additional one.", nameof(kept));
            }
        }

        WriteAll<T, TCodec>(writer, kept);
    }

    /// <summary>Writes the members, in their order, into the object that the writer has open.</summary>
    internal static void WriteAll<T, TCodec>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> kept)
        where TCodec : IJsonCodec<T>
    {
        if (kept is Dictionary<string, T> dictionary)
        {
            // The same loop over the class: its enumerator is a struct.
            foreach (var (name, value) in dictionary)
            {
                writer.WritePropertyName(name);
                TCodec.Write(writer, value);
            }
        }
        else
        {
            foreach (var (name, value) in kept)
            {
                writer.WritePropertyName(name);
                TCodec.Write(writer, value);
            }
        }
    }

    private void CheckEach(in JsonMemberCursor cursor)
    {
        List<string>? missing = null;
        for (var place = 0; place < _required.Length; place++)
        {
            var seen = place < 64 ? cursor.Seen : cursor.SeenFurther![(place / 64) - 1];
            if ((seen & (1UL << (place % 64))) == 0)
            {
                (missing ??= []).Add($"\"{_required[place]}\"");
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
