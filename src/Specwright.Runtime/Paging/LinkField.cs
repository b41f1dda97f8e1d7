namespace Specwright;

/// <summary>The header field <c>Link</c> (RFC 8288).</summary>
public static class LinkField
{
    /// <summary>Where the next page is: the target of the first link with the relation <c>next</c> that is about the answer itself.</summary>
    /// <returns>As written, often relative; null where there is none.</returns>
    public static string? NextOf(ApiResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var rest = response.Headers["Link"].AsSpan();
        while (true)
        {
            var start = rest.IndexOf('<');
            var length = start < 0 ? -1 : rest[(start + 1)..].IndexOf('>');
            if (length < 0)
            {
                return null;
            }

            var target = rest.Slice(start + 1, length);
            rest = rest[(start + length + 2)..];
            if (ReadParameters(ref rest))
            {
                return target.Trim().ToString();
            }
        }
    }

    /// <summary>Moves behind the parameters of one link.</summary>
    private static bool ReadParameters(ref ReadOnlySpan<char> rest)
    {
        bool? isNext = null;
        var isAboutAnother = false;
        while (true)
        {
            rest = rest.TrimStart(" \t");
            if (rest.IsEmpty || rest[0] != ';')
            {
                return isNext == true && !isAboutAnother;
            }

            rest = rest[1..];
            var end = rest.IndexOfAny("=;,");
            var name = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? default : rest[end..];
            var value = rest is ['=', ..] ? ReadValue(ref rest) : "";

            // Of a repeated rel the first counts (RFC 8288, 3.3).
            if (name.Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                isNext ??= value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains("next", StringComparer.OrdinalIgnoreCase);
            }

            isAboutAnother |= name.Equals("anchor", StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string ReadValue(ref ReadOnlySpan<char> rest)
    {
        rest = rest[1..].TrimStart(" \t");
        if (rest is not ['"', ..])
        {
            var end = rest.IndexOfAny(";,");
            var token = (end < 0 ? rest : rest[..end]).Trim().ToString();
            rest = end < 0 ? default : rest[end..];
            return token;
        }

        var text = new System.Text.StringBuilder();
        var i = 1;
        for (; i < rest.Length && rest[i] != '"'; i++)
        {
            if (rest[i] == '\\' && i + 1 < rest.Length)
            {
                i++;
            }

            text.Append(rest[i]);
        }

        rest = rest[Math.Min(i + 1, rest.Length)..];
        return text.ToString();
    }
}
