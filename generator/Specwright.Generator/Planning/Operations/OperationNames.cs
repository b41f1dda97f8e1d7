using Specwright.Model;
using Specwright.Planning.Reuse;

namespace Specwright.Planning.Operations;

/// <summary>All that <see cref="OperationNames"/> depend on, beside the options.</summary>
internal sealed record OperationNamesParts(EquatableArray<Operation> Operations, EquatableArray<Tag> Tags);

/// <summary>How the operations of a client are divided and what they are called.</summary>
internal sealed class OperationNames
{
    private readonly HashSet<(string?, string)> _taken = [];
    private readonly Dictionary<string, string> _linked = new(StringComparer.Ordinal);

    private OperationNames(OperationNamesParts parts, ClientOptions options, ClientNames names)
    {
        var findings = new List<Finding>();
        Division = new SubClientPlanner(parts.Operations, parts.Tags, options, names, findings);
        Methods = Division.NameMethods(parts.Operations, findings);

        // Types live in one namespace whatever the division: they are named by identifiers that all operations share out among themselves.
        Identifiers = Division.SubClients.Count == 0 ? Methods : OperationNamer.Name(parts.Operations, new List<Finding>());
        TypeIdentifiers = parts.Operations.SelectMany((operation, index) => OperationNamer.TypesOf(operation, Identifiers[index])).ToList();
        Findings = findings.ToEquatableArray();
        for (var index = 0; index < Methods.Count; index++)
        {
            var operation = parts.Operations[index];
            var property = Division.PropertyOf(operation);
            var method = (property is null ? "" : property + ".") + Methods[index] + "Async";
            _taken.Add((property, Methods[index]));
            _linked[operation.Pointer] = method;
            if (operation.OperationId is { } id && !_linked.ContainsKey(id))
            {
                _linked[id] = method;
            }
        }
    }

    public SubClientPlanner Division { get; }

    /// <summary>In the order of the operations; unique in the client or sub-client.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>The same, unique among all.</summary>
    public IReadOnlyList<string> Identifiers { get; }

    /// <summary>Of the types that belong to operations alone.</summary>
    public IReadOnlyList<string> TypeIdentifiers { get; }

    public EquatableArray<Finding> Findings { get; }

    public static OperationNames Of(ApiDescription description, ClientOptions options, ClientNames names, Remembered<OperationNamesParts, OperationNames> memory)
        => memory.Of("", new OperationNamesParts(description.Operations, description.Tags), parts => new OperationNames(parts, options, names));

    /// <summary>Whether an operation beside this one has a name.</summary>
    public bool IsTaken(Operation operation, string name) => _taken.Contains((Division.PropertyOf(operation), name));

    /// <summary>The method that a link leads to, <c>Payments.GetAsync</c>; null: nothing that we know.</summary>
    /// <param name="target">The operation's id or a pointer to it.</param>
    public string? MethodOf(string target)
        // A reference by pointer is a URI fragment: its braces may be percent-encoded.
        => _linked.TryGetValue(target, out var method) || _linked.TryGetValue(Uri.UnescapeDataString(target), out method) ? method : null;
}
