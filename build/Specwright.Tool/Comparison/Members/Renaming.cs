using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison.Members;

/// <summary>What a new name breaks.</summary>
internal static class Renaming
{
    /// <summary>Where the old name belongs to something else of the same type now, the compiler sees nothing, and code reads or sends the wrong thing.</summary>
    /// <returns>Null: what the rule says.</returns>
    public static ChangeImpact? ImpactOf(bool isTaken) => isTaken ? ChangeImpact.Behavior : null;
}
