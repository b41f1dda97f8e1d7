using System.Text.Json;

namespace Specwright.Json;

/// <summary>A codec of objects that can be read on from the value of their discriminator, so that a union does not read that member twice.</summary>
/// <typeparam name="T">What an object becomes.</typeparam>
public interface IJsonObjectCodec<T> : IJsonCodec<T>
{
    /// <summary>Reads an object, or what is left of it.</summary>
    /// <param name="reader">Stands where <paramref name="cursor"/> says; afterwards on the object's end.</param>
    /// <param name="cursor">From <see cref="JsonUnionCases.Find(ref Utf8JsonReader, out JsonMemberCursor)"/>.</param>
    /// <exception cref="JsonException">The object is broken.</exception>
    static abstract T Read(ref Utf8JsonReader reader, JsonMemberCursor cursor);
}
