using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Reading.References;
using Specwright.Reading.Text;

namespace Specwright.Reading.Schemas;

/// <summary>Schema Objects of every version to the closed set of cases in the model.</summary>
/// <remarks>
/// It walks the text's tree, not the library's objects: those lose what stands beside a <c>$ref</c>, the literal of a number, and the
/// pointer. Each node is read once and each reference only registers its target, so cycles end by themselves.
/// </remarks>
internal sealed class SchemaReader
{
    private readonly ReferenceResolver _resolver;
    private readonly ReferenceTargets _targets;
    private readonly ICollection<Finding> _findings;
    private readonly CancellationToken _cancellationToken;
    private readonly EnumMemberReader _enumMembers;
    private readonly CompositionReader _composition;
    private readonly Dictionary<Node, Schema> _schemas = [];
    private readonly Dictionary<string, Node> _named = new(StringComparer.Ordinal);
    private readonly Queue<Node> _unread = new();

    public SchemaReader(ReferenceResolver resolver, ReferenceTargets targets, ICollection<Finding> findings, CancellationToken cancellationToken)
    {
        _resolver = resolver;
        _targets = targets;
        _findings = findings;
        _cancellationToken = cancellationToken;
        _enumMembers = new EnumMemberReader(findings);
        _composition = new CompositionReader(this, new DiscriminatorReader(resolver));
    }

    /// <summary>Registers a node as a named schema, referred to or not.</summary>
    public void Register(Node node)
    {
        if (!_named.ContainsKey(node.Pointer))
        {
            _named.Add(node.Pointer, node);
            _unread.Enqueue(node);
        }
    }

    /// <summary>Reads what was registered, and what that refers to in turn. Ask last.</summary>
    /// <param name="components">The nodes to put first, in their order; the others follow in order of their pointers.</param>
    public EquatableArray<NamedSchema> ReadNamed(IReadOnlyList<Node> components)
    {
        while (_unread.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            ReadInPlace(_unread.Dequeue());
        }

        var first = new HashSet<string>(components.Select(component => component.Pointer), StringComparer.Ordinal);
        var order = components.Select(component => component.Pointer)
            .Concat(_named.Keys.Where(pointer => !first.Contains(pointer)).OrderBy(pointer => pointer, StringComparer.Ordinal));
        var named = order.Select(pointer => new NamedSchema
        {
            Pointer = pointer,
            WireName = SchemaNameHint.Of(_named[pointer]),
            Schema = _schemas[_named[pointer]],
        });
        return new AliasCycleRule(_findings).Apply([.. named]).ToEquatableArray();
    }

    /// <summary>The schema at a place that uses it: a reference where the node is one, or where others refer to it.</summary>
    public Schema Read(Node node)
    {
        if (!_targets.Contains(node) || ReferenceResolver.ReferenceOf(node) is not null)
        {
            return ReadInPlace(node);
        }

        Register(node);
        var schema = new ReferenceSchema { Pointer = node.Pointer, Target = node.Pointer };
        return node is ObjectNode annotated ? AnnotationReader.Annotate(schema, annotated) with { ChosenName = null } : schema;
    }

    /// <summary>The schema of a node without regard to who refers to it.</summary>
    public Schema ReadInPlace(Node node)
    {
        if (_schemas.TryGetValue(node, out var known))
        {
            return known;
        }

        _cancellationToken.ThrowIfCancellationRequested();
        var schema = node switch
        {
            ObjectNode hidden when Hiding.Hides(hidden) => AnnotationReader.Annotate(new AnySchema { Pointer = node.Pointer }, hidden) with { ChosenName = null },
            ObjectNode source => ReadObject(source),
            // JSON Schema, section 4.3.2: true is any value. false is none, which no C# type is; any value is the smallest loss.
            ScalarNode { Kind: ScalarKind.True or ScalarKind.False } => new AnySchema { Pointer = node.Pointer },
            _ => NoSchema(node),
        };
        _schemas.Add(node, schema);
        return schema;
    }

    /// <summary>The part of a schema that its own type says, without references, compositions and annotations.</summary>
    public Schema ReadOwnType(ObjectNode node)
    {
        var types = TypesOf(node);
        return types.Count switch
        {
            0 => new AnySchema { Pointer = node.Pointer },
            1 => ReadType(node, types[0]),
            _ when IsEveryType(types) => new AnySchema { Pointer = node.Pointer },
            _ => new UnionSchema
            {
                Pointer = node.Pointer,
                Branches = types.Select((type, index) => ReadType(node, type) with { Pointer = node.Pointer + "/type/" + Digits(index) }).ToEquatableArray(),
            },
        };
    }

    private static string Digits(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private AnySchema NoSchema(Node node)
    {
        _findings.Add(Problem.Broken(node, "A schema must be an object or a boolean; any JSON value is accepted here instead"));
        return new AnySchema { Pointer = node.Pointer };
    }

    private Schema ReadObject(ObjectNode node)
    {
        if (ReferenceResolver.ReferenceOf(node) is not { } reference)
        {
            return _composition.Read(node);
        }

        if (_resolver.Step(reference, node) is not { } target || _resolver.Resolve(node) is null)
        {
            _findings.Add(Problem.Of(Rules.ReferenceUnresolved, ReferenceResolver.MemberOf(node)!, reference));
            return AnnotationReader.Annotate(new AnySchema { Pointer = node.Pointer }, node);
        }

        Register(target);
        var schema = new ReferenceSchema { Pointer = node.Pointer, Target = target.Pointer };
        return AnnotationReader.Annotate(CompositionReader.HasShape(node) ? _composition.Beside(schema, node) : schema, node);
    }

    /// <summary>The non-null types, declared or, without a declaration, told by the keywords that only one type has.</summary>
    private static List<string> TypesOf(ObjectNode node)
    {
        if (node["type"] is ScalarNode { Text: not "null" } single)
        {
            return [single.Text];
        }

        List<string> types = node["type"] switch
        {
            ScalarNode => [],
            ArrayNode => [.. node.TextsOf("type")],
            _ => InferredTypes(node),
        };
        types.RemoveAll(type => type == "null");
        if (types.Contains("number"))
        {
            types.Remove("integer");
        }

        return [.. types.Distinct(StringComparer.Ordinal)];
    }

    private static List<string> InferredTypes(ObjectNode node)
    {
        if (EnumMemberReader.Values(node) is { Count: > 0 } values)
        {
            return [.. values.Select(TypeOfValue).Distinct(StringComparer.Ordinal)];
        }

        if (node["properties"] is ObjectNode || node["additionalProperties"] is ObjectNode || node["patternProperties"] is ObjectNode || node["required"] is ArrayNode
            || DiscriminatorReader.BasePropertyOf(node) is not null)
        {
            return ["object"];
        }

        return node["items"] is not null || node["prefixItems"] is not null ? ["array"]
            : (TypeOfFormat(node.TextOf("format")) ?? TypeAbove(node)) is { } type ? [type]
            : [];
    }

    /// <summary>The type that a format is of, for the formats that are of one type only (OpenAPI 3.1, "Data Types"; JSON Schema 2020-12, section 7.3).</summary>
    private static string? TypeOfFormat(string? format) => format switch
    {
        "date-time" or "date" or "time" or "duration" or "email" or "hostname" or "ipv4" or "ipv6" or "uri" or "uri-reference" or "uuid" or "regex" or "byte"
            or "binary" or "password" => "string",
        "int32" => "integer",
        "float" or "double" => "number",
        _ => null,
    };

    /// <summary>A branch that says nothing of its type has that of the schema that lists it: <c>type: string, anyOf: [{pattern: …}, {enum: …}]</c>.</summary>
    private static string? TypeAbove(ObjectNode node) =>
        node.Parent is ArrayNode { Name: "oneOf" or "anyOf", Parent: ObjectNode above } && above["type"] is ScalarNode { Text: "string" or "integer" or "number" or "boolean" } type
            ? type.Text
            : null;

    private static string TypeOfValue(Node value) => value switch
    {
        ObjectNode => "object",
        ArrayNode => "array",
        ScalarNode { Kind: ScalarKind.String } => "string",
        ScalarNode { Kind: ScalarKind.Number } number => EnumMemberReader.IntegerDigits(number.Text) is null ? "number" : "integer",
        _ => "boolean",
    };

    private static bool IsEveryType(List<string> types) =>
        types.Contains("object") && types.Contains("array") && types.Contains("string") && types.Contains("boolean")
        && (types.Contains("number") || types.Contains("integer"));

    private Schema ReadType(ObjectNode node, string type)
    {
        if (EnumMemberReader.IsTextOnly(node, type))
        {
            _findings.Add(Problem.Broken(node["type"] ?? node, $"No value of this enumeration is of the type {type}; the values count, which are text"));
            type = "string";
        }

        switch (type)
        {
            case "object":
                return new ObjectSchemaReader(this, _findings).Read(node);
            case "array":
                return ReadArray(node);
            case "string":
                // An enumeration of several types belongs to none of them alone.
                return new StringSchema { Pointer = node.Pointer, Format = FormatOf(node), Members = IsMixed(node) ? default : _enumMembers.ReadStrings(node) };
            case "integer":
                return new IntegerSchema { Pointer = node.Pointer, Format = FormatOf(node), Members = IsMixed(node) ? default : _enumMembers.ReadIntegers(node) };
            case "number":
                return new NumberSchema { Pointer = node.Pointer, Format = FormatOf(node) };
            case "boolean":
                return new BooleanSchema { Pointer = node.Pointer };
            case "file":
                // OpenAPI 2.0: a response body or form field that is no JSON.
                return new StringSchema { Pointer = node.Pointer, Format = "binary" };
            default:
                _findings.Add(Problem.Broken(node["type"] ?? node, $"'{type}' is no type of JSON Schema; any JSON value is accepted here instead"));
                return new AnySchema { Pointer = node.Pointer };
        }
    }

    private static bool IsMixed(ObjectNode node) => node["type"] is not ScalarNode && EnumMemberReader.Values(node).Select(TypeOfValue).Distinct().Count() > 1;

    private Schema ReadArray(ObjectNode node)
    {
        if (node["prefixItems"] is ArrayNode { Items.Count: > 0 } places)
        {
            return ReadTuple(node, places, node["items"]);
        }

        return node["items"] switch
        {
            // Drafts before 2020-12 spelled prefixItems so.
            ArrayNode { Items.Count: > 0 } listed => ReadTuple(node, listed, node["additionalItems"]),
            ArrayNode => new ArraySchema { Pointer = node.Pointer, Items = new AnySchema { Pointer = node.Pointer + "/items" } },
            null => new ArraySchema { Pointer = node.Pointer, Items = new AnySchema { Pointer = node.Pointer + "/items" } },
            var items => new ArraySchema { Pointer = node.Pointer, Items = Read(items) },
        };
    }

    /// <summary>An array with a schema for each place is a list of what may stand at any of them. Items after the last place are rarely meant where nothing describes them.</summary>
    private ArraySchema ReadTuple(ObjectNode node, ArrayNode places, Node? rest)
    {
        var items = places.Items.Select(Read).ToList();
        if (rest is ObjectNode)
        {
            items.Add(Read(rest));
        }

        return new ArraySchema
        {
            Pointer = node.Pointer,
            Items = items.Count == 1 ? items[0] : new UnionSchema { Pointer = places.Pointer, Branches = items.ToEquatableArray() },
        };
    }

    private static string? FormatOf(ObjectNode node) => node.TextOf("format") ?? node["contentEncoding"] switch
    {
        ScalarNode { Text: "base64" } => "byte",
        ScalarNode { Text: "base64url" } => "base64url",
        null when node.TextOf("contentMediaType") is "application/octet-stream" => "binary",
        _ => null,
    };
}
