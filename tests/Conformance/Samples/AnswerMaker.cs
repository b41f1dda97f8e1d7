using System.Text;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Specwright.Conformance;

/// <summary>Makes answers from the schemas of responses, as this method asks for them.</summary>
internal sealed class AnswerMaker(IndependentOperation operation, ClientMethod method, ValidSamples samples)
{
    private const string FreeText = "text \"é\" ☃";

    /// <summary>An answer that is a success; null where no value could be made.</summary>
    public SentAnswer? Success(IndependentResponse? response, bool isFull, int variation)
    {
        var status = response?.Status switch
        {
            null or "default" => 200,
            var range when range.EndsWith("XX", StringComparison.Ordinal) => 201,
            var exact => int.TryParse(exact, out var number) ? number : 200,
        };
        if (response is null || response.Contents.Count == 0 || status is 204 or 205 || operation.Method == "HEAD")
        {
            return new(status, null, null, []);
        }

        if (method.GivesItems && response.Contents.FirstOrDefault(candidate => MediaTypes.IsSequence(candidate.MediaType)) is { } sequence)
        {
            return Items(sequence, status, isFull, variation);
        }

        // The body of a redirect is a note for people.
        return status is >= 300 and < 400 ? new(status, null, null, []) : Whole(response, status, isFull, variation);
    }

    /// <summary>A declared error with a JSON body.</summary>
    public SentAnswer? Error(DeclaredError error, int variation) => Whole(error.Response, error.Status, isFull: true, variation);

    private SentAnswer? Whole(IndependentResponse response, int status, bool isFull, int variation)
    {
        // What the client asks for: plain JSON before its relatives, and a body that it has a type for before others.
        var content = response.Contents.FirstOrDefault(candidate => MediaTypes.Bare(candidate.MediaType) is "application/json")
            ?? response.Contents.FirstOrDefault(MediaTypes.IsWholeJson)
            ?? response.Contents.FirstOrDefault(candidate => method.GivesTypedBody && MediaTypes.IsXml(candidate.MediaType) && candidate.Schema is not null)
            ?? response.Contents[0];
        var mediaType = content.MediaType switch
        {
            "*/*" or "application/*" => "application/json",
            var range when range.EndsWith("/*", StringComparison.Ordinal) => range[..^1] + "plain",
            var exact => exact,
        };
        if (content.Schema is null)
        {
            var any = MediaTypes.IsJson(mediaType) ? new JObject { ["key"] = "text" } : null;
            return new(status, mediaType, any, Encoding.UTF8.GetBytes(any is null ? "text" : TypedValues.TextOf(any)));
        }

        if (MediaTypes.IsXml(mediaType) && method.GivesTypedBody)
        {
            return Xml(content.Schema, mediaType, status, isFull, variation);
        }

        if (!MediaTypes.IsJson(mediaType))
        {
            var text = MediaTypes.IsXml(mediaType) ? "<text>é</text>" : "plain text é";
            return new(status, mediaType, null, Encoding.UTF8.GetBytes(text));
        }

        var sample = Sample(content.Schema, response, isFull, variation);
        return sample is null ? null : new(status, mediaType, sample, Encoding.UTF8.GetBytes(TypedValues.TextOf(sample)));
    }

    /// <summary>XML has no null and no empty list, and text without characters XML cannot hold.</summary>
    private SentAnswer? Xml(JsonSchema schema, string mediaType, int status, bool isFull, int variation)
    {
        var sample = samples.Make(schema, new SampleOptions { IsRequest = false, IsFull = isFull, Variation = variation, FreeText = "text <é> & ☃" }, "answer in XML");
        return sample is null ? null
            : XmlTree.Of(sample, schema) is { } tree ? new(status, mediaType, XmlTree.WithoutNothing(sample), Encoding.UTF8.GetBytes(tree.ToString()))
            : samples.Refuse("answer in XML: the schema does not say how it stands in XML");
    }

    private JToken? Sample(JsonSchema schema, IndependentResponse response, bool isFull, int variation)
        => samples.Make(schema, new SampleOptions { IsRequest = false, IsFull = isFull, Variation = variation, FreeText = FreeText, UsesNull = true }, $"answer {response.Status}");

    /// <summary>Two items, as events or as lines.</summary>
    private SentAnswer? Items(IndependentContent content, int status, bool isFull, int variation)
    {
        var isEvents = MediaTypes.Bare(content.MediaType) == "text/event-stream";
        var items = new JArray();
        for (var index = 0; index < 2; index++)
        {
            var schema = content.Schema?.ActualSchema;
            var item = schema is null ? new JValue("text " + index) : samples.Make(!isEvents && schema.Item is { } element ? element : schema, new SampleOptions { IsRequest = false, IsFull = isFull, Variation = variation + index }, "item");
            if (item is null)
            {
                return null;
            }

            items.Add(item);
        }

        var texts = items.Select(item => isEvents && item is JValue { Value: string text } ? text : TypedValues.TextOf(item));
        return new(status, content.MediaType, items, Encoding.UTF8.GetBytes(string.Concat(texts.Select(text => isEvents ? $"data: {text}\n\n" : MediaTypes.Bare(content.MediaType).Contains("seq", StringComparison.Ordinal) ? $"\u001e{text}\n" : text + "\n"))));
    }
}
