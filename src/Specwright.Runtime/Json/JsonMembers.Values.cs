using System.Text.Json;

namespace Specwright.Json;

// The values that most members have, each with methods of its own: what calls them costs the compiler a fraction of what a generic method with
// its constraints does, and name and value go out in one call where the writer has one.
public sealed partial class JsonMembers
{
    /// <summary>Writes a member as <see cref="BooleanCodec"/> does: true or false.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteBoolean(Utf8JsonWriter writer, int index, bool value)
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WriteBoolean(_wireNames[index], value);
        }
        else
        {
            writer.WriteBoolean(name, value);
        }
    }

    /// <summary>Writes a member as <see cref="BooleanCodec"/> does; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalBoolean(Utf8JsonWriter writer, int index, bool? value)
    {
        if (value is { } present)
        {
            WriteBoolean(writer, index, present);
        }
    }

    /// <summary>Writes a member as <see cref="Int32Codec"/> does: a number.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteInt32(Utf8JsonWriter writer, int index, int value)
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WriteNumber(_wireNames[index], value);
        }
        else
        {
            writer.WriteNumber(name, value);
        }
    }

    /// <summary>Writes a member as <see cref="Int32Codec"/> does; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalInt32(Utf8JsonWriter writer, int index, int? value)
    {
        if (value is { } present)
        {
            WriteInt32(writer, index, present);
        }
    }

    /// <summary>Writes a member as <see cref="Int64Codec"/> does: a number.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteInt64(Utf8JsonWriter writer, int index, long value)
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WriteNumber(_wireNames[index], value);
        }
        else
        {
            writer.WriteNumber(name, value);
        }
    }

    /// <summary>Writes a member as <see cref="Int64Codec"/> does; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalInt64(Utf8JsonWriter writer, int index, long? value)
    {
        if (value is { } present)
        {
            WriteInt64(writer, index, present);
        }
    }

    /// <summary>Writes a member as <see cref="DoubleCodec"/> does: a number.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteDouble(Utf8JsonWriter writer, int index, double value)
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WriteNumber(_wireNames[index], value);
        }
        else
        {
            writer.WriteNumber(name, value);
        }
    }

    /// <summary>Writes a member as <see cref="DoubleCodec"/> does; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalDouble(Utf8JsonWriter writer, int index, double? value)
    {
        if (value is { } present)
        {
            WriteDouble(writer, index, present);
        }
    }

    /// <summary>Writes a member as <see cref="DecimalCodec"/> does: a number.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteDecimal(Utf8JsonWriter writer, int index, decimal value)
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WriteNumber(_wireNames[index], value);
        }
        else
        {
            writer.WriteNumber(name, value);
        }
    }

    /// <summary>Writes a member as <see cref="DecimalCodec"/> does; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalDecimal(Utf8JsonWriter writer, int index, decimal? value)
    {
        if (value is { } present)
        {
            WriteDecimal(writer, index, present);
        }
    }

    /// <summary>Writes a member as <see cref="DecimalStringCodec"/> does: a decimal in a string.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteDecimalString(Utf8JsonWriter writer, int index, decimal value)
    {
        Span<byte> text = stackalloc byte[DecimalText.MaxWrittenLength];
        WriteText(writer, index, text[..DecimalText.Format(value, text)]);
    }

    /// <summary>Writes a member as <see cref="DecimalStringCodec"/> does; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalDecimalString(Utf8JsonWriter writer, int index, decimal? value)
    {
        if (value is { } present)
        {
            WriteDecimalString(writer, index, present);
        }
    }

    /// <summary>Writes a member as <see cref="DateTimeOffsetCodec"/> does: a point in time.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteDateTimeOffset(Utf8JsonWriter writer, int index, DateTimeOffset value)
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WritePropertyName(_wireNames[index]);
            DateTimeOffsetCodec.Write(writer, value);
        }
        else if (value.Offset == TimeSpan.Zero)
        {
            // Written with Z.
            writer.WriteString(name, value.UtcDateTime);
        }
        else
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes a member as <see cref="DateTimeOffsetCodec"/> does; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalDateTimeOffset(Utf8JsonWriter writer, int index, DateTimeOffset? value)
    {
        if (value is { } present)
        {
            WriteDateTimeOffset(writer, index, present);
        }
    }

    /// <summary>Writes a member as <see cref="DateOnlyCodec"/> does: a date.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteDateOnly(Utf8JsonWriter writer, int index, DateOnly value)
    {
        WriteName(writer, index);
        DateOnlyCodec.Write(writer, value);
    }

    /// <summary>Writes a member as <see cref="DateOnlyCodec"/> does; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalDateOnly(Utf8JsonWriter writer, int index, DateOnly? value)
    {
        if (value is { } present)
        {
            WriteDateOnly(writer, index, present);
        }
    }

    /// <summary>Writes a member as <see cref="GuidCodec"/> does: a UUID.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteGuid(Utf8JsonWriter writer, int index, Guid value)
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

    /// <summary>Writes a member as <see cref="GuidCodec"/> does; where its value is null, it is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalGuid(Utf8JsonWriter writer, int index, Guid? value)
    {
        if (value is { } present)
        {
            WriteGuid(writer, index, present);
        }
    }

    /// <summary>Writes a member whose value is a list.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteList<T, TCodec>(Utf8JsonWriter writer, int index, IReadOnlyList<T> value)
        where TCodec : IJsonCodec<T>
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WriteStartArray(_wireNames[index]);
        }
        else
        {
            writer.WriteStartArray(name);
        }

        ListCodec<T, TCodec>.WriteElements(writer, value);
        writer.WriteEndArray();
    }

    /// <summary>Writes a member whose value is a list; null: the member is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalList<T, TCodec>(Utf8JsonWriter writer, int index, IReadOnlyList<T>? value)
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            WriteList<T, TCodec>(writer, index, value);
        }
    }

    /// <summary>Writes a member whose value is a map.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteMap<T, TCodec>(Utf8JsonWriter writer, int index, IReadOnlyDictionary<string, T> value)
        where TCodec : IJsonCodec<T>
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WriteStartObject(_wireNames[index]);
        }
        else
        {
            writer.WriteStartObject(name);
        }

        WriteAll<T, TCodec>(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>Writes a member whose value is a map; null: the member is left out.</summary>
    /// <param name="writer">Has an object open.</param>
    /// <param name="index">That of the name among those given to the constructor.</param>
    /// <param name="value">The value.</param>
    public void WriteOptionalMap<T, TCodec>(Utf8JsonWriter writer, int index, IReadOnlyDictionary<string, T>? value)
        where TCodec : IJsonCodec<T>
    {
        if (value is not null)
        {
            WriteMap<T, TCodec>(writer, index, value);
        }
    }

    private void WriteText(Utf8JsonWriter writer, int index, ReadOnlySpan<byte> text)
    {
        var name = EncodedName(index);
        if (name.EncodedUtf8Bytes.IsEmpty)
        {
            writer.WritePropertyName(_wireNames[index]);
            writer.WriteStringValue(text);
        }
        else
        {
            writer.WriteString(name, text);
        }
    }
}
