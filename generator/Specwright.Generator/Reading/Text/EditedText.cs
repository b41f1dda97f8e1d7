namespace Specwright.Reading.Text;

/// <summary>One change of a text.</summary>
/// <param name="Start">Offset of the first character that goes, in the text before the change.</param>
/// <param name="Length">How many go.</param>
/// <param name="Replacement">What comes instead.</param>
internal readonly record struct TextEdit(int Start, int Length, string Replacement);

/// <summary>A text as the parser gets it: without its byte order mark and with repairs, each character of it still at home in the file.</summary>
internal sealed class EditedText
{
    private readonly int _skipped;

    /// <summary>The place in the file of each character and of the end; null while nothing but the start was left out.</summary>
    private readonly int[]? _offsets;

    private EditedText(string text, int skipped, int[]? offsets)
    {
        Text = text;
        _skipped = skipped;
        _offsets = offsets;
    }

    public string Text { get; }

    /// <summary>The text of a file as it stands.</summary>
    public static EditedText Of(SourceText source)
    {
        var skipped = source.Text.Length - source.Text.TrimStart('\uFEFF').Length;
        return new EditedText(skipped == 0 ? source.Text : source.Text.Substring(skipped), skipped, null);
    }

    /// <summary>A part of the text of a file.</summary>
    public static EditedText Of(SourceText source, int start, int end) => new(source.Text.Substring(start, end - start), start, null);

    /// <summary>Where a character of this text stands in the file; what an edit brought in stands where the edit begins.</summary>
    public int OffsetInFile(int offset)
    {
        offset = Math.Max(0, Math.Min(offset, Text.Length));
        return _offsets is null ? offset + _skipped : _offsets[offset];
    }

    /// <param name="edits">In rising order, none touching another.</param>
    public EditedText With(IReadOnlyList<TextEdit> edits)
    {
        var text = new System.Text.StringBuilder(Text.Length + edits.Sum(edit => edit.Replacement.Length));
        var offsets = new List<int>(text.Capacity + 1);
        var taken = 0;
        foreach (var edit in edits)
        {
            Keep(edit.Start);
            text.Append(edit.Replacement);
            offsets.AddRange(Enumerable.Repeat(OffsetInFile(edit.Start), edit.Replacement.Length));
            taken = edit.Start + edit.Length;
        }

        Keep(Text.Length);
        offsets.Add(OffsetInFile(Text.Length));
        return new EditedText(text.ToString(), _skipped, [.. offsets]);

        void Keep(int end)
        {
            text.Append(Text, taken, end - taken);
            for (; taken < end; taken++)
            {
                offsets.Add(OffsetInFile(taken));
            }
        }
    }
}
