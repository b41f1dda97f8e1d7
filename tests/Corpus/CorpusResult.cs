namespace Specwright.Corpus;

internal enum CorpusOutcome
{
    /// <summary>Read, planned, emitted twice with equal bytes, compiled without error or warning.</summary>
    Clean,

    /// <summary>Reading gave an error finding and no description.</summary>
    Unreadable,

    /// <summary>The emitted code has an error or a warning.</summary>
    DoesNotCompile,

    /// <summary>Two runs over the same text gave different bytes.</summary>
    Unstable,

    /// <summary>Something of ours threw.</summary>
    Threw,
}

/// <summary>What became of one document.</summary>
internal sealed record CorpusResult
{
    public required string Slug { get; init; }

    public required CorpusOutcome Outcome { get; init; }

    /// <summary>The first error, on one line; empty when clean.</summary>
    public string FirstError { get; init; } = "";

    public int Errors { get; init; }

    public int Operations { get; init; }

    /// <summary>Operations of the description that the client lacks.</summary>
    public int OperationsLeftOut { get; init; }

    public int Types { get; init; }

    /// <summary>What was said about the description, on one line each: rule, place, message.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Findings of severity warning: something left out or weakened.</summary>
    public int Warnings { get; init; }

    public int GeneratedKilobytes { get; init; }
}
