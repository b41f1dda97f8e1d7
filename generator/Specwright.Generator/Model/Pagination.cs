namespace Specwright.Model;

/// <summary>How an operation's pages follow each other, as <c>x-specwright-pagination</c> or <c>x-ms-pageable</c> declares it. Members of the answer are names with a dot between them.</summary>
internal sealed record Pagination
{
    public required string Pointer { get; init; }

    public required PaginationStyle Style { get; init; }

    /// <summary>The query parameter that says which page.</summary>
    public string? Parameter { get; init; }

    /// <summary>The member with the cursor or link of the next page.</summary>
    public string? Next { get; init; }

    /// <summary>The member that is true as long as there are more pages.</summary>
    public string? More { get; init; }

    /// <summary>The member of the last item that is the cursor of the next page.</summary>
    public string? Last { get; init; }

    /// <summary>The member with the items; null: the only list.</summary>
    public string? Items { get; init; }

    /// <summary>The member with the number of all items.</summary>
    public string? Total { get; init; }

    /// <summary>The number of the first page.</summary>
    public long? First { get; init; }
}

internal enum PaginationStyle
{
    /// <summary>Said to have no pages.</summary>
    None,

    /// <summary>A parameter takes what the answer names, or what the last item holds.</summary>
    Cursor,

    /// <summary>The answer's body holds the address of the next page.</summary>
    NextLink,

    /// <summary>The header field Link holds it.</summary>
    LinkHeader,

    /// <summary>A parameter takes the number of items before the page.</summary>
    Offset,

    /// <summary>A parameter takes the number of the page.</summary>
    Page,

    /// <summary>Something that is not understood.</summary>
    Unknown,
}
