using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Specwright.Json;

/// <summary>Makes the metadata by which <see cref="JsonSerializer"/> uses a codec; no reflection.</summary>
public static class JsonCodecTypeInfo
{
    private static readonly ConditionalWeakTable<IJsonTypeInfoResolver, JsonSerializerOptions> OptionsOfResolver = [];

    /// <summary>New metadata for the given options; what a resolver's <c>GetTypeInfo</c> returns.</summary>
    public static JsonTypeInfo<T> Create<T, TCodec>(JsonSerializerOptions options)
        where TCodec : IJsonCodec<T>
        => JsonMetadataServices.CreateValueInfo<T>(options, new JsonCodecConverter<T, TCodec>());

    /// <summary>The metadata for a resolver's own default options; the same object each time.</summary>
    /// <param name="resolver">Knows <typeparamref name="T"/> by <see cref="Create"/>.</param>
    public static JsonTypeInfo<T> GetOrCreate<T, TCodec>(IJsonTypeInfoResolver resolver)
        where TCodec : IJsonCodec<T>
    {
        var options = OptionsOfResolver.GetValue(resolver, static key => new JsonSerializerOptions { TypeInfoResolver = key, Encoder = JsonWriterPool.Options.Encoder });
        return options.TryGetTypeInfo(typeof(T), out var info) && info is JsonTypeInfo<T> typed ? typed : Create<T, TCodec>(options);
    }
}
