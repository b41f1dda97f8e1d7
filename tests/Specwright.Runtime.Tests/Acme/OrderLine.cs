#nullable enable
namespace Acme;

using global::System.Text.Json;
using global::Specwright.Json;

public sealed partial record OrderLine
{
    public required decimal Price { get; init; }

    public long? Quantity { get; init; }

    public readonly struct JsonCodec : IJsonCodec<OrderLine>
    {
        private static readonly JsonMembers Members = new(["price", "quantity"], required: ["price"]);

        public static OrderLine Read(ref Utf8JsonReader reader)
        {
            decimal price = default;
            long? quantity = null;
            var cursor = JsonMembers.Begin(ref reader);
            while (Members.MoveNext(ref reader, ref cursor))
            {
                switch (cursor.Index)
                {
                    case 0:
                        price = DecimalStringCodec.Read(ref reader);
                        break;
                    case 1:
                        quantity = NullableValueCodec<long, Int64Codec>.Read(ref reader);
                        break;
                    default:
                        JsonMembers.Skip(ref reader);
                        break;
                }
            }

            Members.End(in cursor);
            return new OrderLine { Price = price, Quantity = quantity };
        }

        public static void Write(Utf8JsonWriter writer, OrderLine value)
        {
            writer.WriteStartObject();
            Members.WriteName(writer, 0);
            DecimalStringCodec.Write(writer, value.Price);
            if (value.Quantity is { } quantity)
            {
                Members.WriteName(writer, 1);
                Int64Codec.Write(writer, quantity);
            }

            writer.WriteEndObject();
        }
    }
}
