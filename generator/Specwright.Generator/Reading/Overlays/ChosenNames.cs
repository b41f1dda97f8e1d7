using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Overlays;

/// <summary>Writes the names that the build chooses into the description's tree, as an overlay would.</summary>
internal static class ChosenNames
{
    public static void Apply(Node description, EquatableArray<ChosenName> names, ICollection<Finding> findings)
    {
        foreach (var name in names)
        {
            if (!TryApply(description, name))
            {
                findings.Add(new Finding { RuleId = Rules.OptionUnmatched.Id, Pointer = "#", Arguments = EquatableArray.Of("Names", name.Target) });
            }
        }
    }

    private static bool TryApply(Node description, ChosenName name)
    {
        if (!name.Target.StartsWith("#", StringComparison.Ordinal) && !name.Target.StartsWith("/", StringComparison.Ordinal))
        {
            var operations = OperationsOf(description).Where(operation => operation.TextOf("operationId") == name.Target).ToList();
            operations.ForEach(operation => Set(operation, "x-specwright-name", name.Name));
            return operations.Count > 0;
        }

        switch (JsonPointer.Walk(description, JsonPointer.Tokens(name.Target)))
        {
            case ObjectNode { Parent: ObjectNode { Name: "properties" } } property:
                Set(property, "x-specwright-property-name", name.Name);
                return true;
            case ObjectNode { Parent: not null } named:
                Set(named, "x-specwright-name", name.Name);
                return true;
            case ScalarNode { Parent: ArrayNode { Name: "enum", Parent: ObjectNode schema } } member:
                Set(MembersOf(schema), member.Text, name.Name);
                return true;
            default:
                return false;
        }
    }

    private static IEnumerable<ObjectNode> OperationsOf(Node description) => description is not ObjectNode root ? [] : new[] { "paths", "webhooks", "x-webhooks" }
        .SelectMany(root.MembersOf)
        .OfType<ObjectNode>()
        .SelectMany(path => path.Members.Concat(path.MembersOf("additionalOperations")))
        .OfType<ObjectNode>();

    private static ObjectNode MembersOf(ObjectNode schema)
    {
        const string Key = "x-specwright-enum-names";
        if (schema[Key] is not ObjectNode names)
        {
            names = new ObjectNode(schema.Origin, schema.Start, schema.Length);
            schema.Set(Key, names);
        }

        return names;
    }

    private static void Set(ObjectNode node, string key, string text) =>
        node.Set(key, new ScalarNode(node.Origin, node.Start, node.Length, ScalarKind.String, text));
}
