namespace Specwright.Reading.Text;

/// <summary>The trees of the files of one description as they were last read, for reading their next versions.</summary>
/// <remarks>Readings on several threads share it. A tree is lent to one of them at a time, since reading the next version changes it; another one that asks meanwhile reads the whole text.</remarks>
internal sealed class TextMemory
{
    private readonly Dictionary<string, TextReadResult> _results = new(StringComparer.Ordinal);

    /// <summary>The last one of a path, which belongs to the caller now; null: there is none, or it is lent.</summary>
    public TextReadResult? Take(string path)
    {
        lock (_results)
        {
            if (_results.TryGetValue(path, out var result))
            {
                _results.Remove(path);
            }

            return result;
        }
    }

    /// <summary>For the next version. The caller uses the tree no longer.</summary>
    public void Put(TextReadResult result)
    {
        lock (_results)
        {
            _results[result.Source.Path] = result;
        }
    }
}
