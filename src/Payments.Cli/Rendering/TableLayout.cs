namespace Payments.Cli;

/// <summary>Which columns the table has; what is left out stands under it.</summary>
/// <param name="HasAsOf">Whether times have a column.</param>
/// <param name="HasNote">Whether notes have a column.</param>
/// <param name="WrapsAccount">Whether names of accounts may be broken between words.</param>
internal sealed record TableLayout(bool HasAsOf, bool HasNote, bool WrapsAccount)
{
    /// <summary>From the widest to the narrowest; after these only blocks are left.</summary>
    public static IReadOnlyList<TableLayout> FromWidest { get; } =
    [
        new(HasAsOf: true, HasNote: true, WrapsAccount: false),
        new(HasAsOf: true, HasNote: false, WrapsAccount: false),
        new(HasAsOf: true, HasNote: false, WrapsAccount: true),
        new(HasAsOf: false, HasNote: false, WrapsAccount: false),
        new(HasAsOf: false, HasNote: false, WrapsAccount: true),
    ];
}
