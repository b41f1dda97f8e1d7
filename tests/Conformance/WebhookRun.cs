using System.Text;
using Newtonsoft.Json.Linq;

namespace Specwright.Conformance;

/// <summary>Reads one request of the server: with what is required and with everything, from bytes and from a stream.</summary>
internal sealed class WebhookRun(IndependentDocument document, GeneratedClient client, IndependentWebhook webhook)
{
    private const int Variations = 3;

    private readonly TypedValues _values = new(client);
    private readonly List<Failure> _failures = [];

    /// <summary>As operations are called in tables.</summary>
    public string Name => webhook.Pointer;

    /// <summary>Whether the request has a body that a reader is demanded for: JSON.</summary>
    public bool IsReadable => JsonOf(webhook) is not null;

    public async Task<IReadOnlyList<Failure>> RunAsync()
    {
        if (client.ReaderOf(webhook.Pointer) is not { } reader)
        {
            return [new(FailureKind.NotGenerated, "the client has no reader for it")];
        }

        var samples = new ValidSamples(document, _failures);
        for (var variation = -1; variation < Variations; variation++)
        {
            // The sender is the server: members that only it may set are there.
            var wish = new SampleOptions { IsRequest = false, IsFull = variation >= 0, Variation = Math.Max(variation, 0), FreeText = "text \"é\" ☃", UsesNull = true };
            var sample = JsonOf(webhook)!.Schema is { } schema ? samples.Make(schema, wish, "webhook") : new JObject { ["key"] = "text" };
            if (sample is not null)
            {
                await CheckAsync(reader, sample).ConfigureAwait(false);
            }
        }

        return _failures;
    }

    private static IndependentContent? JsonOf(IndependentWebhook webhook) => webhook.Body?.Contents.FirstOrDefault(MediaTypes.IsWholeJson);

    private async Task CheckAsync(ClientReader reader, JToken sample)
    {
        var bytes = Encoding.UTF8.GetBytes(TypedValues.TextOf(sample));
        try
        {
            var difference = JsonEquality.Difference(sample, _values.ToJson(reader.Read(bytes)))
                ?? JsonEquality.Difference(sample, _values.ToJson(await reader.ReadAsync(bytes).ConfigureAwait(false)));
            if (difference is not null)
            {
                _failures.Add(new(FailureKind.Webhook, difference));
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _failures.Add(new(FailureKind.Webhook, $"{exception.GetType().Name}: {exception.Message}"));
        }
    }
}
