using Specwright.Planning;

namespace Specwright.Emission;

/// <summary>Writes the file of one data type.</summary>
internal static class TypeFileEmitter
{
    public static GeneratedFile Emit(TypeFilePlan plan) => plan.Type switch
    {
        RecordPlan record => RecordEmitter.Emit(plan, record),
        StringEnumPlan type => EnumEmitter.Emit(plan, type),
        IntegerEnumPlan type => EnumEmitter.Emit(plan, type),
        ClosedEnumPlan type => ClosedEnumEmitter.Emit(plan, type),
        UnionPlan union => UnionEmitter.Emit(plan, union),
        _ => throw new InvalidOperationException($"No emitter for {plan.Type.GetType().Name}"),
    };
}
