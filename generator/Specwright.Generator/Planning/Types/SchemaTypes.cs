using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Reuse;

namespace Specwright.Planning.Types;

/// <summary>Gives every schema of a description its C# type.</summary>
/// <remarks>
/// Named objects, enumerations and unions get a type each, used or not. Other named schemas are aliases: whoever refers to them gets the type behind.
/// Plans are made from a queue, not on the way down, so that no depth of references and no cycle grows the stack.
/// </remarks>
internal sealed class SchemaTypes
{
    /// <summary>Lists of lists through this many named schemas: nobody means that.</summary>
    private const int MaxAliasDepth = 32;

    private readonly SchemaIndex _index;
    private readonly TypeNames _names;
    private readonly RecordPlanner _records;
    private readonly EnumPlanner _enums;
    private readonly UnionPlanner _unions;
    private readonly ICollection<Finding> _findings;
    private readonly bool _enumsAreClosed;
    private readonly HashSet<string> _reportedPointers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _openAliases = new(StringComparer.Ordinal);
    private readonly Queue<(Schema Schema, string Identifier)> _queue = new();
    private readonly Dictionary<string, TypeReference> _generated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypePlan> _plans = new(StringComparer.Ordinal);

    /// <param name="description">The whole description: its named schemas are planned at once.</param>
    /// <param name="options">The client's: no type is named like a part of the namespace, which would hide the other one.</param>
    /// <param name="reservedTypeNames">Names of the client's own types, compared ignoring case.</param>
    /// <param name="memory">Of plans that were made with the same options.</param>
    /// <param name="findings">Gets what was left out or renamed.</param>
    public SchemaTypes(ApiDescription description, ClientOptions options, IEnumerable<string> reservedTypeNames, PlanMemory memory, List<Finding> findings)
    {
        _findings = findings;
        _index = new SchemaIndex(description, options);
        Files = new FileSchemas(description, _index);
        Xml = new XmlShapes(options.ClientName + "Xml", _index, Reference);
        _names = new TypeNames(description, _index, reservedTypeNames.Concat(options.Namespace.Split('.')), findings);
        _records = new RecordPlanner(_index, options, ReferenceInside, memory.Records, findings);
        _enums = new EnumPlanner(_index.Scalars, memory.Enums, findings);
        _enumsAreClosed = options.Enums == EnumKind.Closed;
        _unions = new UnionPlanner(_index, ReferenceInside, memory.Unions, findings);
        foreach (var schema in description.Schemas.OrderBy(schema => schema.Pointer, StringComparer.Ordinal))
        {
            // Aliases too: what is inline in them becomes a type, and what is unsupported in them a finding.
            Reference(schema.Schema, Naming.Identifiers.Pascal(schema.WireName));
        }
    }

    /// <summary>The schemas that are files.</summary>
    public FileSchemas Files { get; }

    /// <summary>How types stand in XML.</summary>
    public XmlShapes Xml { get; }

    /// <summary>The schema behind references, without <c>allOf</c>.</summary>
    public Schema Resolve(Schema schema) => _index.Resolve(schema);

    /// <summary>The plan of a record that was referred to.</summary>
    public RecordPlan? RecordOf(TypeReference type) => type.Shape == TypeShape.Object && _plans.TryGetValue(type.Name, out var plan) ? plan as RecordPlan : null;

    /// <summary>The C# type of a schema's values. An inline object or enumeration gets a generated type.</summary>
    /// <param name="schema">Of this description.</param>
    /// <param name="nameHint">In Pascal case; names a generated type: <c>GetOrderResponse</c>.</param>
    public TypeReference Reference(Schema schema, string nameHint)
    {
        var type = ReferenceInside(schema, nameHint);
        while (_queue.Count > 0)
        {
            var (queued, identifier) = _queue.Dequeue();
            _plans.Add(identifier, queued switch
            {
                ObjectSchema @object => _records.Plan(@object, identifier),
                StringSchema or IntegerSchema => _enums.Plan(queued, identifier, _enumsAreClosed ? _names.CompanionOf(queued) : null),
                UnionSchema union => _unions.Plan(union, identifier),
                _ => throw new InvalidOperationException($"{queued.Pointer} has no type of its own"),
            });
        }

        return type;
    }

    /// <summary>
    /// The same for a parameter or header field. A union of strings, whatever their formats, is text there; another one has no one text: it becomes any value and a
    /// finding, and leaves no type behind.
    /// </summary>
    public TypeReference ReferenceText(Schema schema, string nameHint)
    {
        var resolved = _index.Resolve(schema);
        var value = resolved is ArraySchema array ? _index.Resolve(array.Items) : resolved;
        if (value is not UnionSchema union || _index.IsStringOrNumber(union))
        {
            return Reference(schema, nameHint);
        }

        if (!_index.IsText(union))
        {
            return Unsupported(value, "oneOf or anyOf in a parameter or header field");
        }

        var text = TypeReferences.String with { AllowsNull = value.AllowsNull };
        return resolved is ArraySchema ? TypeReferences.List(text) with { AllowsNull = resolved.AllowsNull || schema.AllowsNull } : text with { AllowsNull = text.AllowsNull || schema.AllowsNull };
    }

    /// <summary>All generated types in ordinal order of their names; complete when all references were made.</summary>
    public EquatableArray<TypePlan> Plans()
    {
        var identifiers = new string[_plans.Count];
        var plans = new TypePlan[_plans.Count];
        _plans.Keys.CopyTo(identifiers, 0);
        _plans.Values.CopyTo(plans, 0);
        Array.Sort(identifiers, plans, StringComparer.Ordinal);
        return EquatableArray.Owning(plans);
    }

    private TypeReference ReferenceInside(Schema schema, string nameHint)
    {
        var simple = _index.Simplify(schema);
        var type = simple switch
        {
            ReferenceSchema reference => ReferenceTarget(reference, nameHint),
            ObjectSchema { Properties.IsEmpty: false } => Generated(simple, nameHint, TypeShape.Object),
            StringSchema or IntegerSchema when _index.Scalars.IsEnumeration(simple) && _enumsAreClosed => Generated(simple, nameHint, TypeShape.ClosedEnum),
            StringSchema when _index.Scalars.IsEnumeration(simple) => Generated(simple, nameHint, TypeShape.StringEnum),
            IntegerSchema when _index.Scalars.IsEnumeration(simple) => Generated(simple, nameHint, TypeShape.IntegerEnum),
            ObjectSchema { AdditionalPropertiesSchema: { } value } => TypeReferences.Map(ReferenceInside(value, nameHint + "Value")),
            ObjectSchema => TypeReferences.Map(TypeReferences.Any),
            ArraySchema array => TypeReferences.List(ReferenceInside(array.Items, nameHint + "Item")),
            StringSchema or AnySchema when Files.Contains(simple) => TypeReferences.File,
            StringSchema @string => _index.Scalars.Of(@string),
            IntegerSchema integer => _index.Scalars.Of(integer),
            NumberSchema number => _index.Scalars.Of(number),
            BooleanSchema => TypeReferences.Boolean,
            AnySchema => TypeReferences.Any,
            UnionSchema union when _index.IsStringOrNumber(union) => TypeReferences.StringOrNumber,
            UnionSchema union when Files.ListIn(union) is { } files => ReferenceInside(files, nameHint),
            UnionSchema => Generated(simple, nameHint, TypeShape.Union),
            UnsupportedSchema unsupported => Unsupported(simple, unsupported.Keyword),
            _ => throw new InvalidOperationException($"No type for {simple.GetType().Name}"),
        };

        var allowsNull = type.Shape != TypeShape.Any && (type.AllowsNull || simple.AllowsNull || schema.AllowsNull);
        var isSecret = type.IsSecret || simple.IsWriteOnly || schema.IsWriteOnly;
        return type.AllowsNull == allowsNull && type.IsSecret == isSecret ? type : type with { AllowsNull = allowsNull, IsSecret = isSecret };
    }

    private TypeReference ReferenceTarget(ReferenceSchema reference, string nameHint)
    {
        if (_index.Find(reference.Target) is not { } target)
        {
            return TypeReferences.Any;
        }

        if (_index.HasOwnType(target.Schema))
        {
            return ReferenceInside(target.Schema, nameHint);
        }

        if (_openAliases.Count >= MaxAliasDepth || !_openAliases.Add(reference.Target))
        {
            return Unsupported(target.Schema, "A schema that contains itself without an object between");
        }

        try
        {
            return ReferenceInside(target.Schema, Naming.Identifiers.Pascal(target.WireName));
        }
        finally
        {
            _openAliases.Remove(reference.Target);
        }
    }

    private TypeReference Generated(Schema schema, string nameHint, TypeShape shape)
    {
        if (!_generated.TryGetValue(schema.Pointer, out var type))
        {
            var identifier = _names.Name(schema, nameHint);
            type = shape == TypeShape.ClosedEnum
                ? TypeReferences.ClosedEnum(identifier, _names.CompanionOf(schema), schema.Pointer)
                : TypeReferences.Generated(identifier, shape, schema.Pointer);
            _generated.Add(schema.Pointer, type);
            _queue.Enqueue((schema, identifier));
        }

        return type;
    }

    private TypeReference Unsupported(Schema schema, string keyword)
    {
        if (_reportedPointers.Add(schema.Pointer))
        {
            _findings.Add(new Finding { RuleId = Rules.SchemaUnsupported.Id, Pointer = SchemaIntersection.PlaceOf(schema.Pointer), Arguments = EquatableArray.Of(keyword) });
        }

        return TypeReferences.Any;
    }
}
