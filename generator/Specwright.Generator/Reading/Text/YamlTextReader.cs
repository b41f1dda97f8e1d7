using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Specwright.Reading.Text;

/// <summary>YAML text to nodes, from the parser's events: a deserializer would lose places, literals and the 1.2 meaning of scalars.</summary>
internal sealed class YamlTextReader
{
    private const string MergeKey = "<<";
    private const string TagPrefix = "tag:yaml.org,2002:";

    private readonly SourceText _source;
    private readonly NodeBudget _budget;
    private readonly List<Node> _duplicates;
    private readonly Dictionary<string, Node?> _anchors = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private readonly int _skipped;

    public YamlTextReader(SourceText source, NodeBudget budget, List<Node> duplicates)
    {
        _source = source;
        _budget = budget;
        _duplicates = duplicates;
        _skipped = source.Text.Length > 0 && source.Text[0] == '\uFEFF' ? 1 : 0;
        _parser = new Parser(new StringReader(_skipped == 0 ? source.Text : source.Text.Substring(1)));
    }

    /// <summary>The first document of the stream.</summary>
    /// <exception cref="TextProblemException">The text is not YAML, or beyond a limit.</exception>
    public Node Read()
    {
        try
        {
            Advance();
            Advance();
            if (_parser.Current is not DocumentStart)
            {
                throw TextProblemException.Unreadable(_source, 0, "The text is empty");
            }

            Advance();
            return ReadNode(1);
        }
        catch (YamlException exception)
        {
            throw TextProblemException.Unreadable(_source, OffsetOf(exception.Start), Explain(exception));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            // The scanner lets some of these through for odd escapes and directives.
            throw TextProblemException.Unreadable(_source, OffsetOf(_parser.Current?.End ?? Mark.Empty), "The YAML text is broken after this place");
        }
    }

    private void Advance()
    {
        if (!_parser.MoveNext())
        {
            throw TextProblemException.Unreadable(_source, _source.Text.Length, "The YAML text ends too early");
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
                Open(sequence.Anchor);
                var array = new ArrayNode(_source, start, 1);
                Advance();
                while (_parser.Current is not SequenceEnd)
                {
                    array.Add(ReadNode(depth + 1));
                }

                Remember(sequence.Anchor, array);
                Advance();
                return array;
            case MappingStart mapping:
                Open(mapping.Anchor);
                var result = ReadMapping(start, depth);
                Remember(mapping.Anchor, result);
                return result;
            default:
                throw TextProblemException.Unreadable(_source, start, "The YAML text is broken here");
        }
    }

    private ObjectNode ReadMapping(int start, int depth)
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
        switch (_parser.Current)
        {
            case Scalar scalar:
                Remember(scalar.Anchor, ReadScalar(scalar, start));
                Advance();
                return scalar.Value;
            case AnchorAlias:
                if (ReadNode(depth) is ScalarNode target)
                {
                    return target.Text;
                }

                break;
        }

        throw TextProblemException.Unreadable(_source, start, "A mapping or a sequence cannot be a key here; only text can");
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
            throw TextProblemException.Unreadable(_source, start, $"The alias '*{alias.Value.Value}' has no anchor before it");
        }

        return target is not null
            ? target.Copy(_budget, depth)
            : throw TextProblemException.Unreadable(_source, start, $"The alias '*{alias.Value.Value}' stands inside the value it names; such a value has no end");
    }

    private ScalarNode ReadScalar(Scalar scalar, int start)
    {
        var length = Math.Max(1, OffsetOf(scalar.End) - start);
        var (kind, text) = Resolve(scalar);
        return new ScalarNode(_source, start, length, kind, text);
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

    private int OffsetOf(Mark mark) => (int)Math.Min(mark.Index + _skipped, _source.Text.Length);

    /// <summary>The parser's sentence without the place it prints in front: the finding has the place.</summary>
    private static string Explain(YamlException exception)
    {
        var message = Regex.Replace(exception.Message, @"^\s*\(Line:.*?\)\s*-\s*\(Line:.*?\):\s*", "", RegexOptions.Singleline);
        return "The YAML text is broken here: " + message.TrimEnd('.', ' ');
    }
}
