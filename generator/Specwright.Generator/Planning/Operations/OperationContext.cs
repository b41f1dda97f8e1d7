using Specwright.Model;
using Specwright.Planning.Types;

namespace Specwright.Planning.Operations;

/// <summary>What planning one operation needs of its surroundings.</summary>
internal sealed class OperationContext(Operation operation, string identifier, string method, SchemaTypes types, ParameterShapes shapes, ICollection<Finding> findings)
{
    public Operation Operation { get; } = operation;

    /// <summary>Unique among all operations of the description. Names of types that belong to the operation begin with it.</summary>
    public string Identifier { get; } = identifier;

    /// <summary>Unique in the client or sub-client. Names of the operation's members begin with it.</summary>
    public string MethodIdentifier { get; } = method;

    public string OperationId { get; } = OperationNamer.IdOf(operation);

    /// <summary>The path as it is sent.</summary>
    public string PathTemplate { get; } = Operations.PathTemplate.OfRequest(operation);

    public SchemaTypes Types { get; } = types;

    public ParameterShapes Shapes { get; } = shapes;

    public void Report(Diagnostics.Rule rule, string pointer, params string[] arguments) => findings.Add(new Finding
    {
        RuleId = rule.Id,
        Pointer = pointer,
        Arguments = arguments.ToEquatableArray(),
    });

    public ICollection<Finding> Findings => findings;

    /// <summary>The same for the method that prefers a sequence.</summary>
    public OperationContext ForSequence() => new(Operation, OperationNamer.SequenceOf(Identifier), OperationNamer.SequenceOf(MethodIdentifier), Types, Shapes, findings);
}
