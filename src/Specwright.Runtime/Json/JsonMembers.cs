using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>
/// The member names of one object type. Reads an object member by member: names are found by their bytes, without a string per name, and missing
/// required members are reported by name. Of a name that occurs twice, the last value counts. Safe to share between threads.
/// </summary>
public sealed class JsonMembers
{
    private readonly string[] _wireNames;
    private readonly Utf8Names _names;

    /// <summary>The indexes of the required members.</summary>
    private readonly int[] _required;

    /// <summary>For each member its bit in <see cref="JsonMemberCursor.Seen"/>; zero for one that is not required, or required past the 64th.</summary>
    private readonly ulong[] _requiredBits;
    private readonly ulong _allRequiredBits;

    /// <summary>Made when the first object is written: many types are only ever read.</summary>
    private JsonEncodedText[]? _encodedNames;
    private HashSet<string>? _declared;

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

    /// <summary>Writes the name of a member, whose value then follows.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    public void WriteName(Utf8JsonWriter writer, int index)
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WritePropertyName(_wireNames[index]);
        }
        else
        {
            writer.WritePropertyName(name);
        }
    }

    /// <summary>Writes a member whose value is a string or null.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteString(Utf8JsonWriter writer, int index, string? value)
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WriteString(_wireNames[index], value);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a member whose value is a string; null: the member is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptional(Utf8JsonWriter writer, int index, string? value)
    {
        if (value is not null)
        {
            WriteString(writer, index, value);
        }
    }

    /// <summary>Writes a member; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptional<T, TCodec>(Utf8JsonWriter writer, int index, T? value)
        where T : class
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            WriteName(writer, index);
            TCodec.Write(writer, value);
        }
    }

    /// <summary>Writes a member; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalValue<T, TCodec>(Utf8JsonWriter writer, int index, T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present)
        {
            WriteName(writer, index);
            TCodec.Write(writer, present);
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

    /// <summary>Writes kept members, in their order, into the object that the writer has open. Null writes nothing.</summary>
    /// <exception cref="ArgumentException">One is named as a declared member: the object would have it twice, and each reader would take another one.</exception>
    public void WriteKept<T, TCodec>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? kept)
        where TCodec : IJsonCodec<T>
    {
        if (kept is null)
        {
            return;
        }

        if (kept is Dictionary<string, T> dictionary)
        {
            // The same loop over the class: its enumerator is a struct.
            foreach (var member in dictionary)
            {
                RefuseDeclared(member.Key);
            }
        }
        else
        {
            foreach (var name in kept.Keys)
            {
                RefuseDeclared(name);
            }
        }

        WriteAll<T, TCodec>(writer, kept);
    }

    /// <summary>Writes the members, in their order, into the object that the writer has open.</summary>
    internal static void WriteAll<T, TCodec>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> kept)
        where TCodec : IJsonCodec<T>
    {
        if (typeof(TCodec) == typeof(StringCodec) && kept is Dictionary<string, string> texts)
        {
            // The most common map; name and value in one call. The type test is settled when the method is compiled for TCodec.
            foreach (var (name, text) in texts)
            {
                writer.WriteString(name, text);
            }
        }
        else if (kept is Dictionary<string, T> dictionary)
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private JsonEncodedText EncodedName(int index) => (_encodedNames ??= Array.ConvertAll(_wireNames, Encode))[index];

    /// <summary>Encoded beforehand where every encoder writes the name as it is; for the others the writer's own encoder decides.</summary>
    private static JsonEncodedText Encode(string name)
        => JsonEncodedText.Encode(name) is var encoded && encoded.Value == name ? encoded : default;

    private void RefuseDeclared(string name)
    {
        _declared ??= new HashSet<string>(_wireNames, StringComparer.Ordinal);
        if (_declared.Contains(name))
        {
            throw new ArgumentException($"'{name}' is a member that the description names: set its property, not an additional one.", nameof(name));
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
