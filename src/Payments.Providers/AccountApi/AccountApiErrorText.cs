using System.Text.Json;

namespace Payments.AccountApi;

/// <summary>One text of <c>ResponseErrors</c> or <c>ResponseError</c>, of the form <c>&lt;place&gt;[&lt;field&gt;]: &lt;text&gt;</c>.</summary>
/// <param name="Raw">As received.</param>
/// <param name="Place">Part of the request, such as <c>body</c> or <c>header</c>; null where the text has another form.</param>
/// <param name="Field">Field within it, without quotes; null where the text has another form.</param>
/// <param name="Message">What is wrong with it; the whole text where it has another form.</param>
public sealed record AccountApiErrorText(string Raw, string? Place, string? Field, string Message)
{
    /// <summary>Splits a text; one of another form stays whole.</summary>
    public static AccountApiErrorText Parse(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var open = raw.IndexOf('[', StringComparison.Ordinal);
        var close = raw.IndexOf("]:", StringComparison.Ordinal);
        if (open <= 0 || close < open || raw.AsSpan(0, open).ContainsAny(' ', ':'))
        {
            return new AccountApiErrorText(raw, null, null, raw);
        }
        return new AccountApiErrorText(raw, raw[..open], raw[(open + 1)..close].Trim('\'', '"'), raw[(close + 2)..].Trim());
    }

    /// <summary>The texts of a member: an array of strings, or a single string in its place (ASSUMED); anything else gives none.</summary>
    internal static IEnumerable<AccountApiErrorText> ParseAll(JsonElement? member) => member switch
    {
        { ValueKind: JsonValueKind.String } text => [Parse(text.StringValue())],
        { ValueKind: JsonValueKind.Array } texts => [.. texts.EnumerateArray().Where(static text => text.ValueKind == JsonValueKind.String).Select(static text => Parse(text.StringValue()))],
        _ => [],
    };

    /// <summary>As received.</summary>
    public override string ToString() => Raw;
}
