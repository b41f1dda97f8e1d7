using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>What each item of a sequence is: <c>itemSchema</c> (OpenAPI 3.2), and for server-sent events the data inside the schema of an event.</summary>
/// <remarks>
/// OpenAPI 3.2 ("Server-Sent Event Streams") describes the event as an object of <c>event</c>, <c>data</c>, <c>id</c> and <c>retry</c>, with JSON data under <c>contentSchema</c> or by
/// <c>oneOf</c> for each type of event. Descriptions of earlier versions do the same under <c>schema</c>, if they do not mean the data at once.
/// </remarks>
internal sealed class ItemSchemaReader(DescriptionContext context)
{
    private const string EndOfEvents = "[DONE]";
    private const int MaxDepth = 8;

    private static readonly HashSet<string> EventMembers = new(StringComparer.Ordinal) { "data", "event", "id", "retry", "comment" };

    /// <returns>Null: the description does not say, or <c>schema</c> does.</returns>
    public Schema? Read(string mediaTypeName, ObjectNode mediaType)
    {
        var item = mediaType["itemSchema"];
        if ((item ?? mediaType["schema"]) is not { } node)
        {
            return null;
        }

        if (mediaTypeName.Trim().StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase))
        {
            var data = new List<Node>();
            if (CollectData(node, needsType: item is null, MaxDepth, data) && data.Count > 0)
            {
                return data.Count == 1 ? context.Schemas.Read(data[0]) : new UnionSchema
                {
                    // Nobody refers to the union itself: it stands for the events, whose own schema is not needed any more.
                    Pointer = node.Pointer,
                    Branches = data.Select(context.Schemas.Read).ToEquatableArray(),
                };
            }
        }

        return item is null ? null : context.Schemas.Read(item);
    }

    /// <param name="node">The schema of an event, or several of them.</param>
    /// <param name="needsType">Whether an object without <c>event</c> is data itself.</param>
    /// <param name="depth">Ends cycles.</param>
    /// <param name="data">Gets the schemas of the data, none twice.</param>
    /// <returns>False: something there is no event.</returns>
    private bool CollectData(Node node, bool needsType, int depth, List<Node> data)
    {
        if (depth == 0 || context.Resolver.Resolve(node) is not ObjectNode schema)
        {
            return false;
        }

        var branches = (schema["oneOf"] as ArrayNode ?? schema["anyOf"] as ArrayNode)?.Items ?? [];
        if (branches.Count > 0)
        {
            return branches.All(branch => CollectData(branch, needsType, depth - 1, data));
        }

        var members = schema.MembersOf("properties");
        if (members.Count == 0 || members.Any(member => !EventMembers.Contains(member.Name)) || (needsType && members.All(member => member.Name != "event")))
        {
            return false;
        }

        if (members.FirstOrDefault(member => member.Name == "data") is not { } found)
        {
            return false;
        }

        var content = context.Resolver.Resolve(found) is ObjectNode text && text["contentSchema"] is { } inside ? inside : found;
        if (!IsEnd(content) && data.All(other => PlaceOf(other) != PlaceOf(content)))
        {
            data.Add(content);
        }

        return true;
    }

    private string PlaceOf(Node node) => (context.Resolver.Resolve(node) ?? node).Pointer;

    /// <summary>The word that ends the events is no data.</summary>
    private bool IsEnd(Node node) => context.Resolver.Resolve(node) is ObjectNode schema
        && (schema.TextOf("const") == EndOfEvents || (schema["enum"] is ArrayNode { Items.Count: 1 } && schema.TextsOf("enum").Contains(EndOfEvents)));
}
