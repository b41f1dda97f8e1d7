namespace Specwright.Reading.Text;

/// <summary>The trees of the files of one description as they were last read, for reading their next versions.</summary>
/// <remarks>It takes about as much memory as the text does, so it is for who edits: see <see cref="ReadingCache"/>. All callers may share it.</remarks>
internal sealed class TextMemory
{
    private readonly Dictionary<string, TextReadResult> _results = new(StringComparer.Ordinal);

    /// <summary>What <see cref="DescriptionTextReader"/> gives.</summary>
    /// <param name="source">The file.</param>
    /// <param name="rootPointer">Of its root.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="isToChange">Whether the caller changes the tree, which else is every caller's.</param>
    public TextReadResult Read(SourceText source, string rootPointer, NodeBudget budget, bool isToChange)
    {
        var earlier = EarlierOf(source.Path);
        var result = (earlier is null ? null : EditedTextReader.Read(earlier, source, budget)) ?? DescriptionTextReader.Read(source, rootPointer, budget);
        if (result.Root is null || result.Parts == SelfContainedParts.None)
        {
            return result;
        }

        lock (_results)
        {
            _results[source.Path] = result;
        }

        return isToChange ? TreeCopy.Of(result) : result;
    }

    private TextReadResult? EarlierOf(string path)
    {
        lock (_results)
        {
            return _results.TryGetValue(path, out var result) ? result : null;
        }
    }
}
