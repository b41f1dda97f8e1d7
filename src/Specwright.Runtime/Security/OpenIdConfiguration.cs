using System.Text.Json;

namespace Specwright;

/// <summary>What this library needs of an OpenID provider's configuration (OpenID Connect Discovery 1.0, section 3). Holds no secret.</summary>
/// <param name="TokenEndpoint">Absolute.</param>
/// <param name="TakesBasic">Whether clients may authenticate by <c>client_secret_basic</c>; so where the provider does not say.</param>
/// <param name="ReadAt">By the local clock.</param>
internal sealed record OpenIdConfiguration(string TokenEndpoint, bool TakesBasic, DateTimeOffset ReadAt)
{
    private const string WellKnown = "/.well-known/openid-configuration";

    /// <summary>Providers change their endpoints rarely and announce it; their keys, which change often, are not read here.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(24);

    /// <summary>The address of the configuration: as described, or below the issuer where the description names only that.</summary>
    public static Uri AddressOf(Uri described)
        => described.AbsolutePath.Contains("/.well-known/", StringComparison.Ordinal) ? described : new Uri(described.GetLeftPart(UriPartial.Path).TrimEnd('/') + WellKnown);

    /// <summary>Reads a configuration and checks that it is the one of the issuer that was asked (section 4.3).</summary>
    /// <exception cref="FormatException">The message says what is wrong.</exception>
    public static OpenIdConfiguration Read(Uri address, ReadOnlyMemory<byte> json, DateTimeOffset now)
    {
        using var document = TryParse(json);
        if (document?.RootElement is not { ValueKind: JsonValueKind.Object } root)
        {
            throw new FormatException("the configuration is not a JSON object");
        }

        // An issuer of several tenants, whose discovery stands elsewhere, would not pass: the specification demands equality.
        var issuer = TextOf(root, "issuer") ?? throw new FormatException("the configuration names no issuer");
        if (address.AbsolutePath.EndsWith(WellKnown, StringComparison.Ordinal) && issuer.TrimEnd('/') != address.GetLeftPart(UriPartial.Path)[..^WellKnown.Length])
        {
            throw new FormatException("the configuration is of another issuer than the one asked");
        }

        var endpoint = TextOf(root, "token_endpoint") ?? throw new FormatException("the configuration names no token_endpoint");
        var methods = root.TryGetProperty("token_endpoint_auth_methods_supported", out var listed) && listed.ValueKind == JsonValueKind.Array
            ? listed.EnumerateArray().Where(method => method.ValueKind == JsonValueKind.String).Select(method => method.GetString()).ToList()
            : [];
        return new OpenIdConfiguration(endpoint, methods.Count == 0 || methods.Contains("client_secret_basic") || !methods.Contains("client_secret_post"), now);
    }

    /// <summary>For an <see cref="State.IApiStateStore"/>.</summary>
    public string Serialize() => $"1 {ReadAt.UtcTicks} {(TakesBasic ? 1 : 0)} {TokenEndpoint}";

    /// <returns>Null for other text.</returns>
    public static OpenIdConfiguration? Deserialize(string text)
    {
        var parts = text.Split(' ', 4);
        return parts.Length == 4 && parts[0] == "1" && long.TryParse(parts[1], out var ticks) && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new OpenIdConfiguration(parts[3], parts[2] == "1", new DateTimeOffset(ticks, TimeSpan.Zero))
            : null;
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement root, string name)
        => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
