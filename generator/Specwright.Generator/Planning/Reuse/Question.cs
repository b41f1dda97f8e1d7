namespace Specwright.Planning.Reuse;

/// <summary>What somebody asked while planning an operation, and the answer.</summary>
/// <param name="Kind">What was asked, and so of which type the others are.</param>
/// <param name="About">A part of the operation, or something made of it and of earlier answers; null: the operation itself.</param>
/// <param name="Hint">A name for what has none; null where none is needed.</param>
/// <param name="Answer">Immutable, compares by value.</param>
internal readonly record struct Question(QuestionKind Kind, object? About, string? Hint, object? Answer);

internal enum QuestionKind
{
    Reference,
    ReferenceText,
    Resolve,
    RecordOf,
    HasBinary,
    HasFile,
    IsModelledInXml,
    XmlDocument,
    Shape,
    Credential,
    Security,
    ServerSetting,
    IsTaken,
    Method,

    /// <summary>No question: there is something to report. It has its place among the questions, for answering them may report something too.</summary>
    Report,
}
