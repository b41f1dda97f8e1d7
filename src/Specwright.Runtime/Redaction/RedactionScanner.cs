using System.Buffers;
using System.Text;

namespace Specwright;

/// <summary>One pass over a text, in linear time, which is why this is not a set of patterns: the text comes from a server.</summary>
internal ref struct RedactionScanner(string text, ISet<string> names)
{
    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");
    private static readonly SearchValues<char> CredentialCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~+/=");
    private static readonly SearchValues<char> FormEnds = SearchValues.Create("&;,\"'<>)}] \t\r\n");
    private static readonly SearchValues<char> MemberEnds = SearchValues.Create(",}] \t\r\n");

    /// <summary>Shorter than any credential in use; longer than the words that follow "basic" in a sentence.</summary>
    private const int ShortestCredential = 8;

    private readonly ReadOnlySpan<char> _text = text;
    private StringBuilder? _result;
    private int _copied;
    private int _position;

    public string Run()
    {
        while (_position < _text.Length)
        {
            var next = _text[_position..].IndexOfAny(WordCharacters);
            if (next < 0)
            {
                break;
            }

            var start = _position + next;
            var end = EndOf(start, WordCharacters);
            _position = end;
            ReadWord(start, end);
        }

        return _result is null ? text : _result.Append(_text[_copied..]).ToString();
    }

    private void ReadWord(int start, int end)
    {
        var word = _text[start..end];
        if (TryFindValue(start, end, out var value, out var isMember) && IsSensitive(word))
        {
            MaskValue(value, isMember, isLine: start == 0 || _text[start - 1] == '\n');
        }
        else if (IsElementName(start) && IsSensitive(word))
        {
            MaskElement(word, end);
        }
        else if (word.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || word.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            MaskCredential(end);
        }
        else if (word.StartsWith("eyJ", StringComparison.Ordinal) && word.Contains('.'))
        {
            // A JSON web token: base64url of {" and dots.
            Replace(start, end, Redaction.Mask);
        }
    }

    /// <summary>Whether a value follows the word, with or without quotes around the word: <c>"name": …</c>, <c>name=…</c>, <c>Name: …</c>.</summary>
    private readonly bool TryFindValue(int start, int end, out int value, out bool isMember)
    {
        value = end;
        isMember = false;
        var opening = start > 0 ? _text[start - 1] : ' ';
        if (opening is '"' or '\'' && value < _text.Length)
        {
            // Escaped JSON inside a JSON string has \" on both sides.
            value += _text[value] == '\\' ? 1 : 0;
            isMember = value < _text.Length && _text[value] == opening;
            // Otherwise the word only opens a quoted text that goes on: "message": "token=…".
            value = isMember ? value + 1 : end;
        }

        // data[token]=…
        value += value < _text.Length && _text[value] == ']' ? 1 : 0;
        value = SkipBlanks(value);
        if (value >= _text.Length || _text[value] is not (':' or '='))
        {
            return false;
        }

        isMember |= _text[value] == '=';
        value = SkipBlanks(value + 1);
        return value < _text.Length;
    }

    private void MaskValue(int start, bool isMember, bool isLine)
    {
        var rest = _text[start..];
        if (rest[0] is '"' or '\'')
        {
            Replace(start + 1, EndOfQuoted(start + 1, rest[0]), Redaction.Mask);
        }
        else if (rest is ['\\', '"', ..])
        {
            var end = rest[2..].IndexOf('\\');
            Replace(start + 2, end < 0 ? _text.Length : start + 2 + end, Redaction.Mask);
        }
        else if (isMember && rest[0] is '{' or '[')
        {
            Replace(start, EndOfNested(start), "\"***\"");
        }
        else if (isMember)
        {
            var ends = _text[start - 1] == '=' ? FormEnds : MemberEnds;
            var end = rest.IndexOfAny(ends);
            Replace(start, end < 0 ? _text.Length : start + end, Redaction.Mask);
        }
        else
        {
            // A header line: its value may be several words. Inside other text it ends at a quote at the latest, so that the rest stays readable.
            var end = isLine ? rest.IndexOfAny('\r', '\n') : rest.IndexOfAny('\r', '\n', '"');
            Replace(start, end < 0 ? _text.Length : start + end, Redaction.Mask);
        }
    }

    /// <summary>Whether the word opens an XML element, with or without a prefix: <c>&lt;name</c>, <c>&lt;p:name</c>.</summary>
    private readonly bool IsElementName(int start)
    {
        var before = _text[..start];
        if (before is [.., ':'])
        {
            before = before[..(before[..^1].LastIndexOfAnyExcept(WordCharacters) + 1)];
        }

        return before is [.., '<'];
    }

    /// <summary>Attributes and content, up to the end tag of that name.</summary>
    private void MaskElement(ReadOnlySpan<char> name, int end)
    {
        var tagEnd = _text[end..].IndexOf('>');
        if (tagEnd > 0 && _text[end + tagEnd - 1] == '/')
        {
            Replace(end, end + tagEnd - 1, tagEnd > 1 ? " ***" : "");
            return;
        }

        var close = end;
        while (_text[close..].IndexOf("</") is >= 0 and var next)
        {
            close += next;
            var local = close + 2;
            if (EndOf(local, WordCharacters) is var prefixEnd && prefixEnd < _text.Length && _text[prefixEnd] == ':')
            {
                local = prefixEnd + 1;
            }

            if (_text[local..EndOf(local, WordCharacters)].SequenceEqual(name))
            {
                Replace(end, close, ">***");
                return;
            }

            close += 2;
        }

        // The text is cut off inside the element.
        Replace(end, _text.Length, end == _text.Length ? "" : ">***");
    }

    private void MaskCredential(int end)
    {
        var start = SkipBlanks(end);
        if (start == end)
        {
            return;
        }

        var credentialEnd = EndOf(start, CredentialCharacters);
        var credential = _text[start..credentialEnd];
        if (credential.Length >= ShortestCredential && credential[1..].ContainsAnyExceptInRange('a', 'z'))
        {
            Replace(start, credentialEnd, Redaction.Mask);
        }
    }

    /// <summary>The word itself or what stands behind its last point: <c>user.password</c>.</summary>
    private readonly bool IsSensitive(ReadOnlySpan<char> word)
        => Redaction.IsSensitive(word.ToString(), names) || (word.LastIndexOf('.') is >= 0 and var point && Redaction.IsSensitive(word[(point + 1)..].ToString(), names));

    private readonly int EndOf(int start, SearchValues<char> characters)
    {
        var length = _text[start..].IndexOfAnyExcept(characters);
        return length < 0 ? _text.Length : start + length;
    }

    private readonly int SkipBlanks(int position)
    {
        while (position < _text.Length && _text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    private readonly int EndOfQuoted(int position, char quote)
    {
        while (position < _text.Length && _text[position] != quote)
        {
            position += _text[position] == '\\' ? 2 : 1;
        }

        return Math.Min(position, _text.Length);
    }

    private readonly int EndOfNested(int position)
    {
        var depth = 0;
        for (; position < _text.Length; position++)
        {
            switch (_text[position])
            {
                case '"':
                    position = EndOfQuoted(position + 1, '"');
                    break;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']' when --depth == 0:
                    return position + 1;
                default:
                    break;
            }
        }

        return _text.Length;
    }

    private void Replace(int start, int end, string replacement)
    {
        (_result ??= new StringBuilder(_text.Length)).Append(_text[_copied..start]).Append(replacement);
        _copied = end;
        _position = end;
    }
}
