using System.Text.RegularExpressions;
using Specwright.Reading.Text;

namespace Specwright.Tool.New;

/// <summary>Finds members whose names speak of money and whose types lose some of it: text without a format, and binary floating point.</summary>
internal static partial class MoneyMembers
{
    private static readonly HashSet<string> Amounts = new(StringComparer.OrdinalIgnoreCase)
    {
        "amount", "amounts", "amt", "balance", "total", "subtotal", "price", "fee", "fees", "tax", "cost",
    };

    private static readonly HashSet<string> OtherThings = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "ids", "code", "currency", "type", "status", "date", "time", "at", "by", "on", "count", "name", "unit", "units", "number", "ref", "reference", "key", "url", "text", "description",
        "label", "mode", "reason", "format", "pages", "items", "results",
    };

    // Below these stand values, not schemas.
    private static readonly HashSet<string> ValueMembers = new(StringComparer.Ordinal) { "example", "examples", "default", "enum", "const" };

    /// <summary>Schemas of such members, in the order of the description.</summary>
    public static IReadOnlyList<ObjectNode> Of(Node root)
    {
        var found = new List<ObjectNode>();
        var open = new Stack<(Node Node, bool AreMembers)>([(root, false)]);
        while (open.TryPop(out var next))
        {
            if (next.AreMembers && next.Node.Parent is ObjectNode { Name: "properties" } && next.Node is ObjectNode schema && IsMoney(schema))
            {
                found.Add(schema);
            }

            if (next.Node is ContainerNode container)
            {
                // Members of 'properties' may have any name, 'example' too.
                var areMembers = container is ObjectNode { Name: "properties", Parent: ObjectNode } && !next.AreMembers;
                foreach (var child in container.Children.Reverse().Where(child => areMembers || !IsValue(child)))
                {
                    open.Push((child, areMembers));
                }
            }
        }

        return found;
    }

    public static bool IsText(ObjectNode schema) => Types(schema).Contains("string");

    private static bool IsValue(Node node) => ValueMembers.Contains(node.Name) || node.Name.StartsWith("x-", StringComparison.Ordinal);

    private static bool IsMoney(ObjectNode schema)
    {
        var words = Word().Matches(schema.Name).Select(match => match.Value).ToList();
        return words.Exists(Amounts.Contains)
            && !words.Exists(OtherThings.Contains)
            && schema["enum"] is null
            && (IsText(schema) ? schema["format"] is null : Types(schema).Contains("number") && schema.TextOf("format") is "double" or "float");
    }

    private static IEnumerable<string> Types(ObjectNode schema) => schema.TextOf("type") is { } type ? [type] : schema.TextsOf("type");

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();
}
