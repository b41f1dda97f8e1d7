using System.Text.Json;
using System.Text.Json.Serialization;

namespace Specwright.Json;

/// <summary>A codec as a converter, so that <see cref="JsonSerializer"/> and ASP.NET Core read and write the same JSON.</summary>
public sealed class JsonCodecConverter<T, TCodec> : JsonConverter<T>
    where TCodec : IJsonCodec<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TCodec.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => TCodec.Write(writer, value);
}
