namespace Specwright.Reading.Text;

/// <summary>A breach of the text's own grammar that was read as it was meant.</summary>
/// <param name="Offset">Where in the file.</param>
/// <param name="Sentence">What stands there and how it was read.</param>
internal sealed record TextRepair(int Offset, string Sentence);
