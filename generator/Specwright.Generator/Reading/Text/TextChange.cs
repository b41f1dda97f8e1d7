namespace Specwright.Reading.Text;

/// <summary>Where two versions of a text differ: between what they begin with and what they end with alike.</summary>
/// <param name="Start">Offset of the first character that differs, in both.</param>
/// <param name="End">Offset behind the last one, in the earlier text.</param>
/// <param name="NewEnd">The same in the later text.</param>
internal readonly record struct TextChange(int Start, int End, int NewEnd)
{
    /// <summary>Compared at once: the framework does it faster than character by character.</summary>
    private const int Stretch = 4096;

    /// <summary>What stands behind the change stands so much further on in the later text.</summary>
    public int Shift => NewEnd - End;

    public bool IsNone => End == Start && NewEnd == Start;

    public static TextChange Between(string earlier, string later)
    {
        var shortest = Math.Min(earlier.Length, later.Length);
        var start = 0;
        while (shortest - start >= Stretch && earlier.AsSpan(start, Stretch).SequenceEqual(later.AsSpan(start, Stretch)))
        {
            start += Stretch;
        }

        while (start < shortest && earlier[start] == later[start])
        {
            start++;
        }

        var (end, newEnd) = (earlier.Length, later.Length);
        while (Math.Min(end, newEnd) - start >= Stretch && earlier.AsSpan(end - Stretch, Stretch).SequenceEqual(later.AsSpan(newEnd - Stretch, Stretch)))
        {
            (end, newEnd) = (end - Stretch, newEnd - Stretch);
        }

        while (end > start && newEnd > start && earlier[end - 1] == later[newEnd - 1])
        {
            (end, newEnd) = (end - 1, newEnd - 1);
        }

        return new(start, end, newEnd);
    }

    /// <summary>Where something that is in both texts stands in the later one.</summary>
    public int OffsetInLater(int offset) => offset >= End ? offset + Shift : offset;
}
