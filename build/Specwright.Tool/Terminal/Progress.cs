namespace Specwright.Tool.Terminal;

/// <summary>Says what is under way. In a terminal one line that is written over and taken away at the end; elsewhere nothing, so that logs hold results only.</summary>
internal sealed class Progress(TextWriter error) : IDisposable
{
    private readonly bool _isShown = TextStyle.IsTerminal(error);
    private int _shown;

    public void Report(string text)
    {
        if (!_isShown)
        {
            return;
        }

        // A line that wraps could not be written over.
        var width = Math.Max(10, Console.WindowWidth - 1);
        var line = text.Length > width ? text[..(width - 1)] + "…" : text;
        error.Write("\r" + line.PadRight(_shown));
        _shown = line.Length;
    }

    /// <summary>Takes the line away, before something else is written.</summary>
    public void Clear()
    {
        if (_shown > 0)
        {
            error.Write("\r" + new string(' ', _shown) + "\r");
            _shown = 0;
        }
    }

    public void Dispose() => Clear();
}
