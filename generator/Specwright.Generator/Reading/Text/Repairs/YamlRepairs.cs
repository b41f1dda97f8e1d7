namespace Specwright.Reading.Text.Repairs;

/// <summary>
/// What people write and other readers of YAML accept, or what can only be meant in one way. A rule looks at the place where the parser gave up and proposes a
/// change; whether it helps, parsing shows.
/// </summary>
internal static class YamlRepairs
{
    /// <summary>Proposals that change something, the most specific first.</summary>
    public static IEnumerable<RepairCandidate> For(string text, TextBreak place) => All(text, place).Where(candidate => candidate.Edits.Count > 0);

    private static IEnumerable<RepairCandidate> All(string text, TextBreak place)
    {
        yield return IndentationRepairs.LeadingBlankLines(text, place);
        yield return QuotedScalarRepairs.Surrogates(text, place);
        yield return QuotedScalarRepairs.Backslashes(text, place);
        yield return QuotedScalarRepairs.Lines(text, place);
        yield return IndentationRepairs.LinesOfFlow(text, place);
        yield return CommentRepairs.NumberSign(text, place);
        yield return IndentationRepairs.FirstLineOfBlock(text, place);
        yield return IndentationRepairs.TabsInBlankLines(text);

        // The parser notices some mistakes a line late.
        var start = TextLines.StartOf(text, place.Start);
        var lines = new[] { TextLines.StartOf(text, place.End), start, TextLines.Above(text, start) ?? start }.Distinct().ToList();
        foreach (var line in lines)
        {
            yield return CommentRepairs.Directive(text, line);
            yield return PlainScalarRepairs.QuotedKey(text, line);
            yield return PlainScalarRepairs.LongKey(text, line);
        }

        foreach (var line in lines)
        {
            yield return PlainScalarRepairs.Value(text, line);
        }

    }
}
