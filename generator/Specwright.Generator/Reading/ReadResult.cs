using Specwright.Model;

namespace Specwright.Reading;

/// <summary>What reading gives. <see cref="Description"/> is null when an error finding says why.</summary>
internal sealed record ReadResult
{
    public ApiDescription? Description { get; init; }

    public EquatableArray<Finding> Findings { get; init; }

    public required PositionTable Positions { get; init; }
}
