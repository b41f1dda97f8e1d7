using System.Buffers;

namespace Specwright;

/// <summary>Header and cookie parameters of a request. Line breaks, other control characters and non-ASCII text are refused: they could forge fields.</summary>
public static class RequestFields
{
    private static readonly SearchValues<char> CookieCharacters = SearchValues.Create(
        "!#$&'()*+-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Sets a header field; null leaves it out.</summary>
    /// <remarks>A field that belongs to the body, such as <c>Content-Type</c>, is set on an empty body where the request has none.</remarks>
    /// <exception cref="ArgumentException">The value holds a character that is not printable ASCII. The message names the field, never the value.</exception>
    public static void AddHeader(HttpRequestMessage request, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (value is null)
        {
            return;
        }

        Check(name, value);
        if (!request.Headers.TryAddWithoutValidation(name, value))
        {
            // HttpClient keeps such fields with the body only.
            request.Content ??= BytesBody.Create(ReadOnlyMemory<byte>.Empty, null);
            request.Content.Headers.Remove(name);
            request.Content.Headers.TryAddWithoutValidation(name, value);
        }
    }

    /// <summary>Adds a cookie to the request's one <c>Cookie</c> field; null leaves it out. What a cookie may not hold is percent-encoded.</summary>
    public static void AddCookie(HttpRequestMessage request, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (value is null)
        {
            return;
        }

        var pair = $"{name}={(value.AsSpan().ContainsAnyExcept(CookieCharacters) ? PercentEncoding.Encode(value) : value)}";
        Check("Cookie", pair);
        var earlier = request.Headers.NonValidated.TryGetValues("Cookie", out var values) ? values.ToString() : null;
        request.Headers.Remove("Cookie");
        request.Headers.TryAddWithoutValidation("Cookie", earlier is null ? pair : $"{earlier}; {pair}");
    }

    /// <summary>Adds a media type to <c>Accept</c>.</summary>
    public static void Accept(HttpRequestMessage request, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check("Accept", mediaType);
        request.Headers.TryAddWithoutValidation("Accept", mediaType);
    }

    internal static bool IsSafe(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static void Check(string name, string value)
    {
        if (!IsSafe(value))
        {
            throw new ArgumentException($"The value of the header field {name} holds a line break or another character that is not printable ASCII.", nameof(value));
        }
    }
}
