namespace Specwright.Fuzzing.Running;

internal enum MutantOutcome
{
    /// <summary>A client that compiles without error or warning, the same bytes twice.</summary>
    Client,

    /// <summary>No client, and an error finding that says why.</summary>
    Refused,

    /// <summary>The generator threw.</summary>
    Threw,

    /// <summary>The generator was not done in time.</summary>
    Hung,

    /// <summary>The emitted code has an error or a warning.</summary>
    DoesNotCompile,

    /// <summary>Two runs over the same text gave different bytes or findings.</summary>
    Unstable,

    /// <summary>Something that a person needs is missing or unfit: a finding's place or message, a file's name, a reason why there is no client.</summary>
    Careless,
}

/// <summary>What became of a mutant.</summary>
/// <param name="Outcome">What.</param>
/// <param name="Kind">What sort of failure: two with one kind are likely one bug. Empty for a success.</param>
/// <param name="Message">The exception or diagnostic; empty for a success.</param>
internal sealed record MutantResult(MutantOutcome Outcome, string Kind = "", string Message = "")
{
    public bool IsFailure => Outcome is not (MutantOutcome.Client or MutantOutcome.Refused);

    public bool IsSameFailure(MutantResult other) => Outcome == other.Outcome && Kind == other.Kind;
}
