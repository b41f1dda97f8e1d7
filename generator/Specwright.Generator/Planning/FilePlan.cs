using Specwright.Model;

namespace Specwright.Planning;

/// <summary>What one file shows: the smallest part of the plan, so that a change in one schema writes one file.</summary>
internal abstract record FilePlan
{
    public required FileContext File { get; init; }

    /// <summary><c>Acme.Order.g.cs</c>.</summary>
    public required string HintName { get; init; }
}

/// <summary>Records, enumerations and unions: one of them, or a share of many (<see cref="FileDivision"/>).</summary>
internal sealed record TypeFilePlan : FilePlan
{
    /// <summary>In ordinal order of their identifiers; never empty.</summary>
    public EquatableArray<TypePlan> Types { get; init; }
}

/// <summary>How the types and sub-clients of a client are divided into files.</summary>
internal enum FileDivision
{
    /// <summary>
    /// A file for each type and up to four for each sub-client, but of a large client a limited number. A compiler compares the names of all files of a generator with each other whenever it asks the
    /// generator, that is with each edit in an editor: with 5,000 files it is busy for a tenth of a second, and with 100 for less than a thousandth.
    /// </summary>
    ForCompiler,

    /// <summary>A file for each type and up to four for each sub-client, whatever their number.</summary>
    ForReview,
}

/// <summary>The interface, the client class, the options, the registration: each a file over the same operations.</summary>
internal sealed record ClientFilePlan : FilePlan
{
    public required ClientFileKind Kind { get; init; }

    public required ClientPlan Client { get; init; }
}

/// <summary>
/// The interface, the class, the header fields or the results of a sub-client, or a share of many whole ones (<see cref="FileDivision"/>). It knows nothing of the other sub-clients, so that a change in
/// one of them leaves it equal.
/// </summary>
internal sealed record SubClientFilePlan : FilePlan
{
    /// <summary>Null: all that there is of each.</summary>
    public required ClientFileKind? Kind { get; init; }

    public required ClientNames Client { get; init; }

    /// <summary>In ordinal order of their properties; never empty.</summary>
    public EquatableArray<SubClientPlan> SubClients { get; init; }
}

/// <summary>What reads the requests of the server.</summary>
internal sealed record WebhooksFilePlan : FilePlan
{
    public required WebhooksPlan Webhooks { get; init; }
}

internal enum ClientFileKind
{
    Interface,
    Class,
    Headers,
    Results,
    Options,
    Registration,
}

/// <summary>How records stand in XML.</summary>
internal sealed record XmlFilePlan : FilePlan
{
    public required string Identifier { get; init; }

    public EquatableArray<XmlShapePlan> Shapes { get; init; }
}

/// <summary>The resolver of JSON type information.</summary>
internal sealed record JsonFilePlan : FilePlan
{
    public required string Identifier { get; init; }

    /// <summary>All types with a codec, in ordinal order.</summary>
    public EquatableArray<JsonTypePlan> Types { get; init; }

    /// <summary>The same types by the length of their names; empty where they are so few that one list finds them.</summary>
    public EquatableArray<TypesOfLength> ByLength { get; init; }
}

/// <summary>Types whose names are equally long: one method finds one of them, and is compiled when the first of them is asked for.</summary>
/// <param name="Length">Of each name, as reflection gives it.</param>
/// <param name="Method">The identifier of the method; no type has it.</param>
/// <param name="Types">In ordinal order.</param>
internal sealed record TypesOfLength(int Length, string Method, EquatableArray<JsonTypePlan> Types);

/// <param name="Identifier">The type.</param>
/// <param name="Codec">What reads and writes it.</param>
internal sealed record JsonTypePlan(string Identifier, string Codec);
