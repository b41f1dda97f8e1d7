using Specwright.Planning;

namespace Specwright.Emission;

/// <summary>Writes the file of data types.</summary>
internal static class TypeFileEmitter
{
    public static GeneratedFile Emit(TypeFilePlan plan)
    {
        var body = new SourceWriter();
        var speller = new TypeSpeller(plan.File);
        foreach (var type in plan.Types)
        {
            body.WriteSeparator();
            Write(body, speller, plan.File, type);
        }

        return FileLayout.Assemble(plan, speller, body);
    }

    private static void Write(SourceWriter body, TypeSpeller speller, FileContext file, TypePlan type)
    {
        switch (type)
        {
            case RecordPlan record:
                RecordEmitter.Write(body, speller, file, record);
                break;
            case StringEnumPlan stringEnum:
                EnumEmitter.Write(body, speller, file, stringEnum);
                break;
            case IntegerEnumPlan integerEnum:
                EnumEmitter.Write(body, speller, file, integerEnum);
                break;
            case ClosedEnumPlan closedEnum:
                ClosedEnumEmitter.Write(body, speller, file, closedEnum);
                break;
            case UnionPlan union:
                UnionEmitter.Write(body, speller, file, union);
                break;
            default:
                throw new InvalidOperationException($"No emitter for {type.GetType().Name}");
        }
    }
}
