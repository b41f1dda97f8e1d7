namespace Specwright.Reading;

/// <summary>A place in a file.</summary>
/// <param name="Path">The path as the build names it.</param>
/// <param name="Start">Offset of the first character, from 0.</param>
/// <param name="Length">In characters.</param>
/// <param name="Line">From 0.</param>
/// <param name="Column">In characters, from 0.</param>
internal readonly record struct TextPosition(string Path, int Start, int Length, int Line, int Column);

/// <summary>Where each node stands: JSON pointer to place, overlay additions included (they point into the overlay's file).</summary>
/// <remarks>Kept apart from the model so that white space moves diagnostics and nothing else.</remarks>
internal sealed class PositionTable
{
    private readonly Dictionary<string, TextPosition> _positions = new(StringComparer.Ordinal);

    public int Count => _positions.Count;

    public void Set(string pointer, TextPosition position) => _positions[pointer] = position;

    /// <summary>The place of the node, or of its nearest ancestor that has one; null when even the root is unknown.</summary>
    public TextPosition? Find(string pointer)
    {
        var current = pointer;
        while (true)
        {
            if (_positions.TryGetValue(current, out var position))
            {
                return position;
            }

            var slash = current.LastIndexOf('/');
            if (slash < 0)
            {
                return _positions.TryGetValue("#", out position) ? position : null;
            }

            current = current.Substring(0, slash);
        }
    }
}
