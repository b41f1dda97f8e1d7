namespace Specwright.Fuzzing;

/// <summary>A description that somebody might hand to the generator, made from a real one.</summary>
internal sealed record Mutant
{
    /// <summary>What it was made from: the same seed over the same descriptions gives the same mutant on any machine.</summary>
    public required int Seed { get; init; }

    public required string FileName { get; init; }

    public required string Text { get; init; }

    /// <summary>The description it was made from, and what was done to it, in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }
}
