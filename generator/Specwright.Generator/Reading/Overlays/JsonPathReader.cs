using System.Globalization;
using System.Text;
using Specwright.Reading.Text;

namespace Specwright.Reading.Overlays;

/// <summary>Text to <see cref="JsonPath"/>.</summary>
internal sealed class JsonPathReader
{
    /// <summary>Parentheses and nested queries recurse; nobody writes as many.</summary>
    private const int MaximumDepth = 32;

    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    private readonly string _text;
    private readonly NodeBudget _budget;
    private int _position;
    private int _depth;

    private JsonPathReader(string text, NodeBudget budget)
    {
        _text = text;
        _budget = budget;
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    /// <summary>The query, or null and a clause that says what is wrong with it.</summary>
    /// <param name="text">A JSONPath.</param>
    /// <param name="budget">Counts what the query looks at when it is run.</param>
    /// <param name="problem">Null for a query.</param>
    public static JsonPath? Read(string text, NodeBudget budget, out string? problem)
    {
        var reader = new JsonPathReader(text.Trim(), budget);
        try
        {
            problem = null;
            if (!reader.TryTake("$"))
            {
                throw new FormatException("it must start with '$'");
            }

            var path = reader.ReadSteps();
            return reader._position == reader._text.Length ? path : throw reader.Unexpected();
        }
        catch (FormatException exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    private JsonPath ReadSteps()
    {
        var steps = new List<JsonPathStep>();
        while (true)
        {
            var before = _position;
            SkipBlank();
            if (TryTake(".."))
            {
                steps.Add(new JsonPathStep(true, Current == '[' ? ReadBracket() : [ReadDotted()]));
            }
            else if (TryTake("."))
            {
                steps.Add(new JsonPathStep(false, [ReadDotted()]));
            }
            else if (Current == '[')
            {
                steps.Add(new JsonPathStep(false, ReadBracket()));
            }
            else
            {
                _position = before;
                return new JsonPath(steps, _budget);
            }
        }
    }

    private JsonPathSelector ReadDotted()
    {
        if (TryTake("*"))
        {
            return new WildcardSelector();
        }

        // RFC 9535 wants names with a dash in brackets; overlays in the wild write $.info.x-name, which has one meaning only.
        var name = ReadWhile(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '$' or > '\u007F');
        if (name.Length == 0)
        {
            throw Unexpected();
        }

        return Current != '(' ? new NameSelector(name) : throw new FormatException($"the function '{name}' stands in filters only");
    }

    private List<JsonPathSelector> ReadBracket()
    {
        var selectors = new List<JsonPathSelector>();
        Take("[");
        do
        {
            SkipBlank();
            selectors.Add(ReadSelector());
            SkipBlank();
        }
        while (TryTake(","));
        Take("]");
        return selectors;
    }

    private JsonPathSelector ReadSelector()
    {
        switch (Current)
        {
            case '*':
                _position++;
                return new WildcardSelector();
            case '\'' or '"':
                return new NameSelector(ReadString());
            case '?':
                _position++;
                return new FilterSelector(ReadOr());
            case ':' or '-' or (>= '0' and <= '9'):
                return ReadIndexOrSlice();
            default:
                throw Unexpected();
        }
    }

    private JsonPathSelector ReadIndexOrSlice()
    {
        var start = ReadInteger();
        if (!TryTake(":"))
        {
            return new IndexSelector(start!.Value);
        }

        var end = ReadInteger();
        return new SliceSelector(start, end, TryTake(":") ? ReadInteger() ?? 1 : 1);
    }

    /// <summary>Null where a bound of a slice is left open.</summary>
    private int? ReadInteger()
    {
        SkipBlank();
        var digits = ReadWhile(character => character is '-' or (>= '0' and <= '9'));
        SkipBlank();
        return digits.Length == 0
            ? null
            : int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FormatException($"'{digits}' is no array index");
    }

    private JsonPathFilter ReadOr()
    {
        Deepen();
        var operands = new List<JsonPathFilter>();
        do
        {
            operands.Add(ReadAnd());
            SkipBlank();
        }
        while (TryTake("||"));
        _depth--;
        return operands.Count == 1 ? operands[0] : new OrFilter(operands);
    }

    private JsonPathFilter ReadAnd()
    {
        var operands = new List<JsonPathFilter>();
        do
        {
            operands.Add(ReadBasic());
            SkipBlank();
        }
        while (TryTake("&&"));
        return operands.Count == 1 ? operands[0] : new AndFilter(operands);
    }

    private JsonPathFilter ReadBasic()
    {
        SkipBlank();
        var isNegated = false;
        while (TryTake("!"))
        {
            isNegated = !isNegated;
            SkipBlank();
        }

        JsonPathFilter filter;
        if (TryTake("("))
        {
            filter = ReadOr();
            SkipBlank();
            Take(")");
        }
        else
        {
            filter = ReadComparison();
        }

        return isNegated ? new NotFilter(filter) : filter;
    }

    private JsonPathFilter ReadComparison()
    {
        if (TryTake("match("))
        {
            return ReadRegularExpression(isWhole: true);
        }

        if (TryTake("search("))
        {
            return ReadRegularExpression(isWhole: false);
        }

        var left = ReadOperand();
        SkipBlank();
        if (Operators.FirstOrDefault(TryTake) is { } found)
        {
            SkipBlank();
            return new ComparisonFilter(left, found, ReadOperand(), _budget);
        }

        return left is QueryOperand query ? new ExistenceFilter(query) : throw new FormatException("a value alone is no condition");
    }

    private RegularExpressionFilter ReadRegularExpression(bool isWhole)
    {
        var text = ReadValue();
        SkipBlank();
        Take(",");
        var pattern = ReadValue();
        SkipBlank();
        Take(")");
        return new RegularExpressionFilter(text, pattern, isWhole);
    }

    /// <summary>RFC 9535, 2.4.3: an argument that is one value.</summary>
    private JsonPathOperand ReadValue()
    {
        SkipBlank();
        return ReadOperand() is var operand && operand is not QueryOperand { Query.IsSingular: false }
            ? operand
            : throw new FormatException("a function of one value has a query for several: value() takes the one of them");
    }

    private QueryOperand ReadNodes()
    {
        SkipBlank();
        return ReadOperand() as QueryOperand ?? throw new FormatException("a function of nodes has no query");
    }

    private JsonPathOperand ReadFunction(string name)
    {
        Deepen();
        Take("(");
        JsonPathOperand function = name switch
        {
            "length" => new LengthOperand(ReadValue()),
            "count" => new CountOperand(ReadNodes()),
            "value" => new ValueOperand(ReadNodes()),
            "match" or "search" => throw new FormatException($"the function '{name}' gives no value"),
            _ => throw new FormatException($"the function '{name}' is not one of RFC 9535"),
        };
        SkipBlank();
        Take(")");
        _depth--;
        return function;
    }

    private JsonPathOperand ReadOperand()
    {
        switch (Current)
        {
            case '@' or '$':
                Deepen();
                var isFromRoot = Current == '$';
                _position++;
                var query = ReadSteps();
                _depth--;
                return new QueryOperand(query, isFromRoot);
            case '\'' or '"':
                return Literal(ScalarKind.String, ReadString());
            case '-' or (>= '0' and <= '9'):
                return Literal(ScalarKind.Number, ReadWhile(character => character is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E'));
        }

        return ReadWhile(character => char.IsLetterOrDigit(character) || character == '_') switch
        {
            "true" => Literal(ScalarKind.True, "true"),
            "false" => Literal(ScalarKind.False, "false"),
            "null" => Literal(ScalarKind.Null, "null"),
            "" => throw Unexpected(),
            var word when Current == '(' => ReadFunction(word),
            var word => throw new FormatException($"'{word}' is neither a query nor a literal"),
        };
    }

    private static LiteralOperand Literal(ScalarKind kind, string text) => new(new ScalarNode(NodeSource.None, 0, 0, kind, text));

    private string ReadString()
    {
        var quote = Current;
        var result = new StringBuilder();
        for (_position++; _position < _text.Length; _position++)
        {
            if (Current == quote)
            {
                _position++;
                return result.ToString();
            }

            result.Append(Current == '\\' ? ReadEscape() : Current);
        }

        throw new FormatException("a string has no end");
    }

    private char ReadEscape()
    {
        _position++;
        switch (Current)
        {
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case '/' or '\\' or '\'' or '"':
                return Current;
            case 'u' when _position + 4 < _text.Length
                && ushort.TryParse(_text.Substring(_position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _position += 4;
                return (char)code;
            default:
                throw Unexpected();
        }
    }

    private string ReadWhile(Func<char, bool> isPart)
    {
        var start = _position;
        while (_position < _text.Length && isPart(_text[_position]))
        {
            _position++;
        }

        return _text.Substring(start, _position - start);
    }

    private void SkipBlank() => ReadWhile(character => character is ' ' or '\t' or '\r' or '\n');

    private bool TryTake(string expected)
    {
        if (string.CompareOrdinal(_text, _position, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        _position += expected.Length;
        return true;
    }

    private void Take(string expected)
    {
        if (!TryTake(expected))
        {
            throw Unexpected();
        }
    }

    private void Deepen()
    {
        if (++_depth > MaximumDepth)
        {
            throw new FormatException("it is nested too deeply");
        }
    }

    private FormatException Unexpected() => new(
        _position < _text.Length
            ? $"'{Current}' at character {(_position + 1).ToString(CultureInfo.InvariantCulture)} is unexpected"
            : "it ends too early");
}
