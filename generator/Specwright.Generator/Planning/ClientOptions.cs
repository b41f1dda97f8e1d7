using Specwright.Planning.Selection;

namespace Specwright.Planning;

/// <summary>What the build says about one description: the metadata of its <c>OpenApiSpec</c> item, defaults filled in.</summary>
internal sealed record ClientOptions
{
    /// <summary>File name of the description, for headers: <c>acme.openapi.yaml</c>. Never a path: that would differ between machines.</summary>
    public required string SpecName { get; init; }

    /// <summary>C# namespace of everything generated. Default: root namespace of the project, then the client name.</summary>
    public required string Namespace { get; init; }

    /// <summary>For example <c>Acme</c>: gives <c>AcmeClient</c>, <c>IAcmeClient</c>, <c>AcmeOptions</c>, <c>AcmeJson</c>, <c>AddAcme</c>. Default: from the file name.</summary>
    public required string ClientName { get; init; }

    /// <summary>Whether generated types are public (default) or internal.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Whether operations are divided by tag.</summary>
    public SubClientChoice SubClients { get; init; }

    /// <summary>Which operations get methods that follow their pages.</summary>
    public PaginationChoice Pagination { get; init; }

    /// <summary>Which operations the client gets.</summary>
    public OperationSelection Selection { get; init; } = new();

    /// <summary>Whether the client and its sub-clients have interfaces.</summary>
    public bool HasInterfaces { get; init; } = true;

    /// <summary>What enumerations become.</summary>
    public EnumKind Enums { get; init; }

    /// <summary>What a number is whose format does not say it.</summary>
    public NumberKind Numbers { get; init; }

    /// <summary>What points in time are.</summary>
    public DateKind Dates { get; init; }

    /// <summary>How members show that absent and null are different values of theirs.</summary>
    public OptionalKind Optionals { get; init; }

    /// <summary>Whether objects become records or classes.</summary>
    public TypeKind Types { get; init; }
}
