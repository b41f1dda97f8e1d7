using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>What extensions say about an operation's pages.</summary>
internal static class PaginationReader
{
    private const string Own = "x-specwright-pagination";
    private const string Pageable = "x-ms-pageable";

    public static Pagination? Read(ObjectNode operation, string pointer)
    {
        var own = operation[Own];
        if (own is ObjectNode declared)
        {
            return ReadDeclared(declared, pointer + "/" + Own);
        }

        if (own is not null)
        {
            var isNone = operation.TruthOf(Own) == false || operation.TextOf(Own) == "none";
            return new Pagination { Pointer = pointer + "/" + Own, Style = isNone ? PaginationStyle.None : PaginationStyle.Unknown };
        }

        // Without a name of the link there is one page only; links are followed by GET, whatever the method of the first request.
        return operation[Pageable] is ObjectNode pageable
            ? new Pagination
            {
                Pointer = pointer + "/" + Pageable,
                Style = pageable.TextOf("nextLinkName") is null || operation.Name != "get" ? PaginationStyle.None : PaginationStyle.NextLink,
                Next = Quote(pageable.TextOf("nextLinkName")),
                Items = Quote(pageable.TextOf("itemName") ?? "value"),
            }
            : null;
    }

    private static Pagination ReadDeclared(ObjectNode declared, string pointer) => new()
    {
        Pointer = pointer,
        Style = declared.TextOf("style") switch
        {
            "none" => PaginationStyle.None,
            "cursor" => PaginationStyle.Cursor,
            "next-link" => PaginationStyle.NextLink,
            "link-header" => PaginationStyle.LinkHeader,
            "offset" => PaginationStyle.Offset,
            "page" => PaginationStyle.Page,
            _ => PaginationStyle.Unknown,
        },
        Parameter = declared.TextOf("parameter"),
        Next = declared.TextOf("next"),
        More = declared.TextOf("more"),
        Last = declared.TextOf("last"),
        Items = declared.TextOf("items"),
        Total = declared.TextOf("total"),
        First = long.TryParse(declared.TextOf("first"), System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var first) ? first : null,
    };

    /// <summary>A whole name, whatever dots are in it: <c>odata.nextLink</c>.</summary>
    private static string? Quote(string? name) => name is null ? null : "'" + name + "'";
}
