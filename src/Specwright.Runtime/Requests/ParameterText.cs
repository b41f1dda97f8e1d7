using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Specwright.Json;

namespace Specwright;

/// <summary>The text of scalar parameters: invariant, <c>true</c>/<c>false</c>, RFC 3339 dates, base64 bytes. Not yet percent-encoded.</summary>
public static class ParameterText
{
    /// <summary>The text itself.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(string? value) => value;

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <inheritdoc cref="Of(bool)"/>
    public static string? Of(bool? value) => value is { } present ? Of(present) : null;

    /// <summary>Base64.</summary>
    public static string Of(ReadOnlyMemory<byte> value) => Convert.ToBase64String(value.Span);

    /// <summary>Base64.</summary>
    public static string? Of(ReadOnlyMemory<byte>? value) => value is { } present ? Of(present) : null;

    /// <summary>Base64 in the alphabet for addresses, without padding (<c>format: base64url</c>, RFC 4648 section 5).</summary>
    public static string Base64Url(ReadOnlyMemory<byte> value) => Convert.ToBase64String(value.Span).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <inheritdoc cref="Base64Url(ReadOnlyMemory{byte})"/>
    public static string? Base64Url(ReadOnlyMemory<byte>? value) => value is { } present ? Base64Url(present) : null;

    /// <summary>The text without quotes.</summary>
    public static string Of(StringOrNumber value) => value.Text;

    /// <inheritdoc cref="Of(StringOrNumber)"/>
    public static string? Of(StringOrNumber? value) => value?.Text;

    /// <summary>The invariant text; dates and times as RFC 3339 has them.</summary>
    public static string Of<T>(T value)
        where T : ISpanFormattable
    {
        Span<char> text = stackalloc char[64];
        return TryFormat(value, text, out var length) ? text[..length].ToString() : value.ToString(null, CultureInfo.InvariantCulture);
    }

    /// <inheritdoc cref="Of{T}(T)"/>
    public static string? Of<T>(T? value)
        where T : struct, ISpanFormattable
        => value is { } present ? Of(present) : null;

    /// <summary>The value's JSON in ASCII, as it can stand in a header field too; null for null (a parameter with <c>content</c>).</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Json<T, TCodec>(T? value)
        where TCodec : IJsonCodec<T>
        => value is null ? null : Ascii(ValueFields.JsonOf<T, TCodec>(value).GetRawText());

    /// <inheritdoc cref="Json{T,TCodec}(T)"/>
    public static string? Json<T, TCodec>(T? value)
        where T : struct
        where TCodec : IJsonCodec<T>
        => value is { } present ? Json<T, TCodec>(present) : null;

    /// <summary>The texts of a list; null for null.</summary>
    [return: NotNullIfNotNull(nameof(values))]
    public static IEnumerable<string>? Each(IReadOnlyList<string>? values) => values;

    /// <inheritdoc cref="Each(IReadOnlyList{string})"/>
    [return: NotNullIfNotNull(nameof(values))]
    public static IEnumerable<string>? Each(IReadOnlyList<bool>? values) => values?.Select(static value => Of(value));

    /// <inheritdoc cref="Each(IReadOnlyList{string})"/>
    [return: NotNullIfNotNull(nameof(values))]
    public static IEnumerable<string>? Each<T>(IReadOnlyList<T>? values)
        where T : ISpanFormattable
        => values?.Select(static value => Of(value));

    /// <summary>The texts of a list whose elements have no invariant text of their own, such as enumerations; null for null.</summary>
    [return: NotNullIfNotNull(nameof(values))]
    public static IEnumerable<string>? Each<T>(IReadOnlyList<T>? values, Func<T, string> text) => values?.Select(text);

    // Outside ASCII there are only characters of strings, so the escape of strings fits everywhere.
    private static string Ascii(string json) => System.Text.Ascii.IsValid(json)
        ? json
        : string.Concat(json.Select(static unit => char.IsAscii(unit) ? unit.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}")));

    // The type tests are settled when the method is compiled for T.
    internal static bool TryFormat<T>(T value, Span<char> text, out int length)
        where T : ISpanFormattable
    {
        if (value is DateTimeOffset point)
        {
            return IsoText.TryFormat(point, text, out length);
        }

        if (value is DateTime time)
        {
            return IsoText.TryFormat(IsoText.UtcOf(time), text, out length);
        }

        var format = value switch
        {
            DateOnly => IsoText.DateFormat,
            TimeOnly => IsoText.TimeFormat,
            _ => "",
        };
        return value.TryFormat(text, out length, format, CultureInfo.InvariantCulture);
    }
}
