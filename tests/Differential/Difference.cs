namespace Specwright.Differential;

/// <summary>A statement on which the two readings do not agree.</summary>
/// <param name="Document">The slug of the document.</param>
/// <param name="Key">What it is about.</param>
/// <param name="Ours">Null: our reading does not say it.</param>
/// <param name="Theirs">Null: the other reading does not say it.</param>
internal sealed record Difference(string Document, FactKey Key, string? Ours, string? Theirs)
{
    public override string ToString() => $"{Document}: {Key}: ours {Short(Ours)}, theirs {Short(Theirs)}";

    /// <summary>On one line, cut where it is long.</summary>
    public static string Short(string? value)
    {
        if (value is null)
        {
            return "(nothing)";
        }

        var line = value.ReplaceLineEndings(" ").Replace('\t', ' ');
        return line.Length <= 160 ? line : line[..160] + "…";
    }
}
