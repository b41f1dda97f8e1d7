using System.Text.Json;
using Specwright.Benchmarks.Generated;

namespace Specwright.Benchmarks.Json.ByHand;

internal static class BalanceEnvelopeByHand
{
    private static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText SubCode = JsonEncodedText.Encode("subCode");
    private static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText LedgerBalance = JsonEncodedText.Encode("balance");
    private static readonly JsonEncodedText AvailableBalance = JsonEncodedText.Encode("availableBalance");

    public static BalanceEnvelope Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Scalars.BeginObject(ref reader);
        string? status = null, subCode = null, message = null;
        Balance? data = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("status"u8))
            {
                status = Scalars.Text(ref reader);
            }
            else if (reader.ValueTextEquals("subCode"u8))
            {
                subCode = Scalars.OptionalText(ref reader);
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                message = Scalars.OptionalText(ref reader);
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                data = ReadBalance(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(status is not null, "status");
        Scalars.Require(data is not null, "data");
        reader.Read();
        return new BalanceEnvelope { Status = status!, SubCode = subCode, Message = message, Data = data! };
    }

    public static void Write(Utf8JsonWriter writer, BalanceEnvelope value)
    {
        writer.WriteStartObject();
        writer.WriteString(Status, value.Status);
        if (value.SubCode is { } subCode)
        {
            writer.WriteString(SubCode, subCode);
        }

        if (value.Message is { } message)
        {
            writer.WriteString(Message, message);
        }

        writer.WriteStartObject(Data);
        Scalars.WriteAmount(writer, LedgerBalance, value.Data.BalanceValue);
        Scalars.WriteAmount(writer, AvailableBalance, value.Data.AvailableBalance);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static Balance ReadBalance(ref Utf8JsonReader reader)
    {
        reader.Read();
        Scalars.BeginObject(ref reader);
        decimal? balance = null, available = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("balance"u8))
            {
                balance = Scalars.Amount(ref reader);
            }
            else if (reader.ValueTextEquals("availableBalance"u8))
            {
                available = Scalars.Amount(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(balance is not null, "balance");
        Scalars.Require(available is not null, "availableBalance");
        return new Balance { BalanceValue = balance!.Value, AvailableBalance = available!.Value };
    }
}
