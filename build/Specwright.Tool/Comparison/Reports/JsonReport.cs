using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Reports;

/// <summary>JSON for programs; its members are described in <c>docs/diff.md</c>.</summary>
internal static class JsonReport
{
    public static string Write(ComparisonResult result, ChangeSeverity least)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("old", result.Old);
            writer.WriteString("new", result.New);
            WriteSeverity(writer, result.Severity);
            WriteCounts(writer, result.CountOf);
            writer.WriteStartArray("clients");
            foreach (var client in result.Clients)
            {
                WriteClient(writer, client, least);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteClient(Utf8JsonWriter writer, ComparedPair client, ChangeSeverity least)
    {
        writer.WriteStartObject();
        writer.WriteString("client", client.Client);
        writer.WriteString("spec", client.Spec);
        WriteSeverity(writer, client.Severity);
        WriteCounts(writer, severity => client.Changes.Count(change => change.Severity == severity));
        writer.WriteStartArray("changes");
        foreach (var change in client.Changes.Where(change => change.Severity >= least))
        {
            writer.WriteStartObject();
            writer.WriteString("rule", change.Rule.Id);
            WriteSeverity(writer, change.Severity);
            WriteTexts(writer, "seenIn", Words.Of(change.Rule.Reach));
            WriteTexts(writer, "breaks", Words.Of(change.Impact));
            writer.WriteString("member", change.Member);
            writer.WriteString("message", change.Sentence);
            WritePlace(writer, "old", change.Old);
            WritePlace(writer, "new", change.New);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSeverity(Utf8JsonWriter writer, ChangeSeverity? severity) => writer.WriteString("severity", severity is { } known ? Words.Of(known) : "none");

    private static void WriteCounts(Utf8JsonWriter writer, Func<ChangeSeverity, int> countOf)
    {
        writer.WriteStartObject("counts");
        foreach (var severity in Enum.GetValues<ChangeSeverity>().Reverse())
        {
            writer.WriteNumber(Words.Of(severity), countOf(severity));
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter writer, string name, Place? place)
    {
        if (place is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("path", place.Path);
        writer.WriteNumber("line", place.Line);
        writer.WriteString("pointer", place.Pointer);
        writer.WriteEndObject();
    }
}
