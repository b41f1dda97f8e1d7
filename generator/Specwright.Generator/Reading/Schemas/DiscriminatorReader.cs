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
