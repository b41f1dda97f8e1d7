using Specwright.Tool.Comparison.Rules;

namespace Specwright.Tool.Comparison;

/// <summary>One difference between two clients.</summary>
internal sealed record Change
{
    public required ChangeRule Rule { get; init; }

    public required ChangeImpact Impact { get; init; }

    public ChangeSeverity Severity => Rule.SeverityOf(Impact);

    /// <summary>The C# member, by its new name where it has one: <c>Order.Total</c>, <c>Payments.CreateAsync(amount)</c>.</summary>
    public required string Member { get; init; }

    /// <summary>What changed and what callers must do, in words.</summary>
    public required string Sentence { get; init; }

    /// <summary>Null: there was none.</summary>
    public Place? Old { get; init; }

    /// <summary>Null: it is gone.</summary>
    public Place? New { get; init; }
}

/// <summary>A place in a description.</summary>
/// <param name="Pointer">JSON pointer with a leading <c>#</c>; in another file: its path before the <c>#</c>.</param>
/// <param name="Path">The file, as a reader would name it.</param>
/// <param name="Line">From 1.</param>
internal sealed record Place(string Pointer, string Path, int Line);
