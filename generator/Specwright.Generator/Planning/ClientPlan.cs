using Specwright.Model;

namespace Specwright.Planning;

/// <summary>What every generated file of one client shares.</summary>
internal sealed record FileContext
{
    public required string SpecName { get; init; }

    public required string Namespace { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    /// <summary>What types with members are: those of schemas, of header fields, and those that hold one of several.</summary>
    public TypeKind Types { get; init; }

    /// <summary>Identifiers of generated types that also name a type of the framework or runtime that we use (<c>Task</c>, <c>ApiResponse</c>), in ordinal order.</summary>
    public EquatableArray<string> ShadowedNames { get; init; }
}

/// <summary>Everything that is decided about the C# of one description.</summary>
internal sealed record ApiPlan
{
    public required ClientPlan Client { get; init; }

    /// <summary>In ordinal order of their identifiers.</summary>
    public EquatableArray<TypePlan> Types { get; init; }

    /// <summary>Null: the server sends nothing by itself.</summary>
    public WebhooksPlan? Webhooks { get; init; }

    /// <summary>How records stand in XML; empty where no operation uses XML. In ordinal order of their identifiers.</summary>
    public EquatableArray<XmlShapePlan> XmlShapes { get; init; }
}

/// <summary>The client itself, without the data types: a change inside a schema leaves it equal, so that its files are not written again.</summary>
internal sealed record ClientPlan
{
    public required FileContext File { get; init; }

    public required ClientNames Names { get; init; }

    public required Documentation Documentation { get; init; }

    /// <summary>Those of the client itself, in the order of the description; all of them where there are no sub-clients.</summary>
    public EquatableArray<OperationPlan> Operations { get; init; }

    /// <summary>In ordinal order of their properties; empty: operations are not divided by tag.</summary>
    public EquatableArray<SubClientPlan> SubClients { get; init; }

    /// <summary>Of the client and of all its sub-clients.</summary>
    public IEnumerable<OperationPlan> AllOperations => Operations.Concat(SubClients.SelectMany(subClient => subClient.Operations));

    public EquatableArray<SecuritySchemePlan> SecuritySchemes { get; init; }

    /// <summary>Those of the description, the default first, then those of operations.</summary>
    public EquatableArray<ServerPlan> Servers { get; init; }

    /// <summary>The server of the description that the base address starts with; null: it is still to be set.</summary>
    public ServerPlan? DefaultServer { get; init; }

    /// <summary>What would be the default if callers did not have to give values for its variables; otherwise null.</summary>
    public ServerPlan? ServerToComplete { get; init; }

    /// <summary>The same where other described addresses count only beside it: those of operations and token endpoints; else null.</summary>
    public ServerPlan? DescribedBaseAddress { get; init; }

    /// <summary>The addresses of operations that have servers of their own, in ordinal order of their options.</summary>
    public EquatableArray<ServerSettingPlan> ServerSettings { get; init; }
}

/// <summary>The operations of one tag: a class and an interface of their own, reached by a property of the client.</summary>
internal sealed record SubClientPlan
{
    /// <summary><c>Payments</c>. Unique among the sub-clients ignoring case: file names carry it.</summary>
    public required string Property { get; init; }

    /// <summary><c>_paymentsClient</c>, in the client class.</summary>
    public required string Field { get; init; }

    /// <summary><c>IAcmePaymentsClient</c>; null: there is none.</summary>
    public required string? Interface { get; init; }

    /// <summary>The type that callers ask a container for.</summary>
    public string Service => Interface ?? Class;

    /// <summary><c>AcmePaymentsClient</c>.</summary>
    public required string Class { get; init; }

    public required Documentation Documentation { get; init; }

    /// <summary>In the order of the description.</summary>
    public EquatableArray<OperationPlan> Operations { get; init; }
}

/// <summary>The names of the client's own types.</summary>
internal sealed record ClientNames
{
    /// <summary><c>Acme</c>.</summary>
    public required string Client { get; init; }

    /// <summary><c>IAcmeClient</c>; null: there is none.</summary>
    public required string? Interface { get; init; }

    /// <summary>The type that callers ask a container for.</summary>
    public string Service => Interface ?? Class;

    /// <summary><c>AcmeClient</c>.</summary>
    public required string Class { get; init; }

    /// <summary><c>AcmeOptions</c>.</summary>
    public required string Options { get; init; }

    /// <summary><c>AcmeJson</c>.</summary>
    public required string Json { get; init; }

    /// <summary><c>AcmeXml</c>: exists where an operation uses XML.</summary>
    public required string Xml { get; init; }

    /// <summary><c>AcmeRegistration</c>, with the method <c>AddAcme</c>.</summary>
    public required string Registration { get; init; }
}

internal sealed record SecuritySchemePlan
{
    /// <summary>The property of the options: <c>BearerAuth</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>The static field of the options: <c>BearerAuthScheme</c>.</summary>
    public required string SchemeField { get; init; }

    public required string WireName { get; init; }

    public required SecuritySchemeKind Kind { get; init; }

    /// <summary>Of a key; otherwise null.</summary>
    public string? ParameterName { get; init; }

    public string? TokenUrl { get; init; }

    public string? RefreshUrl { get; init; }

    public string? OpenIdConnectUrl { get; init; }

    /// <summary>A token of HTTP, as written; null unless the kind is <see cref="SecuritySchemeKind.Http"/>.</summary>
    public string? HttpScheme { get; init; }

    public required Documentation Documentation { get; init; }
}

internal sealed record ServerPlan
{
    /// <summary>From the server's description, or <c>Server1</c>…: <c>Production</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>Absolute where possible; a relative one (<c>/v2</c>) leaves the base address unset.</summary>
    public required string Url { get; init; }

    public bool IsAbsolute { get; init; }

    /// <summary>Those that callers must give a value come first, as parameters do.</summary>
    public EquatableArray<ServerVariablePlan> Variables { get; init; }

    /// <summary>Whether the description alone gives an address.</summary>
    public bool IsComplete => Variables.All(variable => variable.Default is not null);

    /// <summary>The address from left to right; one literal part where there are no variables.</summary>
    public EquatableArray<ServerPartPlan> Parts { get; init; }

    public required Documentation Documentation { get; init; }
}

internal sealed record ServerVariablePlan
{
    public required string Identifier { get; init; }

    public required string WireName { get; init; }

    /// <summary>Null: callers must give a value, for the description has none that could stand there.</summary>
    public string? Default { get; init; }

    /// <summary>The only values that may stand there, the default included; empty: what fits the place.</summary>
    public EquatableArray<string> Values { get; init; }

    public string? Description { get; init; }
}

/// <summary>Literal text of an address, or a variable at one place of it.</summary>
/// <param name="Literal">Null for a variable.</param>
/// <param name="Variable">Null for text.</param>
/// <param name="Place">Of a variable.</param>
internal sealed record ServerPartPlan(string? Literal, ServerVariablePlan? Variable, ServerVariablePlace Place);

/// <summary>What of the address a variable holds, and so what may stand there.</summary>
internal enum ServerVariablePlace
{
    /// <summary>Part of the host, or of anything else that is no place of its own.</summary>
    InHost,

    /// <summary>The host, between <c>//</c> and the port or the path.</summary>
    AsHost,

    InScheme,

    InPort,

    /// <summary>After a slash.</summary>
    InPath,

    /// <summary>The path with its slash.</summary>
    AsPath,

    /// <summary>Scheme and host, perhaps with a path.</summary>
    AsAddress,
}

/// <summary>An option for the address of operations that have a server of their own.</summary>
internal sealed record ServerSettingPlan
{
    /// <summary>The property: <c>FilesAddress</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>The address as the description writes it.</summary>
    public required string Url { get; init; }

    /// <summary>Used unless the option says otherwise; null: the description's address cannot be used or is not https, and the option must be set.</summary>
    public ServerPlan? Default { get; init; }

    public required Documentation Documentation { get; init; }
}

/// <summary>What planning gives.</summary>
internal sealed record PlanResult
{
    public required ApiPlan Plan { get; init; }

    public EquatableArray<Finding> Findings { get; init; }
}
