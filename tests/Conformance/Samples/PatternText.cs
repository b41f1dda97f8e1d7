using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Specwright.Conformance;

/// <summary>Text that matches a regular expression, for the common part of the language: no look-around, no back references.</summary>
internal sealed class PatternText
{
    private readonly string _pattern;
    private readonly int _extra;
    private readonly StringBuilder _text = new();
    private int _place;

    private PatternText(string pattern, int extra)
    {
        _pattern = pattern;
        _extra = extra;
    }

    /// <summary>A text within the length limits that matches; null where none was found.</summary>
    public static string? Make(string pattern, int minLength, int maxLength)
    {
        foreach (var extra in new[] { 1, 0, 2, 3, 5, 8, 13, 21, 34, 55, 100, 250, 600, Math.Max(minLength - 1, 0), minLength })
        {
            try
            {
                var maker = new PatternText(pattern, extra);
                maker.Alternatives(isKept: true);
                var text = maker._text.ToString();
                if (text.Length >= minLength && text.Length <= maxLength && Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)))
                {
                    return text;
                }
            }
            catch (Exception exception) when (exception is NotSupportedException or ArgumentException or RegexMatchTimeoutException)
            {
                return null;
            }
        }

        return null;
    }

    private bool IsAtEnd => _place >= _pattern.Length;

    private void Alternatives(bool isKept)
    {
        var start = _text.Length;
        Sequence();
        var first = _text.ToString(start, _text.Length - start);
        while (!IsAtEnd && _pattern[_place] == '|')
        {
            _place++;
            _text.Length = start;
            Sequence();
            if (first.Length == 0)
            {
                first = _text.ToString(start, _text.Length - start);
            }
        }

        _text.Length = start;
        if (isKept)
        {
            _text.Append(first);
        }
    }

    private void Sequence()
    {
        while (!IsAtEnd && _pattern[_place] is not '|' and not ')')
        {
            var start = _text.Length;
            var from = _place;
            Atom();
            var to = _place;
            var (minimum, maximum) = Quantifier();
            var after = _place;
            var count = Math.Min(maximum, minimum + (maximum > minimum ? _extra : 0));
            _text.Length = start;
            for (var time = 0; time < count; time++)
            {
                _place = from;
                Atom();
                if (_place != to)
                {
                    throw new NotSupportedException();
                }
            }

            _place = after;
        }
    }

    private (int Minimum, int Maximum) Quantifier()
    {
        if (IsAtEnd)
        {
            return (1, 1);
        }

        var result = _pattern[_place] switch
        {
            '*' => (0, int.MaxValue),
            '+' => (1, int.MaxValue),
            '?' => (0, 1),
            '{' => Counted(),
            _ => (1, 1),
        };
        if (_pattern[_place] is '*' or '+' or '?' or '}')
        {
            _place++;

            // A lazy or possessive mark changes nothing about what matches.
            if (!IsAtEnd && _pattern[_place] is '?' or '+' && result != (1, 1))
            {
                _place++;
            }
        }

        return result;
    }

    private (int Minimum, int Maximum) Counted()
    {
        var close = _pattern.IndexOf('}', _place);
        if (close < 0 || !char.IsDigit(_pattern[_place + 1]))
        {
            throw new NotSupportedException();
        }

        var numbers = _pattern[(_place + 1)..close].Split(',');
        _place = close;
        var minimum = int.Parse(numbers[0], CultureInfo.InvariantCulture);
        return numbers.Length == 1 ? (minimum, minimum) : (minimum, numbers[1].Length == 0 ? int.MaxValue : int.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    private void Atom()
    {
        var next = _pattern[_place++];
        switch (next)
        {
            case '^' or '$':
                break;
            case '(':
                Group();
                break;
            case '[':
                _text.Append(Class());
                break;
            case '.':
                _text.Append('a');
                break;
            case '\\':
                _text.Append(Escape(_pattern[_place++]));
                break;
            default:
                _text.Append(next);
                break;
        }
    }

    private void Group()
    {
        if (_place < _pattern.Length && _pattern[_place] == '?')
        {
            if (_pattern.AsSpan(_place).StartsWith("?i)"))
            {
                // Whatever is made has the capitals of the pattern.
                _place += 3;
                return;
            }

            if (_pattern.AsSpan(_place).StartsWith("?:"))
            {
                _place += 2;
            }
            else if (_pattern.AsSpan(_place).StartsWith("?<") && _pattern[_place + 2] is not '=' and not '!')
            {
                _place = _pattern.IndexOf('>', _place) + 1;
            }
            else
            {
                throw new NotSupportedException();
            }
        }

        Alternatives(isKept: true);
        _place++;
    }

    private string Escape(char escaped) => escaped switch
    {
        'd' => "7",
        'w' => "a",
        's' => " ",
        'D' or 'S' or 'W' => escaped == 'W' ? "-" : "x",
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'b' or 'A' or 'z' or 'Z' or 'B' => "",
        'p' => Category(),
        'u' => Unicode(4),
        'x' => Unicode(2),
        >= '1' and <= '9' => throw new NotSupportedException(),
        _ => escaped.ToString(),
    };

    private string Category()
    {
        var close = _pattern.IndexOf('}', _place);
        var name = _pattern[(_place + 1)..close];
        _place = close + 1;
        return name[0] switch
        {
            'L' when name == "Lu" => "A",
            'L' => "a",
            'N' => "7",
            'Z' => " ",
            'P' => ".",
            _ => throw new NotSupportedException(),
        };
    }

    private string Unicode(int digits)
    {
        var code = int.Parse(_pattern.AsSpan(_place, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _place += digits;
        return ((char)code).ToString();
    }

    private char Class()
    {
        var start = _place - 1;
        if (_pattern[_place] == '^')
        {
            _place++;
        }

        var isFirst = true;
        while (_pattern[_place] != ']' || isFirst)
        {
            _place += _pattern[_place] == '\\' ? 2 : 1;
            isFirst = false;
        }

        _place++;
        var expression = new Regex($"^{_pattern[start.._place]}$");
        foreach (var candidate in "a7A -_.:/@b")
        {
            if (expression.IsMatch(candidate.ToString()))
            {
                return candidate;
            }
        }

        for (var candidate = ' '; candidate < '\u0250'; candidate++)
        {
            if (expression.IsMatch(candidate.ToString()))
            {
                return candidate;
            }
        }

        throw new NotSupportedException();
    }
}
