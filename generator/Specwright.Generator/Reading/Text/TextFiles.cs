namespace Specwright.Reading.Text;

/// <summary>Reads the files of one description, which together may cost so much.</summary>
internal sealed class TextFiles(NodeBudget budget, TextMemory? memory)
{
    public NodeBudget Budget { get; } = budget;

    /// <param name="file">JSON or YAML.</param>
    /// <param name="rootPointer">Of its root.</param>
    /// <param name="isToChange">Whether the caller changes the tree, which else may be another reading's too.</param>
    public TextReadResult Read(SourceFile file, string rootPointer, bool isToChange = false)
    {
        var source = new SourceText(file.Path, file.Text);
        return memory is null ? DescriptionTextReader.Read(source, rootPointer, Budget) : memory.Read(source, rootPointer, Budget, isToChange);
    }
}
