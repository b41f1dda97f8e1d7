using Specwright.Inputs;
using Specwright.Model;
using Specwright.Planning;
using Specwright.Reading;

namespace Specwright.Tool.Comparison;

/// <summary>One side of a comparison: what the description says, what its client is, and where that stands.</summary>
internal sealed class ComparedClient
{
    private readonly PositionTable _positions;
    private readonly Dictionary<string, Operation> _operations;
    private readonly Func<string, string> _displayPath;

    /// <param name="input">The description with its overlays, other files and options; without errors.</param>
    /// <param name="displayPath">From the path of a source file to what a reader calls it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ToolException">No client can be generated from it.</exception>
    public ComparedClient(SpecInput input, Func<string, string> displayPath, CancellationToken cancellationToken)
    {
        var result = ReadingCache.Read(input, cancellationToken);
        Description = result.Description ?? throw new ToolException($"no client can be generated from {displayPath(input.Source.Description.Path)}; 'specwright lint' says why");
        Plan = PlanCache.Plan(Description, input.Options).Plan;
        Schemas = new SchemaPlaces(Description);
        Uses = new TypeUses(Plan);
        _positions = result.Positions;
        _operations = Description.Operations.ToDictionary(operation => operation.Pointer, StringComparer.Ordinal);
        _displayPath = displayPath;
        DescriptionPath = input.Source.Description.Path;
    }

    public ApiDescription Description { get; }

    public ApiPlan Plan { get; }

    public SchemaPlaces Schemas { get; }

    public TypeUses Uses { get; }

    private string DescriptionPath { get; }

    /// <summary>What the description says of a planned operation.</summary>
    public Operation? OperationOf(OperationPlan plan) => _operations.GetValueOrDefault(plan.SourcePointer);

    public Place? PlaceOf(string? pointer)
    {
        if (pointer is null)
        {
            return null;
        }

        // Overlays put things into the description: the position then names their file.
        var position = _positions.Find(pointer);
        return new Place(pointer, _displayPath(position?.Path is { Length: > 0 } path ? path : DescriptionPath), (position?.Line ?? 0) + 1);
    }
}
