namespace Specwright.Planning.Operations;

/// <summary>
/// The names by which pages are told where nothing declares them, in small letters without separators. Few on purpose: a list that is followed wrongly is worse than one that is not.
/// docs/pagination.md has the same table.
/// </summary>
internal static class PagingNames
{
    /// <summary>Members with the address of the next page, whatever their format.</summary>
    public static readonly HashSet<string> NextLinks = Set("@odata.nextlink", "odata.nextlink", "nextlink", "nexturl", "nexturi", "nextpageurl", "nextpageuri", "nextpagelink", "nexthref");

    /// <summary>Parameters that take a cursor, each with the members that hold the next one.</summary>
    public static readonly IReadOnlyDictionary<string, HashSet<string>> Cursors = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal)
    {
        ["cursor"] = Set("nextcursor", "cursor", "nextpagecursor"),
        ["nextcursor"] = Set("nextcursor"),
        ["pagecursor"] = Set("nextcursor", "nextpagecursor"),
        ["startcursor"] = Set("nextcursor"),
        ["pagetoken"] = Set("nextpagetoken"),
        ["nextpagetoken"] = Set("nextpagetoken"),
        ["nexttoken"] = Set("nexttoken"),
        ["continuationtoken"] = Set("continuationtoken", "nextcontinuationtoken"),
        ["continuation"] = Set("continuation", "nextcontinuation"),
        ["marker"] = Set("nextmarker"),
        ["bookmark"] = Set("bookmark", "nextbookmark"),
        ["page"] = Set("nextpage"),
        ["after"] = Set("nextcursor", "lastid"),
        ["startingafter"] = Set("nextcursor", "lastid"),
    };

    /// <summary>Parameters that take the id of the last item, where a member says whether there are more.</summary>
    public static readonly HashSet<string> AfterLast = Set("startingafter", "after");

    public static readonly HashSet<string> More = Set("hasmore", "hasnext", "hasnextpage");

    public static readonly HashSet<string> Totals = Set("total", "totalcount", "totalitems", "totalentries", "totalresults", "totalrecords", "totalsize", "itemstotal");

    public static readonly HashSet<string> Offsets = Set("offset", "skip", "$skip", "page[offset]");

    public static readonly HashSet<string> Pages = Set("page", "pagenumber", "page[number]");

    public static readonly HashSet<string> Sizes = Set("limit", "count", "top", "$top", "perpage", "pagesize", "size", "maxresults", "page[limit]", "page[size]");

    /// <summary>Objects of an answer that hold what is about the page.</summary>
    public static readonly HashSet<string> Envelopes = Set("meta", "metadata", "pagination", "paging", "pageinfo", "responsemetadata", "cursors");

    /// <summary>Lists of an answer that are never its items.</summary>
    public static readonly HashSet<string> OtherLists = Set("errors", "warnings", "links");

    public static string Of(string wireName) => wireName.Replace("_", "").Replace("-", "").ToLowerInvariant();

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.Ordinal);
}
