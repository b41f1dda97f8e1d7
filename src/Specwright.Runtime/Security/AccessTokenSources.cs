using System.Collections.Concurrent;
using Specwright.Sessions;
using Specwright.State;

namespace Specwright;

/// <summary>The access tokens of one client's options: one source per token endpoint, client and scopes, however many handlers and operations ask.</summary>
internal sealed class AccessTokenSources(ApiClientOptions options)
{
    private readonly ConcurrentDictionary<(OAuth2Grant Grant, ApiSecurityScheme Scheme), AccessTokenSource> _known = new();
    private readonly ConcurrentDictionary<string, AccessTokenSource> _sources = new(StringComparer.Ordinal);

    /// <param name="scheme">With the scopes of the operation.</param>
    /// <param name="grant">What is exchanged for tokens.</param>
    /// <exception cref="ApiConfigurationException">No token endpoint is named, it is not https, or it is described for another base address than the one set.</exception>
    public AccessTokenSource Find(ApiSecurityScheme scheme, OAuth2Grant grant) => _known.GetOrAdd((grant, scheme), static (key, self) => self.Create(key.Scheme, key.Grant), this);

    private AccessTokenSource Create(ApiSecurityScheme scheme, OAuth2Grant grant)
    {
        var settings = grant.Settings;
        var owner = $"{options.GetType().Name}.{scheme.OptionName}";
        if (!scheme.TakesAccessToken)
        {
            throw new ApiConfigurationException($"{owner} cannot be exchanged for an access token: the security scheme '{scheme.Name}' does not send bearer tokens.");
        }

        var scopes = (settings.Scopes ?? scheme.Scopes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var named = settings.TokenUrl?.OriginalString ?? (grant.RefreshToken is null ? null : scheme.RefreshUrl) ?? scheme.TokenUrl;
        if ((named ?? scheme.OpenIdConnectUrl) is not { } address)
        {
            throw new ApiConfigurationException($"{owner}: the description names no token URL; set {nameof(OAuth2Settings)}.{nameof(OAuth2Settings.TokenUrl)}.");
        }

        if (settings.TokenUrl is null && !IsRelative(address) && !options.HasDescribedBaseAddress)
        {
            throw new ApiConfigurationException(
                $"{owner}: set {nameof(OAuth2Settings)}.{nameof(OAuth2Settings.TokenUrl)}. The token URL that the description names is taken only together with the base address that it names.");
        }

        var endpoint = new TokenEndpoint(options, owner, grant, scopes, named is null ? null : Resolve(address, owner), named is null ? Resolve(address, owner) : null);
        return _sources.GetOrAdd(
            StateKey.Create(
                "access-token",

                // With the secret: who knows the id only must not come by another's token through a store that both use.
                [
                    endpoint.Address.AbsoluteUri, grant.ClientId, grant.ClientSecret, string.Join(' ', scopes), grant.RefreshToken, grant.Settings.ClientAuthentication?.ToString(),
                    .. settings.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal).SelectMany(parameter => new[] { parameter.Key, parameter.Value }),
                ]),
            static (key, state) => new AccessTokenSource(
                new SessionTokenSource(key, state.Options.Store, state.Options.TimeProvider, state.Settings.RenewalMargin, state.Endpoint.Logger),
                state.Endpoint),
            (Options: options, Settings: settings, Endpoint: endpoint));
    }

    // The host follows the base address.
    private static bool IsRelative(string address)
        => Uri.TryCreate(new Uri("https://relative.invalid/"), address, out var resolved) && resolved.Authority == "relative.invalid" && resolved.Scheme == Uri.UriSchemeHttps;

    private Uri Resolve(string address, string owner)
    {
        // Relative to the base address as a folder (OpenAPI 3.1.1, 4.6: relative references in API URLs).
        var root = new Uri(options.BaseAddress!.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        return Uri.TryCreate(root, address, out var resolved) ? TokenEndpoint.Check(resolved, owner) : throw new ApiConfigurationException($"{owner}: the token URL is no address.");
    }
}
