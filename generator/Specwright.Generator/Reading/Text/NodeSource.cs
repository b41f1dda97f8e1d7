namespace Specwright.Reading.Text;

/// <summary>The text in which the nodes of a tree stand. An edit puts the later version here, and no node has to be told.</summary>
internal sealed class NodeSource(SourceText text)
{
    /// <summary>Of nodes that stand in no text.</summary>
    public static NodeSource None { get; } = new(new SourceText("", ""));

    public SourceText Text { get; set; } = text;
}
