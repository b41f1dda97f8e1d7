using Newtonsoft.Json.Linq;

namespace Specwright.Conformance;

/// <summary>A request that the server sends: an operation of a webhook or callback.</summary>
/// <param name="Pointer">Where the operation stands, after references.</param>
/// <param name="Operation">As written.</param>
internal sealed record SentRequest(string Pointer, JObject Operation)
{
    /// <summary>No description has a path that begins so.</summary>
    public const string PathPrefix = "/x-conformance-webhook/";

    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    /// <summary>All of a document, each once.</summary>
    public static IEnumerable<SentRequest> Of(JObject root)
    {
        var webhooks = new[] { "webhooks", "x-webhooks" }.SelectMany(key => Members(new("#/" + key, root[key])));
        var callbacks = Members(new("#/paths", root["paths"]))
            .SelectMany(path => Members(Resolve(root, path)))
            .Where(operation => Methods.Contains(operation.Name))
            .SelectMany(operation => Members(new(operation.Pointer + "/callbacks", (operation.Value as JObject)?["callbacks"])))
            .SelectMany(callback => Members(Resolve(root, callback)).Where(expression => expression.Name != "$ref" && !expression.Name.StartsWith("x-", StringComparison.Ordinal)));
        return webhooks.Concat(callbacks)
            .Select(item => Resolve(root, item))
            .SelectMany(item => Members(item).Where(member => Methods.Contains(member.Name)))
            .Where(operation => operation.Value is JObject)
            .DistinctBy(operation => operation.Pointer, StringComparer.Ordinal)
            .Select(operation => new SentRequest(operation.Pointer, (JObject)operation.Value!));
    }

    private static IEnumerable<Place> Members(Place place)
        => (place.Value as JObject ?? []).Properties().Select(member => new Place($"{place.Pointer}/{Escape(member.Name)}", member.Value));

    private static Place Resolve(JObject root, Place place)
    {
        for (var steps = 0; steps < 32 && place.Value is JObject map && map["$ref"] is JValue { Value: string reference } && reference.StartsWith("#/", StringComparison.Ordinal); steps++)
        {
            var target = Uri.UnescapeDataString(reference);
            JToken? value = root;
            foreach (var token in target[2..].Split('/'))
            {
                value = (value as JObject)?[token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
            }

            place = new Place(target, value);
        }

        return place;
    }

    private static string Escape(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private sealed record Place(string Pointer, JToken? Value)
    {
        public string Name => Pointer[(Pointer.LastIndexOf('/') + 1)..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }
}
