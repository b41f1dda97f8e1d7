using System.Globalization;
using System.Numerics;
using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Schemas;

/// <summary>Values of <c>enum</c> or <c>const</c> with the names and texts that extensions give them.</summary>
internal sealed class EnumMemberReader(ICollection<Finding> findings)
{
    /// <summary>Nobody picks from more, and a million constants would keep the compiler busy for minutes.</summary>
    private const int MaxMembers = 10_000;

    /// <summary>The values that are not null, in order; empty without an enumeration.</summary>
    public static IReadOnlyList<Node> Values(ObjectNode node)
    {
        var values = ValuesAndNulls(node);
        return values.Count == 0 ? values : [.. values.Where(value => !value.IsNull())];
    }

    private static IReadOnlyList<Node> ValuesAndNulls(ObjectNode node) => node["const"] is { } constant ? [constant] : node.ItemsOf("enum");

    /// <summary>
    /// Whether a type other than string stands beside values that are all text and nothing of that type: frameworks that derive the type from a database column
    /// and the values from its choices write so, and what comes over the wire are the values.
    /// </summary>
    public static bool IsTextOnly(ObjectNode node, string type) =>
        node["type"] is ScalarNode
        && Values(node) is { Count: > 0 } values
        && values.All(value => value is ScalarNode { Kind: ScalarKind.String } text && type switch
        {
            "integer" or "number" => !decimal.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && IntegerDigits(text.Text) is null,
            "boolean" => text.Text is not ("true" or "false"),
            "object" => node["properties"] is null && node["additionalProperties"] is null,
            _ => false,
        });

    /// <summary>Every value as text: a publisher who writes <c>enum: [1, 2, yes]</c> under <c>type: string</c> means strings.</summary>
    public EquatableArray<EnumMember> ReadStrings(ObjectNode node)
    {
        if (Values(node).OfType<ScalarNode>().FirstOrDefault(value => value.Kind != ScalarKind.String) is { } first)
        {
            findings.Add(Problem.Broken(first, $"The value {first.Text} of this string enumeration is no string; it was taken as the text '{first.Text}', and others like it too"));
        }

        return Read(node, value => value.Text);
    }

    public EquatableArray<EnumMember> ReadIntegers(ObjectNode node) => Read(node, value =>
    {
        var digits = IntegerDigits(value.Text);
        if (digits is null)
        {
            findings.Add(Problem.Broken(value, $"The value '{value.Text}' of this integer enumeration is no integer; it was left out"));
        }
        else if (value.Kind != ScalarKind.Number)
        {
            findings.Add(Problem.Broken(value, $"The value '{value.Text}' of this integer enumeration is text; it was taken as a number"));
        }

        return digits;
    });

    /// <summary>Invariant digits of a whole number, however it is written (<c>1.0</c>, <c>1e3</c>); null for anything else.</summary>
    public static string? IntegerDigits(string text)
    {
        if (BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return integer.ToString(CultureInfo.InvariantCulture);
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.Truncate(number) == number
            ? new BigInteger(number).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private EquatableArray<EnumMember> Read(ObjectNode node, Func<ScalarNode, string?> wireValueOf)
    {
        var values = ValuesAndNulls(node);
        if (values.Count == 0)
        {
            return default;
        }

        if (values.Count > MaxMembers)
        {
            findings.Add(Problem.Broken(values[MaxMembers], $"An enumeration of more than {MaxMembers.ToString("N0", CultureInfo.InvariantCulture)} values is read as if it named none: any value of its type is taken"));
            return default;
        }

        var names = node["x-enum-varnames"] ?? node["x-enumNames"];
        var ownNames = node["x-specwright-enum-names"] as ObjectNode;
        var descriptions = node["x-enum-descriptions"] ?? node["x-enumDescriptions"];
        var members = new List<EnumMember>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index].IsNull())
            {
                continue;
            }

            if (values[index] is not ScalarNode value)
            {
                findings.Add(Problem.Broken(values[index], "An object or a list cannot be a value of this enumeration; it was left out"));
                continue;
            }

            if (wireValueOf(value) is { } wireValue && seen.Add(wireValue))
            {
                members.Add(new EnumMember
                {
                    WireValue = wireValue,
                    ChosenName = ownNames?.TextOf(wireValue) ?? TextAt(names, index, wireValue),
                    Description = TextAt(descriptions, index, wireValue) ?? (node["const"] is null ? null : node.TextOf("description") ?? node.TextOf("title")),
                });
            }
        }

        return members.ToEquatableArray();
    }

    /// <summary>The extensions come as a list beside the values or as a map by value.</summary>
    private static string? TextAt(Node? texts, int index, string wireValue) => texts switch
    {
        ArrayNode list when index < list.Items.Count => (list.Items[index] as ScalarNode)?.Text,
        ObjectNode map => map.TextOf(wireValue),
        _ => null,
    };
}
