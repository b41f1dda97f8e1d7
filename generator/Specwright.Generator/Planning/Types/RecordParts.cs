using Specwright.Model;

namespace Specwright.Planning.Types;

/// <summary>All that the plan of a record depends on, beside the options.</summary>
internal sealed record RecordParts
{
    public required ObjectSchema Schema { get; init; }

    public required string Identifier { get; init; }

    public RecordPlan? Base { get; init; }

    /// <summary>Whether others derive from it.</summary>
    public bool IsBase { get; init; }

    /// <summary>Those that derive from it; empty where no discriminator tells them.</summary>
    public EquatableArray<DerivedRecordPlan> Derived { get; init; }

    /// <summary>The property that tells the kinds of the hierarchy; null outside of any.</summary>
    public string? Discriminator { get; init; }

    /// <summary>What it says for this record; null: nothing.</summary>
    public string? DiscriminatorValue { get; init; }

    /// <summary>All that the schema declares, also again, in its order.</summary>
    public EquatableArray<PropertyParts> Properties { get; init; }

    /// <summary>Of additional properties of one type.</summary>
    public TypeReference? AdditionalValue { get; init; }
}

/// <summary>All that the plan of a property depends on.</summary>
internal readonly record struct PropertyParts
{
    public required Property Property { get; init; }

    /// <summary>Null: the base says the same of it, and nothing else is known here.</summary>
    public TypeReference? Type { get; init; }

    /// <summary>The schema behind references and <c>allOf</c>.</summary>
    public Schema? Resolved { get; init; }

    /// <inheritdoc cref="SchemaIndex.IsAlwaysPresent(Model.Property)"/>
    public bool IsAlwaysPresent { get; init; }

    /// <summary>Whether a record that derives from this one says something else of it.</summary>
    public bool IsDeclaredAgain { get; init; }

    /// <summary>Whether it says nothing but that it refers to a schema that has no type of its own.</summary>
    public bool IsAlias { get; init; }

    /// <summary>Whether a name chosen for its schema is that of a type.</summary>
    public bool HasOwnType { get; init; }
}

/// <summary>The plan of a record, and what there is to report of it.</summary>
internal sealed record MadeRecord(RecordPlan Plan, EquatableArray<PlacedFinding> Findings);

/// <param name="Place">Reported behind what there is to report of the types of this many properties.</param>
/// <param name="Finding">About names.</param>
internal readonly record struct PlacedFinding(int Place, Finding Finding);
