// What the generator emits for a small description, written by hand: the proof that the contract compiles.
#nullable enable
#pragma warning disable CS1591

namespace Acme;

using global::System.CodeDom.Compiler;
using global::System.Collections.Generic;
using global::System.Text;
using global::System.Text.Json;
using global::System.Text.Json.Serialization;
using global::Specwright.Json;

/// <summary>A payout order.</summary>
[GeneratedCode("Specwright", "1")]
public sealed partial record Order
{
    private Optional<string?> _note;

    [JsonPropertyName("orderId")]
    public required string OrderId { get; init; }

    /// <summary>Amount in INR.</summary>
    [JsonPropertyName("amount")]
    public required decimal Amount { get; init; }

    [JsonPropertyName("status")]
    public OrderStatus? Status { get; init; }

    [JsonPropertyName("lines")]
    public IReadOnlyList<OrderLine>? Lines { get; init; }

    [JsonPropertyName("note")]
    public string? Note
    {
        get => _note.Value;
        init => _note = new(value);
    }

    [JsonPropertyName("secret")]
    public string? Secret { get; init; }

    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("OrderId = ").Append(OrderId).Append(", Secret = ***");
        return true;
    }

    public readonly struct JsonCodec : IJsonCodec<Order>
    {
        private static readonly JsonMembers Members = new(["orderId", "amount", "status", "lines", "note", "secret"], required: ["orderId", "amount"]);

        public static Order Read(ref Utf8JsonReader reader)
        {
            string orderId = null!;
            decimal amount = default;
            OrderStatus? status = null;
            IReadOnlyList<OrderLine>? lines = null;
            Optional<string?> note = default;
            string? secret = null;
            Dictionary<string, JsonElement>? additionalProperties = null;

            var cursor = JsonMembers.Begin(ref reader);
            while (Members.MoveNext(ref reader, ref cursor))
            {
                switch (cursor.Index)
                {
                    case 0:
                        orderId = StringCodec.Read(ref reader);
                        break;
                    case 1:
                        amount = DecimalCodec.Read(ref reader);
                        break;
                    case 2:
                        status = NullableValueCodec<OrderStatus, OrderStatus.JsonCodec>.Read(ref reader);
                        break;
                    case 3:
                        lines = NullableReferenceCodec<IReadOnlyList<OrderLine>, ListCodec<OrderLine, OrderLine.JsonCodec>>.Read(ref reader);
                        break;
                    case 4:
                        note = new(NullableReferenceCodec<string, StringCodec>.Read(ref reader));
                        break;
                    case 5:
                        secret = NullableReferenceCodec<string, StringCodec>.Read(ref reader);
                        break;
                    default:
                        JsonMembers.Keep<JsonElement, JsonElementCodec>(ref reader, ref additionalProperties);
                        break;
                }
            }

            Members.End(in cursor);
            return new Order
            {
                OrderId = orderId,
                Amount = amount,
                Status = status,
                Lines = lines,
                _note = note,
                Secret = secret,
                AdditionalProperties = additionalProperties,
            };
        }

        public static void Write(Utf8JsonWriter writer, Order value)
        {
            writer.WriteStartObject();
            Members.WriteString(writer, 0, value.OrderId);
            Members.WriteName(writer, 1);
            DecimalCodec.Write(writer, value.Amount);
            if (value.Status is { } status)
            {
                Members.WriteString(writer, 2, status.Value);
            }

            if (value.Lines is { } lines)
            {
                Members.WriteName(writer, 3);
                ListCodec<OrderLine, OrderLine.JsonCodec>.Write(writer, lines);
            }

            if (value._note.HasValue)
            {
                Members.WriteString(writer, 4, value._note.Value);
            }

            if (value.Secret is { } secret)
            {
                Members.WriteString(writer, 5, secret);
            }

            Members.WriteKept<JsonElement, JsonElementCodec>(writer, value.AdditionalProperties);
            writer.WriteEndObject();
        }
    }
}
