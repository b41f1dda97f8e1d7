using System.Buffers.Text;
using System.Text.Json;

namespace Specwright.Benchmarks.Json;

/// <summary>The limit: a loop over <see cref="Utf8JsonReader"/> as somebody in a hurry for speed writes it, without error paths beyond the reader's own.</summary>
internal static class HandWritten
{
    public static AnnotatedPage ReadPage(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        IReadOnlyList<AnnotatedTransaction> data = [];
        string? next = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                var list = new List<AnnotatedTransaction>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    list.Add(ReadTransaction(ref reader));
                }

                data = list;
            }
            else if (reader.ValueTextEquals("next"u8))
            {
                reader.Read();
                next = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return new AnnotatedPage { Data = data, Next = next };
    }

    public static AnnotatedEnvelope ReadEnvelope(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        string? status = null, subCode = null, message = null;
        AnnotatedBalance? data = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                status = reader.GetString();
            }
            else if (reader.ValueTextEquals("subCode"u8))
            {
                reader.Read();
                subCode = reader.GetString();
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                reader.Read();
                message = reader.GetString();
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                data = ReadBalance(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new AnnotatedEnvelope { Status = status!, SubCode = subCode, Message = message, Data = data! };
    }

    private static AnnotatedBalance ReadBalance(ref Utf8JsonReader reader)
    {
        decimal balance = 0, available = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("balance"u8))
            {
                reader.Read();
                balance = Amount(ref reader);
            }
            else if (reader.ValueTextEquals("availableBalance"u8))
            {
                reader.Read();
                available = Amount(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new AnnotatedBalance { Balance = balance, AvailableBalance = available };
    }

    private static AnnotatedTransaction ReadTransaction(ref Utf8JsonReader reader)
    {
        string? id = null, currency = null, status = null, description = null;
        decimal amount = 0;
        decimal? fee = null;
        DateTimeOffset createdAt = default;
        int? attempt = null;
        bool? refunded = null;
        Dictionary<string, string>? attributes = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.GetString();
            }
            else if (reader.ValueTextEquals("amount"u8))
            {
                reader.Read();
                amount = Amount(ref reader);
            }
            else if (reader.ValueTextEquals("fee"u8))
            {
                reader.Read();
                fee = Amount(ref reader);
            }
            else if (reader.ValueTextEquals("currency"u8))
            {
                reader.Read();
                currency = Currency(ref reader);
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                status = Status(ref reader);
            }
            else if (reader.ValueTextEquals("createdAt"u8))
            {
                reader.Read();
                createdAt = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("description"u8))
            {
                reader.Read();
                description = reader.GetString();
            }
            else if (reader.ValueTextEquals("attempt"u8))
            {
                reader.Read();
                attempt = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("refunded"u8))
            {
                reader.Read();
                refunded = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("attributes"u8))
            {
                reader.Read();
                attributes = [];
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    attributes[name] = reader.GetString()!;
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return new AnnotatedTransaction
        {
            Id = id!,
            Amount = amount,
            Fee = fee,
            Currency = currency!,
            Status = status!,
            CreatedAt = createdAt,
            Description = description,
            Attempt = attempt,
            Refunded = refunded,
            Attributes = attributes,
        };
    }

    private static decimal Amount(ref Utf8JsonReader reader)
        => Utf8Parser.TryParse(reader.ValueSpan, out decimal value, out _) ? value : throw new JsonException();

    private static string Currency(ref Utf8JsonReader reader)
        => reader.ValueTextEquals("INR"u8) ? "INR" : reader.ValueTextEquals("USD"u8) ? "USD" : reader.ValueTextEquals("EUR"u8) ? "EUR" : reader.GetString()!;

    private static string Status(ref Utf8JsonReader reader)
        => reader.ValueTextEquals("SUCCESS"u8) ? "SUCCESS" : reader.ValueTextEquals("PENDING"u8) ? "PENDING" : reader.GetString()!;
}
