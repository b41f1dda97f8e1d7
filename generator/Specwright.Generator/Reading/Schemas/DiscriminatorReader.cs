using Specwright.Model;
using Specwright.Reading.References;
using Specwright.Reading.Text;

namespace Specwright.Reading.Schemas;

/// <summary>The values of a Discriminator Object, each with the branch that it stands for.</summary>
/// <remarks>
/// OpenAPI 3.2, Discriminator Object: a mapped value is the name of a schema or, where there is none, a URI; a schema that is not mapped is
/// meant by its own name. Inline branches have no name and take no part.
/// </remarks>
internal sealed class DiscriminatorReader(ReferenceResolver resolver)
{
    /// <summary>Bases of bases: nobody builds more.</summary>
    private const int MaxDepth = 32;

    public EquatableArray<DiscriminatorValue> Read(ObjectNode node, IReadOnlyList<Schema> branches)
    {
        if (node["discriminator"] is not ObjectNode discriminator || discriminator.TextOf("propertyName") is null)
        {
            return default;
        }

        var targets = branches.OfType<ReferenceSchema>().Select(branch => branch.Target).Distinct(StringComparer.Ordinal).ToList();
        var byName = targets.GroupBy(NameOf, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var declared = discriminator.MembersOf("mapping")
            .OfType<ScalarNode>()
            .Select(value => (WireValue: value.Name, Target: TargetOf(value, byName), IsDeclared: true));
        var implied = targets.Select(target => (WireValue: NameOf(target), Target: (string?)target, IsDeclared: false));
        return declared.Concat(implied)
            .Where(value => value.Target is not null)
            .GroupBy(value => value.WireValue, StringComparer.Ordinal)
            .Select(group => group.First())
            .Select(value => new DiscriminatorValue { WireValue = value.WireValue, Target = value.Target!, IsDeclared = value.IsDeclared })
            .ToEquatableArray();
    }

    /// <summary>
    /// The discriminator of a schema that lists no branches: the base of those that build on it by <c>allOf</c>. 2.0 writes the property's name alone.
    /// </summary>
    public static string? BasePropertyOf(ObjectNode node) => node["oneOf"] is not null || node["anyOf"] is not null ? null : node["discriminator"] switch
    {
        ScalarNode { Kind: ScalarKind.String } name => name.Text,
        ObjectNode discriminator => discriminator.TextOf("propertyName"),
        _ => null,
    };

    public Discriminator? ReadBase(ObjectNode node) => BasePropertyOf(node) is not { Length: > 0 } property ? null : new Discriminator
    {
        WireName = property,
        Values = Mapped(node)
            .Select(value => new DiscriminatorValue { WireValue = value.WireValue, Target = value.Target.Pointer, IsDeclared = true })
            .ToEquatableArray(),
    };

    /// <summary>For a base that does not declare it.</summary>
    public static Property PropertyOf(ObjectNode node, Discriminator discriminator) => new()
    {
        WireName = discriminator.WireName,
        Schema = new StringSchema { Pointer = node.Pointer + "/discriminator" },
    };

    /// <summary>What a mapping lists where no schema builds on this one: the branches of a union that is written in another way.</summary>
    public IReadOnlyList<Node> ListedBranches(ObjectNode node)
    {
        var targets = BasePropertyOf(node) is null || node["allOf"] is not null ? [] : Mapped(node).Select(value => value.Target).Distinct().ToList();
        return targets.Exists(target => BuildsOn(target, OwnerOf(node), MaxDepth)) ? [] : targets;
    }

    /// <summary>Whether a schema is, by <c>allOf</c>, one of the kinds that a base with a discriminator has.</summary>
    public bool BuildsOnBase(ObjectNode node, int depth = MaxDepth) => depth > 0 && node.ItemsOf("allOf").Any(part =>
        part is ObjectNode reference && TargetOf(reference) is ObjectNode target && (BasePropertyOf(target) is not null || BuildsOnBase(target, depth - 1)));

    private bool BuildsOn(Node candidate, Node ancestor, int depth) => ReferenceEquals(candidate, ancestor)
        || (depth > 0 && candidate is ObjectNode source && source.ItemsOf("allOf").OfType<ObjectNode>().Any(part => TargetOf(part) is { } target && BuildsOn(target, ancestor, depth - 1)));

    /// <summary>A part of <c>allOf</c> speaks for the schema that it is a part of.</summary>
    private static ObjectNode OwnerOf(ObjectNode node)
    {
        var owner = node;
        while (owner.Parent is ArrayNode { Name: "allOf", Parent: ObjectNode whole })
        {
            owner = whole;
        }

        return owner;
    }

    private Node? TargetOf(ObjectNode node) => ReferenceResolver.ReferenceOf(node) is { } reference ? resolver.Step(reference, node) : null;

    /// <summary>The mapping of a base; a value is the name of a schema beside it or, where there is none, a URI.</summary>
    private IEnumerable<(string WireValue, Node Target)> Mapped(ObjectNode node)
    {
        foreach (var value in (node["discriminator"] as ObjectNode)?.MembersOf("mapping").OfType<ScalarNode>() ?? [])
        {
            if (((OwnerOf(node).Parent as ObjectNode)?[value.Text] ?? resolver.Step(value.Text, value)) is { } target)
            {
                yield return (value.Name, target);
            }
        }
    }

    private string? TargetOf(ScalarNode mapped, Dictionary<string, string> targetsByName)
        => targetsByName.TryGetValue(mapped.Text, out var target) ? target : resolver.Step(mapped.Text, mapped)?.Pointer;

    /// <summary>The name of a schema: the last step of its pointer, or the file's name where the whole file is one.</summary>
    private static string NameOf(string pointer)
    {
        var name = pointer.TrimEnd('#', '/');
        name = name.Substring(name.LastIndexOf('/') + 1);
        var dot = pointer.EndsWith("#", StringComparison.Ordinal) ? name.IndexOf('.') : -1;
        return JsonPointer.Unescape(dot > 0 ? name.Substring(0, dot) : name);
    }
}
