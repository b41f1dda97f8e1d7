namespace Specwright.Model;

/// <summary>One API as its description states it: no C# names, no positions, no objects of the reading library.</summary>
/// <remarks>
/// Every value below this record is immutable and compares by content, because the compiler keeps it between two edits: an equal
/// model ends the work. Cycles go by pointer (<see cref="ReferenceSchema"/>), never by object reference. Positions in the text live in
/// the position table of Reading, so that moving a line changes nothing here.
/// </remarks>
internal sealed record ApiDescription
{
    public required string Title { get; init; }

    public string? Description { get; init; }

    public EquatableArray<Server> Servers { get; init; }

    /// <summary>In the order of the description.</summary>
    public EquatableArray<SecurityScheme> SecuritySchemes { get; init; }

    /// <summary>
    /// Every schema that a <see cref="ReferenceSchema"/> can point to: <c>components/schemas</c> (or <c>definitions</c>) in the order of the
    /// description, then schemas elsewhere that something refers to, ordered by pointer.
    /// </summary>
    public EquatableArray<NamedSchema> Schemas { get; init; }

    /// <summary>In the order of the description.</summary>
    public EquatableArray<Operation> Operations { get; init; }

    /// <summary>Requests that the server sends: webhooks, then callbacks, each in the order of the description.</summary>
    public EquatableArray<Webhook> Webhooks { get; init; }

    /// <summary>Some of its operations or webhooks are hidden: then only what the others need is part of the client.</summary>
    public bool HasHiddenOperations { get; init; }

    /// <summary>The tags that the description itself lists, in its order; operations may use others.</summary>
    public EquatableArray<Tag> Tags { get; init; }
}

/// <summary>What operations with this tag have in common.</summary>
internal sealed record Tag
{
    /// <summary>For example <c>#/tags/0</c>.</summary>
    public required string Pointer { get; init; }

    public required string WireName { get; init; }

    /// <summary>The value of <c>x-specwright-name</c>, if any.</summary>
    public string? ChosenName { get; init; }

    public string? Summary { get; init; }

    public string? Description { get; init; }
}

/// <summary>A server address, possibly with variables in braces.</summary>
internal sealed record Server
{
    /// <summary>For example <c>#/servers/0</c>.</summary>
    public required string Pointer { get; init; }

    public required string Url { get; init; }

    /// <summary>Whether braces in the address name variables. In a 2.0 description they do not: neither <c>host</c> nor <c>basePath</c> is a template.</summary>
    public bool IsTemplate { get; init; } = true;

    /// <summary>The value of <c>x-specwright-name</c> or, from OpenAPI 3.2 on, of <c>name</c>, if any.</summary>
    public string? ChosenName { get; init; }

    public string? Description { get; init; }

    public EquatableArray<ServerVariable> Variables { get; init; }
}

internal sealed record ServerVariable
{
    public required string Name { get; init; }

    /// <summary>Null: the description gives none, which OpenAPI does not allow but occurs.</summary>
    public string? Default { get; init; }

    /// <summary>The allowed values; empty means any.</summary>
    public EquatableArray<string> Values { get; init; }

    public string? Description { get; init; }
}

/// <summary>A schema that others refer to by pointer.</summary>
internal sealed record NamedSchema
{
    /// <summary>For example <c>#/components/schemas/Order</c>, tokens escaped as in RFC 6901.</summary>
    public required string Pointer { get; init; }

    /// <summary>The last token of the pointer, unescaped; for a pointer into a path or property the meaningful tail (a hint for naming).</summary>
    public required string WireName { get; init; }

    public required Schema Schema { get; init; }
}
