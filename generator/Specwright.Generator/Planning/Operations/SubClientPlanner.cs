using System.Globalization;
using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Operations;

/// <summary>Decides whether operations are divided by tag, and what the sub-clients are called.</summary>
/// <remarks>
/// An operation goes to the sub-client of its first tag; one without a tag stays on the client. Tags whose words give one identifier
/// (<c>payments</c>, <c>Payments</c>) share a sub-client: to whoever wrote them they were one.
/// </remarks>
internal sealed class SubClientPlanner
{
    /// <summary>With more operations than this and at least two tags, they are divided unless the build says otherwise.</summary>
    public const int MostOperationsInOneClient = 60;

    // Members of the client class, and what it inherits.
    private static readonly string[] Reserved =
    [
        "Create", "OnCreated", "OnRequestReady", "OnResponseRead", "Telemetry",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    private readonly Dictionary<string, SubClientPlan> _subClients = new(StringComparer.Ordinal);

    public SubClientPlanner(EquatableArray<Operation> operations, EquatableArray<Tag> listed, ClientOptions options, ClientNames names, ICollection<Finding> findings)
    {
        var tags = TagsOf(operations, listed).GroupBy(tag => WantedNameOf(tag), StringComparer.Ordinal).ToList();
        var isDivided = options.SubClients switch
        {
            SubClientChoice.Always => tags.Count > 0,
            SubClientChoice.Never => false,
            _ => tags.Count > 1 && operations.Count > MostOperationsInOneClient,
        };
        if (!isDivided)
        {
            return;
        }

        Name(tags, names, MembersOfClient(operations, names), findings);
        if (options.SubClients == SubClientChoice.Auto)
        {
            findings.Add(new Finding
            {
                RuleId = Rules.DividedByTag.Id,
                Pointer = "#/paths",
                Arguments = EquatableArray.Of(Number(operations.Count), Number(tags.Count)),
            });
        }
    }

    /// <summary>Without their operations, in ordinal order of their properties. Empty: operations are not divided.</summary>
    public IReadOnlyList<SubClientPlan> SubClients => _subClients.Values
        .GroupBy(plan => plan.Property, StringComparer.Ordinal)
        .Select(plans => plans.First())
        .OrderBy(plan => plan.Property, StringComparer.Ordinal)
        .ToList();

    /// <summary>The property of the sub-client that an operation belongs to; null: the client itself.</summary>
    public string? PropertyOf(Operation operation)
        => TagOf(operation) is { } tag && _subClients.TryGetValue(tag, out var plan) ? plan.Property : null;

    /// <summary>The tag that decides where an operation goes: its first one.</summary>
    public static string? TagOf(Operation operation)
    {
        foreach (var tag in operation.Tags)
        {
            if (!string.IsNullOrWhiteSpace(tag))
            {
                return tag;
            }
        }

        return null;
    }

    /// <summary>Method identifiers of all operations, in order: unique in the client or sub-client that the operation belongs to.</summary>
    public IReadOnlyList<string> NameMethods(EquatableArray<Operation> operations, ICollection<Finding> findings)
    {
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in operations.GroupBy(PropertyOf).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var members = group.ToList();
            var named = group.Key is null ? OperationNamer.Name(members, findings) : OperationNamer.NameInSubClient(members, findings);
            for (var index = 0; index < members.Count; index++)
            {
                identifiers[members[index].Pointer] = named[index];
            }
        }

        return operations.Select(operation => identifiers[operation.Pointer]).ToList();
    }

    /// <summary>One for each tag that decides about an operation, as the description lists it or, where it doesn't, made up from its name.</summary>
    private static IEnumerable<Tag> TagsOf(EquatableArray<Operation> operations, EquatableArray<Tag> tags)
    {
        var listed = tags.ToDictionary(tag => tag.WireName, StringComparer.Ordinal);
        return operations
            .Select(TagOf)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => listed.TryGetValue(name, out var tag) ? tag : new Tag { Pointer = "#/tags", WireName = name });
    }

    private static string WantedNameOf(Tag tag) => tag.ChosenName is { Length: > 0 } chosen ? Identifiers.Chosen(chosen) : Identifiers.Pascal(tag.WireName);

    private static IEnumerable<string> MembersOfClient(EquatableArray<Operation> operations, ClientNames names)
    {
        var untagged = operations.Where(operation => TagOf(operation) is null).ToList();
        return OperationNamer.Name(untagged, new List<Finding>())
            .SelectMany((identifier, index) => OperationNamer.MembersOf(untagged[index], identifier))
            .Concat([names.Service, names.Class, names.Options, names.Json, names.Xml, names.Registration])
            .Concat(Reserved);
    }

    private void Name(List<IGrouping<string, Tag>> tags, ClientNames names, IEnumerable<string> membersOfClient, ICollection<Finding> findings)
    {
        var scope = new NameScope(ignoreCase: true, membersOfClient);
        var candidates = tags.Select(group => new NameCandidate(group.First().Pointer, group.First().WireName, group.Key, Key: group.Key)).ToList();
        var properties = scope.Add(candidates, "Client", findings);
        for (var index = 0; index < tags.Count; index++)
        {
            var plan = new SubClientPlan
            {
                Property = properties[index],
                Field = $"_{char.ToLowerInvariant(properties[index][0])}{properties[index].Substring(1)}Client",
                Interface = names.Interface is null ? null : $"I{names.Client}{properties[index]}Client",
                Class = $"{names.Client}{properties[index]}Client",
                Documentation = DocumentationOf(tags[index]),
            };
            foreach (var tag in tags[index])
            {
                _subClients[tag.WireName] = plan;
            }
        }
    }

    private static Documentation DocumentationOf(IEnumerable<Tag> tags)
    {
        var described = tags.FirstOrDefault(tag => tag.Summary is not null || tag.Description is not null);
        var summary = DocumentationText.LineOf(described?.Summary);
        var documentation = summary is null
            ? DocumentationText.Of(described?.Description)
            : new Documentation { Summary = summary, Remarks = CommonMark.ParagraphsOf(described!.Description).ToEquatableArray() };
        return documentation with
        {
            Remarks = documentation.Remarks.Concat(tags.Select(tag => $"Tag: {DocumentationText.LineOf(tag.WireName) ?? tag.WireName}")).ToEquatableArray(),
        };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
