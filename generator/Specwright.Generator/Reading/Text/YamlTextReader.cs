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
    private readonly NodeSource _origin;
    private readonly EditedText _text;
    private readonly YamlLineBreaks _lineBreaks;
    private readonly NodeBudget _budget;
    private readonly List<Node> _duplicates;
    private readonly KnownNames _names = new();
    private readonly Dictionary<string, Node?> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private int? _flowStart;
    private int _behind;

    /// <param name="source">The file.</param>
    /// <param name="text">Its text, repaired or as it stands.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="duplicates">Gets the members whose name was there before.</param>
    /// <param name="origin">Of the nodes; null: a tree of their own.</param>
    public YamlTextReader(SourceText source, EditedText text, NodeBudget budget, List<Node> duplicates, NodeSource? origin = null)
    {
        _source = source;
        _origin = origin ?? new NodeSource(source);
        _text = text;
        _budget = budget;
        _duplicates = duplicates;
        _lineBreaks = new YamlLineBreaks(text.Text);
        IsSelfContained = !_lineBreaks.HasStandIns;
        _parser = new Parser(new StringReader(_lineBreaks.Text));
    }

    /// <summary>Whether nothing was met whose meaning hangs on what stands elsewhere in the text: neither anchors and aliases nor tags nor a character that stands in for another.</summary>
    public bool IsSelfContained { get; private set; }

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
        catch (Exception exception) when (IsOfParser(exception))
        {
            throw ProblemOf(exception);
        }
    }

    /// <summary>The first entry of a mapping in block style with which the text begins, as a member without parent.</summary>
    /// <param name="depth">Of its value.</param>
    /// <param name="end">Offset in the file.</param>
    /// <returns>Its name and its value; null where it is not all, and the only thing, that stands before that offset.</returns>
    /// <exception cref="TextProblemException">It is not YAML, or beyond a limit.</exception>
    public (string Name, Node Value)? ReadEntry(int depth, int end)
    {
        try
        {
            Advance();
            Advance();
            Advance();
            if (_parser.Current is not MappingStart { Style: MappingStyle.Block })
            {
                return null;
            }

            Advance();
            var (name, value) = ReadMember(depth);
            return OffsetOf(_behind) <= end && OffsetOf(_parser.Current!.Start) >= end ? (name, value) : null;
        }
        catch (Exception exception) when (IsOfParser(exception))
        {
            throw ProblemOf(exception);
        }
    }

    private static bool IsOfParser(Exception exception) =>
        exception is YamlException or ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException;

    /// <remarks>The scanner lets some exceptions through for odd escapes, directives and flow collections.</remarks>
    private TextProblemException ProblemOf(Exception exception) => exception is YamlException problem
        ? Problem((int)problem.Start.Index, Explain(problem), (int)problem.End.Index)
        : Problem((int)(_parser.Current?.End ?? Mark.Empty).Index, "The YAML text is broken after this place");

    /// <summary>Of the text's grammar: a repair may help.</summary>
    private TextProblemException Problem(int start, string message, int? end = null) =>
        new(Rules.TextUnreadable, _source, _text.OffsetInFile(start), [message])
        {
            Break = new TextBreak(Math.Min(start, _text.Text.Length), Math.Min(Math.Max(start, end ?? start), _text.Text.Length), _flowStart),
        };

    private void Advance()
    {
        // The end of a collection in block style has no text; it is found where the next line begins.
        if (_parser.Current is { } current && current.End.Index > current.Start.Index)
        {
            _behind = (int)current.End.Index;
        }

        if (!_parser.MoveNext())
        {
            throw Problem(_text.Text.Length, "The YAML text ends too early");
        }

        IsSelfContained &= _parser.Current is not (AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false });
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
                var array = new ArrayNode(_origin, start, 1);
                Advance();
                while (_parser.Current is not SequenceEnd)
                {
                    array.Add(ReadNode(depth + 1));
                }

                Remember(sequence.Anchor, array);
                LeaveFlow(isOuterFlow);
                array.End = EndOf(sequence.Style == SequenceStyle.Flow);
                Advance();
                return array;
            case MappingStart mapping:
                var isOuter = EnterFlow(mapping.Style == MappingStyle.Flow);
                Open(mapping.Anchor);
                var result = ReadMapping(mapping, start, depth, isOuter);
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

    private int EndOf(bool isFlow) => isFlow ? OffsetOf(_parser.Current!.End) : 0;

    private ObjectNode ReadMapping(MappingStart mapping, int start, int depth, bool isOuterFlow)
    {
        Advance();

        // The parser does not say where a mapping without braces in a flow sequence begins: [a: 1].
        var isPair = mapping.Start.Index == 0 && mapping.End.Index == 0;
        var result = new ObjectNode(_origin, isPair ? OffsetOf(_parser.Current!.Start) : start, 1);
        List<Node>? merged = null;
        while (_parser.Current is not MappingEnd)
        {
            if (_parser.Current is Scalar { Style: ScalarStyle.Plain, Value: MergeKey })
            {
                IsSelfContained = false;
                Advance();
                (merged ??= []).Add(ReadNode(depth + 1));
                continue;
            }

            var (name, value) = ReadMember(depth + 1);
            if (result[name] is not null)
            {
                _duplicates.Add(value);
            }

            result.Set(name, value);
        }

        LeaveFlow(isOuterFlow);
        result.End = EndOf(mapping.Style == MappingStyle.Flow);
        Advance();
        foreach (var value in merged ?? [])
        {
            Merge(result, value, depth);
        }

        return result;
    }

    /// <param name="depth">Of the value.</param>
    private (string Name, Node Value) ReadMember(int depth)
    {
        var start = OffsetOf(_parser.Current!.Start);
        var length = Math.Max(1, OffsetOf(_parser.Current.End) - start);
        var name = ReadKey(start, depth - 1);
        var value = ReadNode(depth);
        value.Start = start;
        value.Length = length;
        value.Origin = _origin;
        return (name, value);
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
                return _names.Of(_lineBreaks.Restore(scalar.Value));
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
        return new ScalarNode(_origin, start, length, kind, _lineBreaks.Restore(text));
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

    private int OffsetOf(Mark mark) => OffsetOf((int)mark.Index);

    private int OffsetOf(int index) => _text.OffsetInFile(index);

    /// <summary>The parser's sentence without the place it prints in front: the finding has the place.</summary>
    private static string Explain(YamlException exception)
    {
        var message = Regex.Replace(exception.Message, @"^\s*\(Line:.*?\)\s*-\s*\(Line:.*?\):\s*", "", RegexOptions.Singleline);
        return "The YAML text is broken here: " + message.TrimEnd('.', ' ');
    }
}
