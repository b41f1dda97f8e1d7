using System.Text.Json;

namespace Specwright.Json;

/// <summary>Reads and writes one kind of JSON value. Codecs are empty structs, so that generic code over them is specialised and inlined.</summary>
/// <typeparam name="T">The C# type of the value.</typeparam>
public interface IJsonCodec<T>
{
    /// <summary>Reads the value whose first token the reader stands on; afterwards the reader stands on its last token.</summary>
    /// <exception cref="JsonException">The JSON is not of the expected kind or out of range. Names neither path nor position: <see cref="ApiJson"/> adds them.</exception>
    static abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes the value at the writer's position (after a property name, or as an array element).</summary>
    static abstract void Write(Utf8JsonWriter writer, T value);
}
