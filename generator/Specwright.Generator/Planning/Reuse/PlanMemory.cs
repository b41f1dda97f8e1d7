using Specwright.Planning.Operations;
using Specwright.Planning.Types;

namespace Specwright.Planning.Reuse;

/// <summary>What planning one version of a description leaves for planning the next one with the same options.</summary>
/// <remarks>
/// Names, references and whatever else depends on the whole description are settled anew each time, in the same order and by the same code; remembered is only what is made of their answers. So the plan is
/// the one that would be made without memory.
/// </remarks>
internal sealed class PlanMemory(PlanMemory? earlier = null)
{
    public Remembered<RecordParts, MadeRecord> Records { get; } = new(earlier?.Records);

    public Remembered<EnumParts, Made<TypePlan>> Enums { get; } = new(earlier?.Enums);

    public Remembered<UnionParts, Made<UnionPlan>> Unions { get; } = new(earlier?.Unions);

    public Remembered<OperationNamesParts, OperationNames> OperationNames { get; } = new(earlier?.OperationNames);

    public RememberedOperations Operations { get; } = new(earlier?.Operations);

    /// <summary>When all is planned: lets go of the earlier one.</summary>
    public void Complete()
    {
        Records.Complete();
        Enums.Complete();
        Unions.Complete();
        OperationNames.Complete();
        Operations.Complete();
    }
}
