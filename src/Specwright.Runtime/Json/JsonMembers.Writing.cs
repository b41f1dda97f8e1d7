using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Specwright.Json;

public sealed partial class JsonMembers
{
    /// <summary>Made when the first object is written: many types are only ever read.</summary>
    private JsonEncodedText[]? _encodedNames;
    private HashSet<string>? _declared;

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
}
