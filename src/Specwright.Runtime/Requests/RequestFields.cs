using System.Buffers;
using Specwright.Json;

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

    /// <summary>Sets a header field to a list (style simple); null and an empty list leave it out, as RFC 6570, 3.2.1, does with undefined values.</summary>
    /// <param name="request">Gets the field.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="values">The values; <see cref="ParameterText.Each(IReadOnlyList{string})"/> gives their texts.</param>
    /// <inheritdoc cref="AddHeader"/>
    public static void AddHeaderList(HttpRequestMessage request, string name, IEnumerable<string>? values)
        => AddHeader(request, name, Joined(values));

    /// <summary>Adds a cookie to the request's one <c>Cookie</c> field; null leaves it out. What a cookie may not hold is percent-encoded.</summary>
    public static void AddCookie(HttpRequestMessage request, string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (value is null)
        {
            return;
        }

        AppendCookie(request, name, value, request.Headers.NonValidated.TryGetValues("Cookie", out var values) ? values.ToString() : null);
    }

    /// <summary>As <see cref="AddCookie"/>, in the place of one of the same name.</summary>
    internal static void SetCookie(HttpRequestMessage request, string name, string value)
    {
        var earlier = request.Headers.NonValidated.TryGetValues("Cookie", out var values)
            ? string.Join("; ", values.ToString().Split("; ").Where(pair => !pair.StartsWith(name + "=", StringComparison.Ordinal)))
            : null;
        AppendCookie(request, name, value, earlier is "" ? null : earlier);
    }

    private static void AppendCookie(HttpRequestMessage request, string name, string value, string? earlier)
    {
        var pair = $"{name}={(value.AsSpan().ContainsAnyExcept(CookieCharacters) ? PercentEncoding.Encode(value) : value)}";
        Check("Cookie", pair);
        request.Headers.Remove("Cookie");
        request.Headers.TryAddWithoutValidation("Cookie", earlier is null ? pair : $"{earlier}; {pair}");
    }

    /// <summary>Adds a list to the request's one <c>Cookie</c> field (style form); null and an empty list leave it out.</summary>
    /// <param name="request">Gets the field.</param>
    /// <param name="name">The cookie's name.</param>
    /// <param name="values">The values; <see cref="ParameterText.Each(IReadOnlyList{string})"/> gives their texts.</param>
    /// <param name="explode">A cookie for each value, not one with commas between them.</param>
    public static void AddCookieList(HttpRequestMessage request, string name, IEnumerable<string>? values, bool explode)
    {
        if (!explode)
        {
            AddCookie(request, name, Joined(values));
            return;
        }

        foreach (var value in values ?? [])
        {
            AddCookie(request, name, value);
        }
    }

    /// <summary>Sets a header field to a value of several parts (style simple); null leaves it out, and so do a list and an object without parts.</summary>
    /// <param name="request">Gets the field.</param>
    /// <param name="name">The field's name.</param>
    /// <param name="value">A list or an object.</param>
    /// <param name="explode">Members as <c>R=100,G=200</c>, not <c>R,100,G,200</c>.</param>
    /// <inheritdoc cref="AddHeader"/>
    public static void AddHeaderValue<T, TCodec>(HttpRequestMessage request, string name, T? value, bool explode)
        where TCodec : IJsonCodec<T>
        => AddHeader(request, name, value is null ? null : ValueFields.HeaderOf(ValueFields.JsonOf<T, TCodec>(value), explode));

    /// <inheritdoc cref="AddHeaderValue{T,TCodec}(HttpRequestMessage, string, T, bool)"/>
    public static void AddHeaderValue<T, TCodec>(HttpRequestMessage request, string name, T? value, bool explode)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present)
        {
            AddHeaderValue<T, TCodec>(request, name, present, explode);
        }
    }

    /// <summary>Adds a value of several parts to the request's one <c>Cookie</c> field (style form); null leaves it out, and so do a list and an object without parts.</summary>
    /// <param name="request">Gets the field.</param>
    /// <param name="name">The cookie's name.</param>
    /// <param name="value">A list or an object.</param>
    /// <param name="explode">Each element under the name, each member under its own.</param>
    public static void AddCookieValue<T, TCodec>(HttpRequestMessage request, string name, T? value, bool explode)
        where TCodec : IJsonCodec<T>
    {
        if (value is null)
        {
            return;
        }

        foreach (var (cookie, text) in ValueFields.CookiesOf(name, ValueFields.JsonOf<T, TCodec>(value), explode))
        {
            AddCookie(request, cookie, text);
        }
    }

    /// <inheritdoc cref="AddCookieValue{T,TCodec}(HttpRequestMessage, string, T, bool)"/>
    public static void AddCookieValue<T, TCodec>(HttpRequestMessage request, string name, T? value, bool explode)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present)
        {
            AddCookieValue<T, TCodec>(request, name, present, explode);
        }
    }

    /// <summary>Adds a media type to <c>Accept</c>.</summary>
    public static void Accept(HttpRequestMessage request, string mediaType)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check("Accept", mediaType);
        request.Headers.TryAddWithoutValidation("Accept", mediaType);
    }

    internal static bool IsSafe(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>A list of one empty text is not empty.</summary>
    private static string? Joined(IEnumerable<string>? values) => values?.ToList() is { Count: > 0 } list ? string.Join(',', list) : null;

    private static void Check(string name, string value)
    {
        if (!IsSafe(value))
        {
            throw new ArgumentException($"The value of the header field {name} holds a line break or another character that is not printable ASCII.", nameof(value));
        }
    }
}
