using System.Text.Json;
using Specwright.Benchmarks.Generated;

namespace Specwright.Benchmarks.Json.ByHand;

internal static class RemarkListByHand
{
    private static readonly JsonEncodedText Remarks = JsonEncodedText.Encode("remarks");
    private static readonly JsonEncodedText Author = JsonEncodedText.Encode("author");
    private static readonly JsonEncodedText Subject = JsonEncodedText.Encode("subject");
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Labels = JsonEncodedText.Encode("labels");

    public static RemarkList Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Scalars.BeginObject(ref reader);
        List<Remark>? remarks = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("remarks"u8))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.StartArray)
                {
                    throw new JsonException("expected an array");
                }

                remarks = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    remarks.Add(ReadRemark(ref reader));
                }
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(remarks is not null, "remarks");
        reader.Read();
        return new RemarkList { Remarks = remarks! };
    }

    public static void Write(Utf8JsonWriter writer, RemarkList value)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(Remarks);
        for (var index = 0; index < value.Remarks.Count; index++)
        {
            WriteRemark(writer, value.Remarks[index]);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static Remark ReadRemark(ref Utf8JsonReader reader)
    {
        Scalars.BeginObject(ref reader);
        string? author = null, subject = null, text = null;
        List<string>? labels = null;
        while (Scalars.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("author"u8))
            {
                author = Scalars.Text(ref reader);
            }
            else if (reader.ValueTextEquals("subject"u8))
            {
                subject = Scalars.OptionalText(ref reader);
            }
            else if (reader.ValueTextEquals("text"u8))
            {
                text = Scalars.Text(ref reader);
            }
            else if (reader.ValueTextEquals("labels"u8))
            {
                reader.Read();
                labels = reader.TokenType == JsonTokenType.Null ? null : ReadLabels(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        Scalars.Require(author is not null, "author");
        Scalars.Require(text is not null, "text");
        return new Remark { Author = author!, Subject = subject, Text = text!, Labels = labels };
    }

    private static List<string> ReadLabels(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("expected an array");
        }

        var labels = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            labels.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("expected a string"));
        }

        return labels;
    }

    private static void WriteRemark(Utf8JsonWriter writer, Remark value)
    {
        writer.WriteStartObject();
        writer.WriteString(Author, value.Author);
        if (value.Subject is { } subject)
        {
            writer.WriteString(Subject, subject);
        }

        writer.WriteString(Text, value.Text);
        if (value.Labels is { } labels)
        {
            writer.WriteStartArray(Labels);
            for (var index = 0; index < labels.Count; index++)
            {
                writer.WriteStringValue(labels[index]);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
