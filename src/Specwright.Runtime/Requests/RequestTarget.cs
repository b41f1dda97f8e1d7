using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Specwright.Json;

namespace Specwright;

/// <summary>
/// Builds path and query of a request without intermediate strings. Values are percent-encoded down to the unreserved characters of RFC 3986;
/// literals and names are taken as they are.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "ToStringAndDispose ends its life; a ref struct cannot be kept longer than the method.")]
public ref struct RequestTarget
{
    /// <summary>How much room to bring along: <c>new RequestTarget(stackalloc char[RequestTarget.InitialLength])</c>. Longer targets go on in a pooled array.</summary>
    public const int InitialLength = 256;

    private Span<char> _text;
    private char[]? _rented;
    private int _length;
    private bool _hasQuery;

    /// <param name="initial">Room for the first characters.</param>
    public RequestTarget(Span<char> initial) => _text = initial;

    /// <summary>A part of the path template (already fit for an address).</summary>
    public void AppendLiteral(string text)
    {
        text.CopyTo(Take(text.Length));
        _hasQuery |= text.Contains('?', StringComparison.Ordinal);
    }

    /// <summary>A path parameter.</summary>
    /// <exception cref="ArgumentException">The value is empty, <c>.</c> or <c>..</c>: the request would go to another operation.</exception>
    public void AppendPath(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value is "" or "." or "..")
        {
            throw new ArgumentException($"A path parameter is '{value}': the request would go to another operation.", nameof(value));
        }

        AppendEncoded(value, PercentEncoding.Unreserved);
    }

    /// <inheritdoc cref="AppendPath(string)"/>
    public void AppendPath(bool value) => AppendPath(ParameterText.Of(value));

    /// <inheritdoc cref="AppendPath(string)"/>
    public void AppendPath<T>(T value)
        where T : ISpanFormattable
        => AppendFormatted(value);

    /// <summary>A path parameter that is a list (style simple): the values with commas between them.</summary>
    /// <exception cref="ArgumentException">There is no value, or only an empty one.</exception>
    public void AppendPathList(IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var start = _length;
        var isFirst = true;
        foreach (var value in values)
        {
            if (!isFirst)
            {
                Append(',');
            }

            isFirst = false;
            AppendEncoded(value, PercentEncoding.Unreserved);
        }

        if (_length == start)
        {
            throw new ArgumentException("A path parameter is an empty list, or holds one empty value: the request would go to another operation.", nameof(values));
        }
    }

    /// <summary>A query parameter; null leaves it out.</summary>
    /// <param name="encodedName">The name, already percent-encoded.</param>
    /// <param name="value">The value.</param>
    /// <param name="allowReserved">Leaves reserved characters such as <c>/</c> and <c>:</c> as they are (OpenAPI <c>allowReserved</c>).</param>
    public void AppendQuery(string encodedName, string? value, bool allowReserved = false)
    {
        if (value is not null)
        {
            AppendQueryName(encodedName);
            AppendEncoded(value, allowReserved ? PercentEncoding.Reserved : PercentEncoding.Unreserved);
        }
    }

    /// <inheritdoc cref="AppendQuery(string, string?, bool)"/>
    public void AppendQuery(string encodedName, bool? value)
    {
        if (value is { } present)
        {
            AppendQueryName(encodedName);
            AppendLiteral(ParameterText.Of(present));
        }
    }

    /// <inheritdoc cref="AppendQuery(string, string?, bool)"/>
    public void AppendQuery<T>(string encodedName, T? value)
        where T : struct, ISpanFormattable
    {
        if (value is { } present)
        {
            AppendQueryName(encodedName);
            AppendFormatted(present);
        }
    }

    /// <inheritdoc cref="AppendQuery(string, string?, bool)"/>
    public void AppendQuery<T>(string encodedName, T value)
        where T : ISpanFormattable
    {
        if (value is not null)
        {
            AppendQueryName(encodedName);
            AppendFormatted(value);
        }
    }

    /// <summary>A query parameter that is a list; null and an empty list leave it out.</summary>
    /// <param name="encodedName">The name, already percent-encoded.</param>
    /// <param name="values">The values; <see cref="ParameterText.Each(IReadOnlyList{string})"/> gives their texts.</param>
    /// <param name="style">How the values stand beside each other.</param>
    /// <param name="allowReserved">Leaves reserved characters such as <c>/</c> and <c>:</c> as they are.</param>
    public void AppendQueryList(string encodedName, IEnumerable<string>? values, QueryListStyle style, bool allowReserved = false)
    {
        if (values is null)
        {
            return;
        }

        var isFirst = true;
        foreach (var value in values)
        {
            if (isFirst || style == QueryListStyle.Exploded)
            {
                AppendQueryName(encodedName);
            }
            else
            {
                AppendLiteral(style switch
                {
                    QueryListStyle.Space => "%20",
                    QueryListStyle.Pipe => "%7C",
                    QueryListStyle.Tab => "%09",
                    _ => ",",
                });
            }

            isFirst = false;
            AppendEncoded(value, allowReserved ? PercentEncoding.Reserved : PercentEncoding.Unreserved);
        }
    }

    /// <summary>A path parameter by its style.</summary>
    /// <param name="encodedName">The name, already percent-encoded; it stands in the style matrix only.</param>
    /// <param name="value">The value: a scalar, a list or an object.</param>
    /// <param name="style">How it stands.</param>
    /// <param name="explode">Each part on its own.</param>
    /// <exception cref="ArgumentException">There is nothing to write, or it would be a step <c>.</c> or <c>..</c>: the request would go to another operation.</exception>
    public void AppendPathValue<T, TCodec>(string encodedName, T value, PathStyle style, bool explode)
        where TCodec : IJsonCodec<T>
    {
        var text = ValueFields.PathOf(encodedName, ValueFields.JsonOf<T, TCodec>(value), style, explode);
        if (text is "" or "." or "..")
        {
            throw new ArgumentException($"A path parameter is '{text}': the request would go to another operation.", nameof(value));
        }

        text.CopyTo(Take(text.Length));
    }

    /// <summary>A query parameter by its style; null leaves it out, and so do a list and an object without parts.</summary>
    /// <param name="encodedName">The name, already percent-encoded.</param>
    /// <param name="value">The value: a scalar, a list or an object.</param>
    /// <param name="style">How it stands.</param>
    /// <param name="explode">Each part on its own. <see cref="QueryStyle.DeepObject"/> has no other way.</param>
    /// <param name="allowReserved">Leaves reserved characters such as <c>/</c> and <c>:</c> as they are.</param>
    public void AppendQueryValue<T, TCodec>(string encodedName, T? value, QueryStyle style, bool explode, bool allowReserved = false)
        where TCodec : IJsonCodec<T>
    {
        if (value is null)
        {
            return;
        }

        var allowed = allowReserved ? PercentEncoding.Reserved : PercentEncoding.Unreserved;
        foreach (var (name, text) in ValueFields.QueryOf(encodedName, ValueFields.JsonOf<T, TCodec>(value), style, explode, allowed))
        {
            AppendQueryName(name);
            text.CopyTo(Take(text.Length));
        }
    }

    /// <inheritdoc cref="AppendQueryValue{T,TCodec}(string, T, QueryStyle, bool, bool)"/>
    public void AppendQueryValue<T, TCodec>(string encodedName, T? value, QueryStyle style, bool explode, bool allowReserved = false)
        where T : struct
        where TCodec : IJsonCodec<T>
    {
        if (value is { } present)
        {
            AppendQueryValue<T, TCodec>(encodedName, present, style, explode, allowReserved);
        }
    }

    /// <summary>The finished target. The builder must not be used afterwards.</summary>
    public string ToStringAndDispose()
    {
        var result = _text[.._length].ToString();
        var rented = _rented;
        this = default;
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    private void AppendQueryName(string encodedName)
    {
        Append(_hasQuery ? '&' : '?');
        _hasQuery = true;
        encodedName.CopyTo(Take(encodedName.Length));
        Append('=');
    }

    private void AppendFormatted<T>(T value)
        where T : ISpanFormattable
    {
        Span<char> text = stackalloc char[64];
        if (ParameterText.TryFormat(value, text, out var length))
        {
            AppendEncoded(text[..length], PercentEncoding.Unreserved);
        }
        else
        {
            AppendEncoded(value.ToString(null, CultureInfo.InvariantCulture), PercentEncoding.Unreserved);
        }
    }

    private void AppendEncoded(scoped ReadOnlySpan<char> value, SearchValues<char> allowed)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (true)
        {
            var next = value.IndexOfAnyExcept(allowed);
            var plain = next < 0 ? value : value[..next];
            plain.CopyTo(Take(plain.Length));
            if (next < 0)
            {
                return;
            }

            if (PercentEncoding.IsEncoded(value[next..], allowed))
            {
                value.Slice(next, 3).CopyTo(Take(3));
                value = value[(next + 3)..];
                continue;
            }

            // A lone surrogate becomes U+FFFD.
            Rune.DecodeFromUtf16(value[next..], out var rune, out var consumed);
            foreach (var octet in utf8[..rune.EncodeToUtf8(utf8)])
            {
                PercentEncoding.Encode(octet, Take(3));
            }

            value = value[(next + consumed)..];
        }
    }

    private void Append(char value) => Take(1)[0] = value;

    private Span<char> Take(int length)
    {
        if (_length + length > _text.Length)
        {
            Grow(length);
        }

        var taken = _text.Slice(_length, length);
        _length += length;
        return taken;
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + length, Math.Max(_text.Length * 2, InitialLength)));
        _text[.._length].CopyTo(larger);
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
        }

        _text = _rented = larger;
    }
}
