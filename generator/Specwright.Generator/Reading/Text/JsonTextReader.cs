using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Specwright.Reading.Text;

/// <summary>JSON text to nodes. Large descriptions are JSON, so this is a single forward pass over UTF-8.</summary>
internal sealed class JsonTextReader
{
    private readonly SourceText _source;
    private readonly NodeSource _origin;
    private readonly NodeBudget _budget;
    private readonly List<Node> _duplicates;
    private readonly KnownNames _names = new();
    private readonly byte[] _bytes;
    private readonly int _first;
    private readonly bool _isAscii;
    private long _lastByte;
    private int _lastCharacter;

    private readonly bool _allowsComments;

    /// <param name="source">The file.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="duplicates">Gets the members whose name was there before.</param>
    /// <param name="allowsComments">Whether comments and commas behind the last entry are passed over, as editors' own JSON files have them.</param>
    public JsonTextReader(SourceText source, NodeBudget budget, List<Node> duplicates, bool allowsComments = false)
        : this(source, new NodeSource(source), source.HasByteOrderMark ? 1 : 0, source.Text.Length, budget, duplicates)
    {
        _allowsComments = allowsComments;
    }

    /// <summary>Of one value in the text.</summary>
    /// <param name="source">The file.</param>
    /// <param name="origin">Of the nodes.</param>
    /// <param name="first">Offset of its first character.</param>
    /// <param name="end">Offset behind it.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="duplicates">Gets the members whose name was there before.</param>
    public JsonTextReader(SourceText source, NodeSource origin, int first, int end, NodeBudget budget, List<Node> duplicates)
    {
        _source = source;
        _origin = origin;
        _budget = budget;
        _duplicates = duplicates;
        _first = first;
        var length = end - first;
        _bytes = Encoding.UTF8.GetBytes(length == source.Text.Length ? source.Text : source.Text.Substring(first, length));
        _isAscii = _bytes.Length == length;
    }

    /// <param name="depth">Of the value: 1 for a whole text.</param>
    /// <exception cref="TextProblemException">The text is not JSON, or beyond a limit.</exception>
    public Node Read(int depth = 1)
    {
        // Our own depth limit names itself better than the reader's; theirs only must not strike first.
        var options = new JsonReaderOptions
        {
            MaxDepth = NodeBudget.MaximumDepth + 8,
            AllowTrailingCommas = _allowsComments,
            CommentHandling = _allowsComments ? JsonCommentHandling.Skip : JsonCommentHandling.Disallow,
        };
        var reader = new Utf8JsonReader(_bytes, options);
        try
        {
            Advance(ref reader);
            var root = ReadValue(ref reader, depth);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            throw TextProblemException.Unreadable(_source, OffsetOf(exception), Explain(exception));
        }
        catch (InvalidOperationException)
        {
            // A string with half of a surrogate pair: well-formed JSON that no .NET string can carry.
            throw TextProblemException.Unreadable(_source, CharacterOf(reader.TokenStartIndex), "The JSON string here holds an incomplete UTF-16 surrogate pair");
        }
    }

    private void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw TextProblemException.Unreadable(_source, _source.Text.Length, "The JSON text ends too early");
        }
    }

    private Node ReadValue(ref Utf8JsonReader reader, int depth)
    {
        var start = CharacterOf(reader.TokenStartIndex);
        _budget.Spend(depth, _source, start);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var result = new ObjectNode(_origin, start, 1);
                Advance(ref reader);
                while (reader.TokenType != JsonTokenType.EndObject)
                {
                    ReadMember(ref reader, result, depth);
                    Advance(ref reader);
                }

                result.End = CharacterOf(reader.BytesConsumed);
                return result;
            case JsonTokenType.StartArray:
                var array = new ArrayNode(_origin, start, 1);
                Advance(ref reader);
                while (reader.TokenType != JsonTokenType.EndArray)
                {
                    array.Add(ReadValue(ref reader, depth + 1));
                    Advance(ref reader);
                }

                array.End = CharacterOf(reader.BytesConsumed);
                return array;
            case JsonTokenType.String:
                return Scalar(ref reader, start, ScalarKind.String, reader.GetString()!);
            case JsonTokenType.Number:
                return Scalar(ref reader, start, ScalarKind.Number, Encoding.ASCII.GetString(reader.ValueSpan.ToArray()));
            case JsonTokenType.True:
                return Scalar(ref reader, start, ScalarKind.True, "true");
            case JsonTokenType.False:
                return Scalar(ref reader, start, ScalarKind.False, "false");
            default:
                return Scalar(ref reader, start, ScalarKind.Null, "null");
        }
    }

    private ScalarNode Scalar(ref Utf8JsonReader reader, int start, ScalarKind kind, string text) =>
        new(_origin, start, CharacterOf(reader.BytesConsumed) - start, kind, text);

    private void ReadMember(ref Utf8JsonReader reader, ObjectNode parent, int depth)
    {
        var name = _names.Of(ref reader);
        var start = CharacterOf(reader.TokenStartIndex);
        var length = CharacterOf(reader.BytesConsumed - 1) - start;
        Advance(ref reader);
        var value = ReadValue(ref reader, depth + 1);
        value.Start = start;
        value.Length = length;
        if (parent[name] is not null)
        {
            _duplicates.Add(value);
        }

        parent.Set(name, value);
    }

    /// <summary>Positions are asked for in rising order, so each stretch of the text is counted once.</summary>
    private int CharacterOf(long offset)
    {
        if (_isAscii)
        {
            return (int)offset + _first;
        }

        if (offset < _lastByte)
        {
            _lastByte = 0;
            _lastCharacter = 0;
        }

        _lastCharacter += Encoding.UTF8.GetCharCount(_bytes, (int)_lastByte, (int)(offset - _lastByte));
        _lastByte = offset;
        return _lastCharacter + _first;
    }

    private int OffsetOf(JsonException exception)
    {
        var line = exception.LineNumber ?? 0;
        var offset = 0L;
        for (var seen = 0L; offset < _bytes.Length && seen < line; offset++)
        {
            if (_bytes[offset] == (byte)'\n')
            {
                seen++;
            }
        }

        return CharacterOf(Math.Min(_bytes.Length, offset + (exception.BytePositionInLine ?? 0)));
    }

    /// <summary>The reader's sentence without its own line count (it counts bytes) and without advice about its options.</summary>
    private static string Explain(JsonException exception)
    {
        var message = Regex.Replace(exception.Message, @"\s*(Change the reader options|LineNumber:|Path:).*$", "", RegexOptions.Singleline);
        return "The JSON text is broken here: " + message.TrimEnd('.', ' ');
    }
}
