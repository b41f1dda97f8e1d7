namespace Specwright.Reading.Text.Repairs;

/// <summary>A change of the text that may get the parser over the place where it gave up.</summary>
/// <param name="Edits">In rising order, none touching another; empty where the rule does not fit.</param>
/// <param name="Sentence">What stands there and how it is read.</param>
internal sealed record RepairCandidate(IReadOnlyList<TextEdit> Edits, string Sentence);
