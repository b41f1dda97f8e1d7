using Specwright.Model;

namespace Specwright.Planning;

/// <summary>The methods that follow the pages of an operation.</summary>
internal sealed record PagingPlan
{
    /// <summary><see cref="PaginationStyle.Cursor"/>, <see cref="PaginationStyle.NextLink"/>, <see cref="PaginationStyle.LinkHeader"/>, <see cref="PaginationStyle.Offset"/> or <see cref="PaginationStyle.Page"/>.</summary>
    public required PaginationStyle Style { get; init; }

    /// <summary>The C# parameter that says which page; null where links lead.</summary>
    public string? Parameter { get; init; }

    /// <summary>From the body to the list of items; empty: the body is the list.</summary>
    public EquatableArray<MemberStep> Items { get; init; }

    /// <summary>The type of one item.</summary>
    public required TypeReference Item { get; init; }

    /// <summary>From the body to the cursor or link; empty where there is none.</summary>
    public EquatableArray<MemberStep> Next { get; init; }

    /// <summary>From the body to what is true as long as there are more pages; empty where there is none.</summary>
    public EquatableArray<MemberStep> More { get; init; }

    /// <summary>From the last item to the cursor; empty where the body holds it.</summary>
    public EquatableArray<MemberStep> Last { get; init; }

    /// <summary>From the body to the number of all items; empty where there is none.</summary>
    public EquatableArray<MemberStep> Total { get; init; }

    /// <summary>The number of the first page.</summary>
    public long First { get; init; }

    /// <summary>The C# parameter that says how many items are on a page; null where none does, or where no total is to be judged by it.</summary>
    public string? Size { get; init; }

    /// <summary>The number of items on a page when the caller does not say; null: not described.</summary>
    public long? UsualSize { get; init; }
}

/// <summary>A property on the way to a value.</summary>
internal sealed record MemberStep
{
    public required string Identifier { get; init; }

    /// <summary>Whether the property may be null.</summary>
    public bool MayBeNull { get; init; }
}
