using System.Text;

namespace Specwright.Emission;

/// <summary>Lines of C# at the right indentation, always with <c>\n</c>, never with trailing blanks.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>One line, or several as a raw string literal has them: each is indented. Without text: an empty line.</summary>
    public void WriteLine(string text = "")
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var length = end - start;
            if (length > 0 && text[end - 1] == '\r')
            {
                length--;
            }

            if (length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(text, start, length);
            }

            _text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>An empty line, unless nothing stands before it.</summary>
    public void WriteSeparator()
    {
        if (!IsEmpty)
        {
            WriteLine();
        }
    }

    /// <summary>Writes <paramref name="header"/> and an opening brace; disposing closes it.</summary>
    /// <param name="header">For example <c>public sealed class Acme</c>; null: the brace alone.</param>
    /// <param name="close">The closing line, such as <c>};</c>.</param>
    public Block WriteBlock(string? header = null, string close = "}")
    {
        if (header is not null)
        {
            WriteLine(header);
        }

        WriteLine("{");
        _depth++;
        return new Block(this, close);
    }

    /// <summary>Lines one step further in until disposed.</summary>
    public Block Indent()
    {
        _depth++;
        return new Block(this, close: null);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Block(SourceWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (close is not null)
            {
                writer.WriteLine(close);
            }
        }
    }
}
