using System.Text;

namespace Specwright.Reading.Text;

/// <summary>Hides from the parser the characters that it takes for a line break or the end of the text and YAML 1.2 does not (section 5.4).</summary>
/// <remarks>A description copied from a web page holds U+2028 now and then; taken for a line break it ends a block scalar in its middle.</remarks>
internal sealed class YamlLineBreaks
{
    private static readonly char[] Misread = ['\u0085', '\u2028', '\u2029', '\0'];

    private readonly char[] _standIns = [];

    public YamlLineBreaks(string text)
    {
        Text = text;
        if (text.IndexOfAny(Misread) < 0)
        {
            return;
        }

        var standIns = StandIns(text);
        if (standIns.Length < Misread.Length)
        {
            return;
        }

        _standIns = standIns;
        var hidden = new StringBuilder(text);
        for (var index = 0; index < Misread.Length; index++)
        {
            hidden.Replace(Misread[index], _standIns[index]);
        }

        Text = hidden.ToString();
    }

    /// <summary>For the parser: as long as the text itself.</summary>
    public string Text { get; }

    /// <summary>Whether it is another text than the one given.</summary>
    public bool HasStandIns => _standIns.Length > 0;

    /// <summary>A scalar's text as written.</summary>
    public string Restore(string value)
    {
        if (_standIns.Length == 0 || value.IndexOfAny(_standIns) < 0)
        {
            return value;
        }

        var restored = new StringBuilder(value);
        for (var index = 0; index < Misread.Length; index++)
        {
            restored.Replace(_standIns[index], Misread[index]);
        }

        return restored.ToString();
    }

    /// <summary>Private-use characters that the text lacks.</summary>
    private static char[] StandIns(string text)
    {
        var used = new HashSet<char>(text);
        return [.. Enumerable.Range(0xE000, 0x1900).Select(code => (char)code).Where(character => !used.Contains(character)).Take(Misread.Length)];
    }
}
