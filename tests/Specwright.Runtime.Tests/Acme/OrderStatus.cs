#nullable enable
namespace Acme;

using global::System;
using global::System.Text.Json;
using global::Specwright.Json;

public readonly partial record struct OrderStatus
{
    private readonly string? _value;

    public OrderStatus(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    public static OrderStatus Created { get; } = new(Values.Created);

    public static OrderStatus Paid { get; } = new(Values.Paid);

    public string Value => _value ?? "";

    public bool IsKnown => Value is Values.Created or Values.Paid;

    public override string ToString() => Value;

    public static class Values
    {
        public const string Created = "CREATED";
        public const string Paid = "PAID";
    }

    public readonly struct JsonCodec : IJsonCodec<OrderStatus>
    {
        private static readonly JsonStringValues Known = new(Values.Created, Values.Paid);

        public static OrderStatus Read(ref Utf8JsonReader reader) => new(Known.Read(ref reader));

        public static void Write(Utf8JsonWriter writer, OrderStatus value) => writer.WriteStringValue(value.Value);
    }
}
