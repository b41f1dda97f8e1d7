namespace Payments.Cli;

/// <summary>Which columns the table has; what is left out stands under it.</summary>
internal sealed record TableLayout(bool HasAsOf, bool HasNote)
{
    /// <summary>From the widest to the narrowest; after these only blocks are left.</summary>
    public static IReadOnlyList<TableLayout> FromWidest { get; } =
        [new(HasAsOf: true, HasNote: true), new(HasAsOf: true, HasNote: false), new(HasAsOf: false, HasNote: false)];
}
