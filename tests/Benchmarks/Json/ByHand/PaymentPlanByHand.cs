using System.Text.Json;
using Specwright.Benchmarks.Generated;

namespace Specwright.Benchmarks.Json.ByHand;

/// <summary>As the codecs, it finds the discriminator in any place and reads it once where it comes first, where the source generator demands it.</summary>
internal static class PaymentPlanByHand
{
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Steps = JsonEncodedText.Encode("steps");
    private static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    private static readonly JsonEncodedText Amount = JsonEncodedText.Encode("amount");
    private static readonly JsonEncodedText Currency = JsonEncodedText.Encode("currency");
    private static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
    private static readonly JsonEncodedText To = JsonEncodedText.Encode("to");
    private static readonly JsonEncodedText Rate = JsonEncodedText.Encode("rate");
    private static readonly JsonEncodedText When = JsonEncodedText.Encode("when");
    private static readonly JsonEncodedText Then = JsonEncodedText.Encode("then");
    private static readonly JsonEncodedText Otherwise = JsonEncodedText.Encode("otherwise");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    private static readonly JsonEncodedText Number = JsonEncodedText.Encode("number");
    private static readonly JsonEncodedText Ifsc = JsonEncodedText.Encode("ifsc");
    private static readonly JsonEncodedText Verified = JsonEncodedText.Encode("verified");

    public static PaymentPlan Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Scalars.BeginObject(ref reader);
        string? id = null;
        List<Step>? steps = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = Scalars.Text(ref reader);
            }
            else if (reader.ValueTextEquals("steps"u8))
            {
                steps = ReadSteps(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(id is not null, "id");
        Scalars.Require(steps is not null, "steps");
        reader.Read();
        return new PaymentPlan { Id = id!, Steps = steps! };
    }

    public static void Write(Utf8JsonWriter writer, PaymentPlan value)
    {
        writer.WriteStartObject();
        writer.WriteString(Id, value.Id);
        WriteSteps(writer, value.Steps);
        writer.WriteEndObject();
    }

    private static List<Step> ReadSteps(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("expected an array");
        }

        var steps = new List<Step>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            steps.Add(ReadStep(ref reader));
        }

        return steps;
    }

    private static Step ReadStep(ref Utf8JsonReader reader)
    {
        Scalars.BeginObject(ref reader);
        var start = reader;
        var isFirst = Scalars.NextMember(ref reader) && reader.ValueTextEquals("kind"u8) && reader.Read();
        var kind = isFirst ? KindOf(ref reader) : FindKind(start);
        if (!isFirst)
        {
            // The members of an object have no order: read from its start, where the kind is passed over.
            reader = start;
        }

        return kind switch
        {
            StepKind.Transfer => ReadTransfer(ref reader),
            StepKind.Conversion => ReadConversion(ref reader),
            StepKind.Sequence => ReadSequence(ref reader),
            _ => ReadCondition(ref reader),
        };
    }

    private static StepKind KindOf(ref Utf8JsonReader reader) => reader.ValueTextEquals("transfer"u8) ? StepKind.Transfer
        : reader.ValueTextEquals("conversion"u8) ? StepKind.Conversion
        : reader.ValueTextEquals("sequence"u8) ? StepKind.Sequence
        : reader.ValueTextEquals("condition"u8) ? StepKind.Condition
        : throw new JsonException("unknown kind");

    private static StepKind FindKind(Utf8JsonReader reader)
    {
        Scalars.Require(Scalars.FindMember(ref reader, "kind"u8), "kind");
        return KindOf(ref reader);
    }

    private static Transfer ReadTransfer(ref Utf8JsonReader reader)
    {
        decimal? amount = null;
        string? currency = null;
        Destination? to = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("amount"u8))
            {
                amount = Scalars.Amount(ref reader);
            }
            else if (reader.ValueTextEquals("currency"u8))
            {
                currency = Scalars.Currency(ref reader);
            }
            else if (reader.ValueTextEquals("to"u8))
            {
                reader.Read();
                to = ReadDestination(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(amount is not null, "amount");
        Scalars.Require(currency is not null, "currency");
        Scalars.Require(to is not null, "to");
        return new Transfer { Kind = TransferKind.Transfer, Amount = amount!.Value, Currency = new TransferCurrency(currency!), To = to! };
    }

    private static Conversion ReadConversion(ref Utf8JsonReader reader)
    {
        string? from = null, to = null;
        decimal? rate = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("from"u8))
            {
                from = Scalars.Currency(ref reader);
            }
            else if (reader.ValueTextEquals("to"u8))
            {
                to = Scalars.Currency(ref reader);
            }
            else if (reader.ValueTextEquals("rate"u8))
            {
                reader.Read();
                rate = reader.GetDecimal();
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(from is not null, "from");
        Scalars.Require(to is not null, "to");
        Scalars.Require(rate is not null, "rate");
        return new Conversion { Kind = ConversionKind.Conversion, From = new ConversionFrom(from!), To = new ConversionTo(to!), Rate = rate!.Value };
    }

    private static Sequence ReadSequence(ref Utf8JsonReader reader)
    {
        List<Step>? steps = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("steps"u8))
            {
                steps = ReadSteps(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(steps is not null, "steps");
        return new Sequence { Kind = SequenceKind.Sequence, Steps = steps! };
    }

    private static Condition ReadCondition(ref Utf8JsonReader reader)
    {
        string? when = null;
        Step? then = null, otherwise = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("when"u8))
            {
                when = Scalars.Text(ref reader);
            }
            else if (reader.ValueTextEquals("then"u8))
            {
                reader.Read();
                then = ReadStep(ref reader);
            }
            else if (reader.ValueTextEquals("otherwise"u8))
            {
                reader.Read();
                otherwise = reader.TokenType == JsonTokenType.Null ? null : ReadStep(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(when is not null, "when");
        Scalars.Require(then is not null, "then");
        return new Condition { Kind = ConditionKind.Condition, When = when!, Then = then!, Otherwise = otherwise };
    }

    private static Destination ReadDestination(ref Utf8JsonReader reader)
    {
        Scalars.BeginObject(ref reader);
        var start = reader;
        var isFirst = Scalars.NextMember(ref reader) && reader.ValueTextEquals("type"u8) && reader.Read();
        var isBankAccount = isFirst ? IsBankAccount(ref reader) : FindIsBankAccount(start);
        if (!isFirst)
        {
            reader = start;
        }

        return isBankAccount ? ReadBankAccount(ref reader) : ReadWallet(ref reader);
    }

    private static bool IsBankAccount(ref Utf8JsonReader reader)
        => reader.ValueTextEquals("bank_account"u8) || (reader.ValueTextEquals("wallet"u8) ? false : throw new JsonException("unknown type"));

    private static bool FindIsBankAccount(Utf8JsonReader reader)
    {
        Scalars.Require(Scalars.FindMember(ref reader, "type"u8), "type");
        return IsBankAccount(ref reader);
    }

    private static BankAccount ReadBankAccount(ref Utf8JsonReader reader)
    {
        string? number = null, ifsc = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("number"u8))
            {
                number = Scalars.Text(ref reader);
            }
            else if (reader.ValueTextEquals("ifsc"u8))
            {
                ifsc = Scalars.OptionalText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(number is not null, "number");
        return new BankAccount { Type = BankAccountType.BankAccount, Number = number!, Ifsc = ifsc };
    }

    private static Wallet ReadWallet(ref Utf8JsonReader reader)
    {
        string? id = null;
        bool? verified = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = Scalars.Text(ref reader);
            }
            else if (reader.ValueTextEquals("verified"u8))
            {
                reader.Read();
                verified = reader.TokenType == JsonTokenType.Null ? null : reader.GetBoolean();
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(id is not null, "id");
        return new Wallet { Type = WalletType.Wallet, Id = id!, Verified = verified };
    }

    private static void WriteSteps(Utf8JsonWriter writer, IReadOnlyList<Step> steps)
    {
        writer.WriteStartArray(Steps);
        for (var index = 0; index < steps.Count; index++)
        {
            WriteStep(writer, steps[index]);
        }

        writer.WriteEndArray();
    }

    private static void WriteStep(Utf8JsonWriter writer, Step step)
    {
        writer.WriteStartObject();
        if (step.TryGetTransfer(out var transfer))
        {
            writer.WriteString(Kind, transfer.Kind.Value);
            Scalars.WriteAmount(writer, Amount, transfer.Amount);
            writer.WriteString(Currency, transfer.Currency.Value);
            writer.WritePropertyName(To);
            WriteDestination(writer, transfer.To);
        }
        else if (step.TryGetConversion(out var conversion))
        {
            writer.WriteString(Kind, conversion.Kind.Value);
            writer.WriteString(From, conversion.From.Value);
            writer.WriteString(To, conversion.To.Value);
            writer.WriteNumber(Rate, conversion.Rate);
        }
        else if (step.TryGetSequence(out var sequence))
        {
            writer.WriteString(Kind, sequence.Kind.Value);
            WriteSteps(writer, sequence.Steps);
        }
        else if (step.TryGetCondition(out var condition))
        {
            writer.WriteString(Kind, condition.Kind.Value);
            writer.WriteString(When, condition.When);
            writer.WritePropertyName(Then);
            WriteStep(writer, condition.Then);
            if (condition.Otherwise is { } otherwise)
            {
                writer.WritePropertyName(Otherwise);
                WriteStep(writer, otherwise);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteDestination(Utf8JsonWriter writer, Destination destination)
    {
        writer.WriteStartObject();
        if (destination.TryGetBankAccount(out var account))
        {
            writer.WriteString(Type, account.Type.Value);
            writer.WriteString(Number, account.Number);
            if (account.Ifsc is { } ifsc)
            {
                writer.WriteString(Ifsc, ifsc);
            }
        }
        else if (destination.TryGetWallet(out var wallet))
        {
            writer.WriteString(Type, wallet.Type.Value);
            writer.WriteString(Id, wallet.Id);
            if (wallet.Verified is { } verified)
            {
                writer.WriteBoolean(Verified, verified);
            }
        }

        writer.WriteEndObject();
    }

    private enum StepKind
    {
        Transfer,
        Conversion,
        Sequence,
        Condition,
    }
}
