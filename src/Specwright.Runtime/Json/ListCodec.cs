using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Specwright.Json;

/// <summary>A JSON array. What is read is an array of exactly the right length; while its length is unknown the elements stand on the stack, and those of long ones in a pooled array.</summary>
public readonly struct ListCodec<T, TCodec> : IJsonCodec<IReadOnlyList<T>>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw ApiJson.Unexpected(ref reader, "an array");
        }

        ApiJson.Advance(ref reader);
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        FirstElements first = default;
        Span<T> elements = first;

        // Not returned to the pool when an element cannot be read: the pool makes a new one.
        T[]? pooled = null;
        var count = 0;
        do
        {
            if (count == elements.Length)
            {
                var larger = ArrayPool<T>.Shared.Rent(count * 4);
                elements.CopyTo(larger);
                Return(pooled, count);
                elements = pooled = larger;
            }

            elements[count++] = TCodec.Read(ref reader);
            ApiJson.Advance(ref reader);
        }
        while (reader.TokenType != JsonTokenType.EndArray);

        var result = elements[..count].ToArray();
        Return(pooled, count);
        return result;
    }

    /// <summary>Reads the same, or JSON null.</summary>
    public static IReadOnlyList<T>? ReadNullable(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Null ? null : Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        writer.WriteStartArray();
        WriteElements(writer, value);
        writer.WriteEndArray();
    }

    /// <summary>What stands between the brackets.</summary>
    internal static void WriteElements(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        if (value is T[] array)
        {
            WriteElements(writer, array);
        }
        else if (value is List<T> list)
        {
            WriteElements(writer, CollectionsMarshal.AsSpan(list));
        }
        else
        {
            for (var i = 0; i < value.Count; i++)
            {
                TCodec.Write(writer, value[i]);
            }
        }
    }

    private static void WriteElements(Utf8JsonWriter writer, ReadOnlySpan<T> elements)
    {
        foreach (var element in elements)
        {
            TCodec.Write(writer, element);
        }
    }

    private static void Return(T[]? elements, int count)
    {
        if (elements is null)
        {
            return;
        }

        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            elements.AsSpan(0, count).Clear();
        }

        ArrayPool<T>.Shared.Return(elements);
    }

    /// <summary>Most lists are short: these stand on the stack, and no array is rented.</summary>
    [InlineArray(Length)]
    private struct FirstElements
    {
        private const int Length = 8;

        private T _first;
    }
}
