using Specwright.Model;
using Specwright.Reading.References;
using Specwright.Reading.Schemas;
using Specwright.Reading.Text;

namespace Specwright.Reading;

/// <summary>What the readers of one description share.</summary>
internal sealed class DescriptionContext
{
    public required ObjectNode Root { get; init; }

    public required ReferenceResolver Resolver { get; init; }

    public required SchemaReader Schemas { get; init; }

    public required ICollection<Finding> Findings { get; init; }

    public required CancellationToken CancellationToken { get; init; }

    /// <summary>OpenAPI 2.0, whose bodies, forms and servers are written differently.</summary>
    public bool IsVersion2 => Root["swagger"] is not null;

    /// <summary>The object behind a node, references followed; null, with a finding, when there is none.</summary>
    /// <param name="node">An object or a reference to one.</param>
    /// <param name="what">What is left out then, for the finding: <c>parameter</c>.</param>
    public ObjectNode? Resolve(Node node, string what)
    {
        if (ReferenceResolver.MemberOf(node) is { } reference && Resolver.Resolve(node) is not ObjectNode)
        {
            Findings.Add(Problem.Broken(reference, $"The reference '{reference.Text}' leads to no {what}; the {what} is left out"));
            return null;
        }

        if (Resolver.Resolve(node) is ObjectNode found)
        {
            return found;
        }

        if (!node.IsNull())
        {
            Findings.Add(Problem.Broken(node, $"This {what} is no object; it is left out"));
        }

        return null;
    }
}
