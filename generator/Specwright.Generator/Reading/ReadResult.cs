using Specwright.Model;

namespace Specwright.Reading;

/// <summary>What reading gives. <see cref="Description"/> is null when an error finding says why.</summary>
internal sealed record ReadResult
{
    public ApiDescription? Description { get; init; }

    /// <summary>All errors, and the warnings that were asked for (<see cref="DescriptionReader.ReadUnchecked(DescriptionSource, CancellationToken)"/>).</summary>
    public EquatableArray<Finding> Findings { get; init; }

    public required PositionTable Positions { get; init; }
}
