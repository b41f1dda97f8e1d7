using System.Text.RegularExpressions;
using Specwright.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Specwright.Reading.Text;

/// <summary>YAML text to nodes, from the parser's events: a deserializer would lose places, literals and the 1.2 meaning of scalars.</summary>
internal sealed class YamlTextReader
{
    private const string MergeKey = "<<";
    private const string TagPrefix = "tag:yaml.org,2002:";

    private readonly SourceText _source;
    private readonly EditedText _text;
    private readonly YamlLineBreaks _lineBreaks;
    private readonly NodeBudget _budget;
    private readonly List<Node> _duplicates;
    private readonly Dictionary<string, Node?> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private int? _flowStart;

    /// <param name="source">The file.</param>
    /// <param name="text">Its text, repaired or as it stands.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="duplicates">Gets the members whose name was there before.</param>
    public YamlTextReader(SourceText source, EditedText text, NodeBudget budget, List<Node> duplicates)
    {
        _source = source;
        _text = text;
        _budget = budget;
        _duplicates = duplicates;
        _lineBreaks = new YamlLineBreaks(text.Text);
        _parser = new Parser(new StringReader(_lineBreaks.Text));
    }

    /// <summary>The first document of the stream that holds something.</summary>
    /// <exception cref="TextProblemException">The text is not YAML, or beyond a limit.</exception>
    public Node Read()
    {
        try
        {
            Advance();
            Advance();
            while (_parser.Current is DocumentStart)
            {
                Advance();
                var root = ReadNode(1);
                var isOpen = _parser.Current is DocumentEnd { IsImplicit: true };
                if (root is not ScalarNode { Kind: ScalarKind.Null })
                {
                    // The parser closes a document at a line it cannot read, too, and says so only when asked for more.
                    return isOpen && !_parser.MoveNext() ? throw Problem(_text.Text.Length, "The YAML text ends too early") : root;
                }

                Advance();
            }

            throw TextProblemException.Unreadable(_source, 0, "The text is empty");
        }
        catch (YamlException exception)
        {
            throw Problem((int)exception.Start.Index, Explain(exception), (int)exception.End.Index);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            // The scanner lets some of these through for odd escapes, directives and flow collections.
            throw Problem((int)(_parser.Current?.End ?? Mark.Empty).Index, "The YAML text is broken after this place");
        }
    }

    /// <summary>Of the text's grammar: a repair may help.</summary>
    private TextProblemException Problem(int start, string message, int? end = null) =>
        new(Rules.TextUnreadable, _source, _text.OffsetInFile(start), [message])
        {
            Break = new TextBreak(Math.Min(start, _text.Text.Length), Math.Min(Math.Max(start, end ?? start), _text.Text.Length), _flowStart),
        };

    private void Advance()
    {
        if (!_parser.MoveNext())
        {
            throw Problem(_text.Text.Length, "The YAML text ends too early");
        }
    }

    /// <summary>Reads the node at the current event and leaves the event after it current.</summary>
    private Node ReadNode(int depth)
    {
        var start = OffsetOf(_parser.Current!.Start);
        _budget.Spend(depth, _source, start);
        switch (_parser.Current)
        {
            case AnchorAlias alias:
                Advance();
                return Expand(alias, start, depth);
            case Scalar scalar:
                var node = ReadScalar(scalar, start);
                Remember(scalar.Anchor, node);
                Advance();
                return node;
            case SequenceStart sequence:
                var isOuterFlow = EnterFlow(sequence.Style == SequenceStyle.Flow);
                Open(sequence.Anchor);
                var array = new ArrayNode(_source, start, 1);
                Advance();
                while (_parser.Current is not SequenceEnd)
                {
                    array.Add(ReadNode(depth + 1));
                }

                Remember(sequence.Anchor, array);
                LeaveFlow(isOuterFlow);
                Advance();
                return array;
            case MappingStart mapping:
                var isOuter = EnterFlow(mapping.Style == MappingStyle.Flow);
                Open(mapping.Anchor);
                var result = ReadMapping(start, depth, isOuter);
                Remember(mapping.Anchor, result);
                return result;
            default:
                throw TextProblemException.Unreadable(_source, start, "The YAML text is broken here");
        }
    }

    /// <summary>Keeps where the outermost flow collection begins: what breaks inside of one may have to be repaired from there on.</summary>
    /// <returns>Whether this one is the outermost.</returns>
    private bool EnterFlow(bool isFlow)
    {
        if (!isFlow || _flowStart is not null)
        {
            return false;
        }

        _flowStart = (int)_parser.Current!.Start.Index;
        return true;
    }

    private void LeaveFlow(bool isOuterFlow)
    {
        if (isOuterFlow)
        {
            _flowStart = null;
        }
    }

    private ObjectNode ReadMapping(int start, int depth, bool isOuterFlow)
    {
        var result = new ObjectNode(_source, start, 1);
        List<Node>? merged = null;
        Advance();
        while (_parser.Current is not MappingEnd)
        {
            var keyStart = OffsetOf(_parser.Current!.Start);
            var keyLength = Math.Max(1, OffsetOf(_parser.Current.End) - keyStart);
            var isMerge = _parser.Current is Scalar { Style: ScalarStyle.Plain, Value: MergeKey };
            var name = ReadKey(keyStart, depth);
            var value = ReadNode(depth + 1);
            if (isMerge)
            {
                (merged ??= []).Add(value);
                continue;
            }

            value.Start = keyStart;
            value.Length = keyLength;
            value.Source = _source;
            if (result[name] is not null)
            {
                _duplicates.Add(value);
            }

            result.Set(name, value);
        }

        LeaveFlow(isOuterFlow);
        Advance();
        foreach (var value in merged ?? [])
        {
            Merge(result, value, depth);
        }

        return result;
    }

    /// <summary>Keys of JSON are strings, so a key is its text as written: <c>200:</c> and <c>0x1F:</c> too.</summary>
    private string ReadKey(int start, int depth)
    {
        var keyStart = (int)_parser.Current!.Start.Index;
        switch (_parser.Current)
        {
            case Scalar scalar:
                Remember(scalar.Anchor, ReadScalar(scalar, start));
                Advance();
                return _lineBreaks.Restore(scalar.Value);
            case AnchorAlias:
                if (ReadNode(depth) is ScalarNode target)
                {
                    return target.Text;
                }

                break;
        }

        throw Problem(keyStart, "A mapping or a sequence cannot be a key here; only text can");
    }

    /// <summary>The merge key of YAML 1.1, which many descriptions use: what the mapping says itself wins, then the earlier source.</summary>
    private void Merge(ObjectNode target, Node value, int depth)
    {
        var sources = value is ArrayNode array ? array.Items : [value];
        foreach (var source in sources)
        {
            if (source is not ObjectNode mapping)
            {
                throw TextProblemException.Unreadable(_source, source.Start, "The merge key '<<' needs a mapping or a sequence of mappings");
            }

            foreach (var member in mapping.Members)
            {
                if (target[member.Name] is null)
                {
                    target.Set(member.Name, member.Copy(_budget, depth + 1));
                }
            }
        }
    }

    private void Open(AnchorName anchor)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = null;
        }
    }

    private void Remember(AnchorName anchor, Node node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }
    }

    private Node Expand(AnchorAlias alias, int start, int depth)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var target))
        {
            throw Problem((int)alias.Start.Index, $"The alias '*{alias.Value.Value}' has no anchor before it");
        }

        return target is not null
            ? target.Copy(_budget, depth)
            : throw TextProblemException.Unreadable(_source, start, $"The alias '*{alias.Value.Value}' stands inside the value it names; such a value has no end");
    }

    private ScalarNode ReadScalar(Scalar scalar, int start)
    {
        var length = Math.Max(1, OffsetOf(scalar.End) - start);
        var (kind, text) = Resolve(scalar);
        return new ScalarNode(_source, start, length, kind, _lineBreaks.Restore(text));
    }

    private static (ScalarKind Kind, string Text) Resolve(Scalar scalar)
    {
        if (scalar.Tag.IsEmpty)
        {
            return scalar.Style == ScalarStyle.Plain ? YamlCoreSchema.Resolve(scalar.Value) : (ScalarKind.String, scalar.Value);
        }

        // A tag of the core schema asks for its type; any other tag is an application's and says nothing about JSON.
        return !scalar.Tag.IsNonSpecific && scalar.Tag.Value is TagPrefix + "int" or TagPrefix + "float" or TagPrefix + "bool" or TagPrefix + "null"
            ? YamlCoreSchema.Resolve(scalar.Value)
            : (ScalarKind.String, scalar.Value);
    }

    private int OffsetOf(Mark mark) => _text.OffsetInFile((int)mark.Index);

    /// <summary>The parser's sentence without the place it prints in front: the finding has the place.</summary>
    private static string Explain(YamlException exception)
    {
        var message = Regex.Replace(exception.Message, @"^\s*\(Line:.*?\)\s*-\s*\(Line:.*?\):\s*", "", RegexOptions.Singleline);
        return "The YAML text is broken here: " + message.TrimEnd('.', ' ');
    }
}
