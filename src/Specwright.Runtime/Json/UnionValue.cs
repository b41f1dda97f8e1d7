using System.Text.Json;

namespace Specwright.Json;

/// <summary>The value that a generated union holds, with the index of its case. An unknown value is a JSON element under the index -1.</summary>
public readonly struct UnionValue : IEquatable<UnionValue>
{
    private const int Unknown = -1;

    /// <summary>As deep as a writer goes: what was written must not be too deep to be looked at.</summary>
    private const int DeepestWritten = 1000;

    private readonly object? _value;

    private UnionValue(int unionCase, object value)
    {
        Case = unionCase;
        _value = value;
    }

    /// <summary>The index of the case, in the order of the description; -1: unknown.</summary>
    public int Case { get; }

    /// <summary>A value of a known case.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public static UnionValue Of<T>(int unionCase, T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(unionCase, value);
    }

    /// <summary>A value that is none of the cases; an undefined element stands for JSON null.</summary>
    public static UnionValue OfUnknown(JsonElement value) => new(Unknown, value);

    /// <summary>Reads the value of a case that the discriminator or the kind of value told for sure.</summary>
    /// <exception cref="JsonException">The value is broken.</exception>
    public static UnionValue Read<T, TCodec>(ref Utf8JsonReader reader, int unionCase)
        where TCodec : IJsonCodec<T>
        => new(unionCase, TCodec.Read(ref reader)!);

    /// <summary>Reads an object of a case that the discriminator told for sure, from where <see cref="JsonUnionCases.Find(ref Utf8JsonReader, out JsonMemberCursor)"/> left the reader.</summary>
    /// <exception cref="JsonException">The value is broken.</exception>
    public static UnionValue Read<T, TCodec>(ref Utf8JsonReader reader, int unionCase, JsonMemberCursor cursor)
        where TCodec : IJsonObjectCodec<T>
        => new(unionCase, TCodec.Read(ref reader, cursor)!);

    /// <summary>Reads the value of a case that only its looks told. Where it turns out to be something else, it is kept as unknown.</summary>
    /// <remarks>No second case is tried: in a union that contains itself each level would try all below it again.</remarks>
    public static UnionValue ReadIfFits<T, TCodec>(ref Utf8JsonReader reader, int unionCase)
        where TCodec : IJsonCodec<T>
    {
        var start = reader;
        try
        {
            return Read<T, TCodec>(ref reader, unionCase);
        }
        catch (Exception exception) when (ApiJson.IsReadError(exception))
        {
            reader = start;
            return ReadUnknown(ref reader);
        }
    }

    /// <summary>Reads a value that is none of the cases.</summary>
    public static UnionValue ReadUnknown(ref Utf8JsonReader reader) => OfUnknown(JsonElementCodec.Read(ref reader));

    /// <summary>The value of the case that <see cref="Case"/> says.</summary>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public T Get<T>() => (T)_value!;

    /// <summary>The unknown value.</summary>
    public JsonElement GetUnknown() => _value is JsonElement element ? element : default;

    /// <summary>Writes the value of a case.</summary>
    public void Write<T, TCodec>(Utf8JsonWriter writer)
        where TCodec : IJsonCodec<T>
        => TCodec.Write(writer, Get<T>());

    /// <summary>Writes an object; where it lacks the discriminating member, that one goes first, so that a reader can tell the case.</summary>
    /// <param name="writer">Gets the object.</param>
    /// <param name="discriminator">The name of the member.</param>
    /// <param name="discriminatorValue">Its value for this case.</param>
    public void WriteDiscriminated<T, TCodec>(Utf8JsonWriter writer, string discriminator, string discriminatorValue)
        where TCodec : IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var document = JsonDocument.Parse(ApiJson.ToUtf8Bytes<T, TCodec>(Get<T>()), new JsonDocumentOptions { MaxDepth = DeepestWritten });
        if (document.RootElement.TryGetProperty(discriminator, out _))
        {
            document.RootElement.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(discriminator, discriminatorValue);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the unknown value as it came.</summary>
    public void WriteUnknown(Utf8JsonWriter writer) => JsonElementCodec.Write(writer, GetUnknown());

    /// <summary>Whether both are the same case with equal values; unknown values are compared by their text.</summary>
    public bool Equals(UnionValue other) => Case == other.Case && (Case == Unknown
        ? TextOf(GetUnknown()) == TextOf(other.GetUnknown())
        : Equals(_value, other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UnionValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Case == Unknown
        ? StringComparer.Ordinal.GetHashCode(TextOf(GetUnknown()))
        : HashCode.Combine(Case, _value);

    /// <summary>The value's own text. Of an unknown value only the kind: it may hold secrets that nobody has named.</summary>
    public override string ToString() => Case == Unknown
        ? $"unknown ({GetUnknown().ValueKind})"
        : Convert.ToString(_value, System.Globalization.CultureInfo.InvariantCulture) ?? "";

    /// <summary>Whether both are the same case with equal values.</summary>
    public static bool operator ==(UnionValue left, UnionValue right) => left.Equals(right);

    /// <summary>Whether they differ in case or value.</summary>
    public static bool operator !=(UnionValue left, UnionValue right) => !left.Equals(right);

    private static string TextOf(JsonElement element) => element.ValueKind == JsonValueKind.Undefined ? "null" : element.GetRawText();
}
