namespace Specwright;

/// <summary>
/// Checks values of server variables (OpenAPI, Server Variable Object), which may come from a tenant's settings: a value fills its own place in the address and changes no other part of it, least of all
/// the host, since credentials go there.
/// </summary>
/// <remarks>The value that the description names as the default is taken as it is. For an address that these rules refuse, set the address option itself.</remarks>
public static class ApiServerVariable
{
    private const string Instead = "For another address, set the address option itself.";

    /// <summary>One of the described values (<c>enum</c>).</summary>
    /// <param name="name">The parameter that holds the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="values">The described ones.</param>
    /// <exception cref="ArgumentException">It is another one.</exception>
    public static string OneOf(string name, string value, params string[] values)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        ArgumentNullException.ThrowIfNull(values);
        return values.Contains(value, StringComparer.Ordinal)
            ? value
            : throw new ArgumentException($"The server variable '{name}' must be one of: {string.Join(", ", values)}. {Instead}", name);
    }

    /// <summary>The scheme: https, or http for this machine.</summary>
    /// <inheritdoc cref="InHost"/>
    public static string InScheme(string name, string value, string? described = null)
        => Check(name, value, described, value is "https" or "http", "is the scheme: https, or http for this machine");

    /// <summary>A part of the host beside fixed text: letters, digits, hyphens and underscores of ASCII. A dot would add levels, and at the end name another domain.</summary>
    /// <param name="name">The parameter that holds the value.</param>
    /// <param name="value">The value.</param>
    /// <param name="described">The default of the description; null: there is none.</param>
    /// <exception cref="ArgumentException">The value does not fit its place; the message says what does.</exception>
    public static string InHost(string name, string value, string? described = null)
        => Check(name, value, described, IsLabel(value), "stands in the host: letters, digits, hyphens and underscores of ASCII fit there");

    /// <summary>The whole host, with a port where one is wanted: labels with dots between them, in ASCII (RFC 5890, A-labels).</summary>
    /// <inheritdoc cref="InHost"/>
    public static string AsHost(string name, string value, string? described = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        var isHost = (colon < 0 || IsPort(value[(colon + 1)..])) && (colon < 0 ? value : value[..colon]).Split('.').All(IsLabel);
        return Check(name, value, described, isHost, "is the host: letters, digits, hyphens and dots of ASCII fit there, and a port after a colon");
    }

    /// <summary>The port: a number up to 65535.</summary>
    /// <inheritdoc cref="InHost"/>
    public static string InPort(string name, string value, string? described = null)
        => Check(name, value, described, value is not null && IsPort(value), "is the port: a number from 0 to 65535");

    /// <summary>One or several steps of the path, percent-encoded.</summary>
    /// <inheritdoc cref="InHost"/>
    public static string InPath(string name, string value, string? described = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value == described
            ? value
            : Encode(Check(name, value, described, IsSteps(value), "stands in the path: steps that are not empty, '.' or '..' fit there, with '/' between them, none at start and end"));
    }

    /// <summary>The path from its first slash on, percent-encoded; may be empty.</summary>
    /// <inheritdoc cref="InHost"/>
    public static string AsPath(string name, string value, string? described = null)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        var isPath = value.Length == 0 || (value[0] == '/' && IsSteps(value[1..]));
        return value == described
            ? value
            : Encode(Check(name, value, described, isPath, "is the path: '/' and steps that are not empty, '.' or '..' fit there"));
    }

    /// <summary>The whole address before what the description adds to it: https, or http for this machine, without user name, query and fragment.</summary>
    /// <inheritdoc cref="InHost"/>
    public static string AsAddress(string name, string value, string? described = null)
    {
        var isAddress = Uri.TryCreate(value, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && value.AsSpan().IndexOfAny("?#@\\") < 0
            && !value.Any(character => char.IsWhiteSpace(character) || char.IsControl(character));
        return Check(name, value, described, isAddress, "is the address: an absolute one of https without user name, query and fragment fits there");
    }

    private static string Check(string name, string value, string? described, bool fits, string rule)
    {
        ArgumentNullException.ThrowIfNull(value, name);

        // Without the value: it may be anything, and messages go to logs.
        return fits || value == described ? value : throw new ArgumentException($"The server variable '{name}' {rule}. {Instead}", name);
    }

    // Of ASCII only: full-width dots and slashes of other alphabets become real ones when a host is normalized (UTS 46).
    private static bool IsLabel(string? text) => text is { Length: > 0 } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private static bool IsPort(string text) => text.Length is > 0 and <= 5 && text.All(char.IsAsciiDigit) && int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) <= 65535;

    // A step of dots only is refused whatever their number: beside another piece of text it may become '..'.
    private static bool IsSteps(string text) => text.Split('/').All(step => step.Any(character => character != '.'));

    private static string Encode(string path) => string.Join('/', path.Split('/').Select(PercentEncoding.Encode));
}
