#nullable enable
namespace Acme;

using global::System;
using global::System.Text.Json;
using global::System.Text.Json.Serialization.Metadata;
using global::Specwright.Json;

public sealed partial class AcmeJson : IJsonTypeInfoResolver
{
    public static AcmeJson Default { get; } = new();

    public JsonTypeInfo<Order> Order => JsonCodecTypeInfo.GetOrCreate<Order, Order.JsonCodec>(this);

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        if (type == typeof(Order))
        {
            return JsonCodecTypeInfo.Create<Order, Order.JsonCodec>(options);
        }

        return type == typeof(OrderLine) ? JsonCodecTypeInfo.Create<OrderLine, OrderLine.JsonCodec>(options) : null;
    }
}
