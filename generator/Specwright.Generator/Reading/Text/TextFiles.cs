namespace Specwright.Reading.Text;

/// <summary>Reads the files of one description, which together may cost so much.</summary>
/// <param name="budget">What they may.</param>
/// <param name="memory">Trees of earlier versions; null: none.</param>
internal sealed class TextFiles(NodeBudget budget, TextMemory? memory) : IDisposable
{
    private readonly List<TextReadResult> _lent = [];

    public NodeBudget Budget { get; } = budget;

    /// <param name="file">JSON or YAML.</param>
    /// <param name="rootPointer">Of its root.</param>
    /// <param name="isToChange">Whether the caller changes the tree by more than reading.</param>
    public TextReadResult Read(SourceFile file, string rootPointer, bool isToChange = false)
    {
        var source = new SourceText(file.Path, file.Text);
        if (memory is null)
        {
            return DescriptionTextReader.Read(source, rootPointer, Budget);
        }

        TextReadResult? result = null;
        if (memory.Take(source.Path) is { } earlier)
        {
            // It goes back as it is where this text has no tree, or none that can be edited: while somebody types, a text is broken now and then.
            _lent.Add(earlier);
            result = EditedTextReader.Read(earlier, source, Budget);
        }

        result ??= DescriptionTextReader.Read(source, rootPointer, Budget);
        if (result.Root is null || result.Parts == SelfContainedParts.None)
        {
            return result;
        }

        _lent.Add(result);
        return isToChange ? result.Copy() : result;
    }

    /// <summary>Ends the use of all trees. The last one of a file is remembered.</summary>
    public void Dispose() => _lent.ForEach(result => memory!.Put(result));
}
