using Specwright.Model;

namespace Specwright.Planning.Operations;

/// <summary>The keys of a responses object.</summary>
internal static class StatusCodes
{
    public const string Default = "default";

    /// <summary>Those responses that a status can select, exact ones first, then ranges, then <c>default</c>; one for each key.</summary>
    public static IReadOnlyList<Response> Ordered(EquatableArray<Response> responses)
    {
        var ordered = new List<Response>(responses.Count);
        foreach (var response in responses)
        {
            if ((response.Status == Default || IsExact(response.Status) || IsRange(response.Status)) && !Contains(ordered, response.Status))
            {
                ordered.Add(response);
            }
        }

        ordered.Sort((one, other) => RankOf(one) != RankOf(other) ? RankOf(one) - RankOf(other) : string.CompareOrdinal(one.Status, other.Status));
        return ordered;

        static int RankOf(Response response) => response.Status == Default ? 2 : IsRange(response.Status) ? 1 : 0;
    }

    public static bool IsSuccess(string status) => status != Default && status[0] == '2';

    /// <summary>Whether it sends the caller to another address (RFC 9110, 15.4); 304 does not.</summary>
    public static bool IsRedirect(string status) => status is "301" or "302" or "303" or "307" or "308" or "3XX";

    public static bool IsRange(string status) => status.Length == 3 && status[0] is >= '1' and <= '5' && status.EndsWith("XX", StringComparison.Ordinal);

    /// <summary>Whether HTTP forbids a body with it (RFC 9110, 15.3.5, 15.3.6, 15.4.5).</summary>
    public static bool HasNoBody(string status) => status is "204" or "205" or "304";

    /// <summary>Asked for each response of each operation, several times over: it allocates nothing.</summary>
    private static bool Contains(List<Response> responses, string status)
    {
        foreach (var response in responses)
        {
            if (response.Status == status)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsExact(string status) => status.Length == 3 && status[0] is >= '1' and <= '9' && status[1] is >= '0' and <= '9' && status[2] is >= '0' and <= '9';
}
