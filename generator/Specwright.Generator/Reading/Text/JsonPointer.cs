namespace Specwright.Reading.Text;

/// <summary>JSON pointers, RFC 6901.</summary>
internal static class JsonPointer
{
    public static string Escape(string token) =>
        token.IndexOfAny(['~', '/']) < 0 ? token : token.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string token) =>
        token.IndexOf('~') < 0 ? token : token.Replace("~1", "/").Replace("~0", "~");

    /// <summary>The tokens behind the <c>#</c>, unescaped; empty for the root.</summary>
    public static string[] Tokens(string pointer)
    {
        var fragment = pointer.Substring(pointer.IndexOf('#') + 1);
        return fragment.Length == 0 ? [] : [.. fragment.Split('/').Skip(1).Select(Unescape)];
    }

    /// <summary>The node that a fragment's tokens lead to from a root; null when one of them is missing.</summary>
    public static Node? Walk(Node root, IEnumerable<string> tokens)
    {
        Node? current = root;
        foreach (var token in tokens)
        {
            current = current switch
            {
                ObjectNode parent => parent[token],
                ArrayNode parent when TryIndex(token, out var index) && index < parent.Items.Count => parent.Items[index],
                _ => null,
            };
            if (current is null)
            {
                return null;
            }
        }

        return current;
    }

    /// <summary>The node of a pointer or, where a token is missing, the last one found on the way.</summary>
    public static Node Nearest(Node root, string pointer)
    {
        var current = root;
        foreach (var token in Tokens(pointer))
        {
            if (Walk(current, [token]) is not { } next)
            {
                break;
            }

            current = next;
        }

        return current;
    }

    private static bool TryIndex(string token, out int index)
    {
        index = 0;
        if (token.Length is 0 or > 9)
        {
            return false;
        }

        foreach (var character in token)
        {
            if (character is < '0' or > '9')
            {
                return false;
            }

            index = (index * 10) + (character - '0');
        }

        return true;
    }
}
