using Specwright.Planning;
using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>Compares the generated types.</summary>
internal sealed class TypesComparison(ChangeList changes, TypeMatching types)
{
    public void Compare()
    {
        foreach (var type in types.Types.Removed)
        {
            changes.Add(ChangeRules.TypeRemoved, type.Identifier, type.SourcePointer, null, $"The type '{type.Identifier}' is gone; callers must stop using it.");
        }

        foreach (var (old, @new) in types.Types.Pairs)
        {
            Compare(old, @new);
        }

        foreach (var type in types.Types.Added)
        {
            changes.Add(ChangeRules.TypeAdded, type.Identifier, null, type.SourcePointer, $"The type '{type.Identifier}' is new; callers may use it.");
        }
    }

    private void Compare(TypePlan old, TypePlan @new)
    {
        if (old.Identifier != @new.Identifier)
        {
            Add(ChangeRules.TypeRenamed, old, @new, $"The type '{old.Identifier}' is called '{@new.Identifier}' now; callers must use the new name.");
        }
        else if (old.SourcePointer != @new.SourcePointer)
        {
            Add(ChangeRules.SourceMoved, old, @new, $"'{@new.Identifier}' stands at {@new.SourcePointer} instead of {old.SourcePointer}; callers have nothing to do.");
        }

        switch (old, @new)
        {
            case (RecordPlan before, RecordPlan after):
                new RecordComparison(changes, types, before, after).Compare();
                break;
            case (StringEnumPlan before, StringEnumPlan after):
                new EnumComparison(changes, before, after).Compare(before.Members, after.Members);
                break;
            case (IntegerEnumPlan before, IntegerEnumPlan after):
                CompareNumbers(before, after);
                new EnumComparison(changes, before, after).Compare(before.Members, after.Members);
                break;
            case (UnionPlan before, UnionPlan after):
                new UnionComparison(changes, types, before, after).Compare();
                break;
            default:
                Add(ChangeRules.TypeKindChanged, old, @new, $"'{@new.Identifier}' was {KindOf(old)} and is {KindOf(@new)}; callers must use it as that.");
                break;
        }

        Texts.Compare(changes, @new.Identifier, old.Documentation, @new.Documentation, old.SourcePointer, @new.SourcePointer);
    }

    private void CompareNumbers(IntegerEnumPlan old, IntegerEnumPlan @new)
    {
        if (old.Underlying != @new.Underlying)
        {
            Add(ChangeRules.EnumNumberChanged, old, @new, $"The number of '{@new.Identifier}' was {old.Underlying} and is {@new.Underlying}; callers must use the new type.");
        }
    }

    private void Add(ChangeRule rule, TypePlan old, TypePlan @new, string sentence) => changes.Add(rule, @new.Identifier, old.SourcePointer, @new.SourcePointer, sentence);

    private static string KindOf(TypePlan type) => type switch
    {
        RecordPlan => "a record",
        StringEnumPlan => "an enumeration of texts",
        IntegerEnumPlan => "an enumeration of numbers",
        _ => "a union",
    };
}
