using System.Text.Json;
using Specwright.Benchmarks.Generated;

namespace Specwright.Benchmarks.Json.ByHand;

internal static class TransactionPageByHand
{
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Next = JsonEncodedText.Encode("next");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Amount = JsonEncodedText.Encode("amount");
    private static readonly JsonEncodedText Fee = JsonEncodedText.Encode("fee");
    private static readonly JsonEncodedText Currency = JsonEncodedText.Encode("currency");
    private static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText CreatedAt = JsonEncodedText.Encode("createdAt");
    private static readonly JsonEncodedText Description = JsonEncodedText.Encode("description");
    private static readonly JsonEncodedText Attempt = JsonEncodedText.Encode("attempt");
    private static readonly JsonEncodedText Refunded = JsonEncodedText.Encode("refunded");
    private static readonly JsonEncodedText Attributes = JsonEncodedText.Encode("attributes");

    public static TransactionPage Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Scalars.BeginObject(ref reader);
        IReadOnlyList<Transaction>? data = null;
        string? next = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartArray)
                {
                    throw new JsonException("expected an array");
                }

                var list = new List<Transaction>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(ReadTransaction(ref reader));
                }

                data = list;
            }
            else if (reader.ValueTextEquals("next"u8))
            {
                next = Scalars.OptionalText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(data is not null, "data");
        reader.Read();
        return new TransactionPage { Data = data!, Next = next };
    }

    public static void Write(Utf8JsonWriter writer, TransactionPage value)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(Data);
        for (var index = 0; index < value.Data.Count; index++)
        {
            WriteTransaction(writer, value.Data[index]);
        }

        writer.WriteEndArray();
        if (value.Next is { } next)
        {
            writer.WriteString(Next, next);
        }

        writer.WriteEndObject();
    }

    private static Transaction ReadTransaction(ref Utf8JsonReader reader)
    {
        Scalars.BeginObject(ref reader);
        string? id = null, currency = null, status = null, description = null;
        decimal? amount = null, fee = null;
        DateTimeOffset? createdAt = null;
        int? attempt = null;
        bool? refunded = null;
        Dictionary<string, string>? attributes = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = Scalars.Text(ref reader);
            }
            else if (reader.ValueTextEquals("amount"u8))
            {
                amount = Scalars.Amount(ref reader);
            }
            else if (reader.ValueTextEquals("fee"u8))
            {
                fee = Scalars.OptionalAmount(ref reader);
            }
            else if (reader.ValueTextEquals("currency"u8))
            {
                currency = Scalars.Currency(ref reader);
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                status = ReadStatus(ref reader);
            }
            else if (reader.ValueTextEquals("createdAt"u8))
            {
                reader.Read();
                createdAt = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("description"u8))
            {
                description = Scalars.OptionalText(ref reader);
            }
            else if (reader.ValueTextEquals("attempt"u8))
            {
                reader.Read();
                attempt = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();
            }
            else if (reader.ValueTextEquals("refunded"u8))
            {
                reader.Read();
                refunded = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("attributes"u8))
            {
                reader.Read();
                attributes = reader.TokenType == JsonTokenType.Null ? null : ReadAttributes(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(id is not null, "id");
        Scalars.Require(amount is not null, "amount");
        Scalars.Require(currency is not null, "currency");
        Scalars.Require(status is not null, "status");
        Scalars.Require(createdAt is not null, "createdAt");
        return new Transaction
        {
            Id = id!,
            Amount = amount!.Value,
            Fee = fee,
            Currency = new TransactionCurrency(currency!),
            Status = new TransactionStatus(status!),
            CreatedAt = createdAt!.Value,
            Description = description,
            Attempt = attempt,
            Refunded = refunded,
            Attributes = attributes,
        };
    }

    private static string ReadStatus(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.String ? throw new JsonException("expected a string")
            : reader.ValueTextEquals("CREATED"u8) ? "CREATED"
            : reader.ValueTextEquals("PENDING"u8) ? "PENDING"
            : reader.ValueTextEquals("SUCCESS"u8) ? "SUCCESS"
            : reader.ValueTextEquals("FAILURE"u8) ? "FAILURE"
            : reader.GetString()!;
    }

    private static Dictionary<string, string> ReadAttributes(ref Utf8JsonReader reader)
    {
        Scalars.BeginObject(ref reader);
        var attributes = new Dictionary<string, string>();
        while (Scalars.NextMember(ref reader))
        {
            var name = reader.GetString()!;
            attributes[name] = Scalars.Text(ref reader);
        }

        return attributes;
    }

    private static void WriteTransaction(Utf8JsonWriter writer, Transaction value)
    {
        writer.WriteStartObject();
        writer.WriteString(Id, value.Id);
        Scalars.WriteAmount(writer, Amount, value.Amount);
        if (value.Fee is { } fee)
        {
            Scalars.WriteAmount(writer, Fee, fee);
        }

        writer.WriteString(Currency, value.Currency.Value);
        writer.WriteString(Status, value.Status.Value);
        if (value.CreatedAt.Offset == TimeSpan.Zero)
        {
            // With Z.
            writer.WriteString(CreatedAt, value.CreatedAt.UtcDateTime);
        }
        else
        {
            writer.WriteString(CreatedAt, value.CreatedAt);
        }

        if (value.Description is { } description)
        {
            writer.WriteString(Description, description);
        }

        if (value.Attempt is { } attempt)
        {
            writer.WriteNumber(Attempt, attempt);
        }

        if (value.Refunded is { } refunded)
        {
            writer.WriteBoolean(Refunded, refunded);
        }

        if (value.Attributes is { } attributes)
        {
            writer.WriteStartObject(Attributes);
            // As the class that was read: its enumerator allocates nothing.
            foreach (var (name, text) in (Dictionary<string, string>)attributes)
            {
                writer.WriteString(name, text);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
