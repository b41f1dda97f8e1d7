using System.Net;
using System.Text;
using Specwright.Sessions;

namespace Specwright;

/// <summary>
/// Puts credentials on requests: of an operation's alternatives the first whose credentials are all set, else anonymous where that is allowed. It stands next to the
/// wire, so each attempt of a retry gets its credentials anew; what it adds to address and cookies is taken off again afterwards.
/// </summary>
/// <remarks>
/// Where it obtained an access token itself and the server answers 401, the token is renewed, once however many callers were refused, and the request is sent once more;
/// so long as its body can be sent again, which a stream that cannot go back cannot.
/// </remarks>
/// <param name="options">Holds the credentials.</param>
public sealed class ApiSecurityHandler(ApiClientOptions options) : DelegatingHandler
{
    /// <inheritdoc/>
    /// <exception cref="ApiConfigurationException">No alternative has all its credentials; the message names the options.</exception>
    /// <exception cref="ApiException">No access token was to be had.</exception>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var operation = ApiOperation.From(request);
        return operation is { Security.Count: > 0 } && Choose(operation) is { } requirement
            ? SendAsync(request, operation, requirement, cancellationToken)
            : base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, ApiOperation operation, ApiSecurityRequirement requirement, CancellationToken cancellationToken)
    {
        var address = request.RequestUri;
        var cookies = request.Headers.NonValidated.TryGetValues("Cookie", out var values) ? values.ToString() : null;
        try
        {
            var token = await ApplyAsync(request, operation, requirement, null, cancellationToken).ConfigureAwait(false);
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (token is null || response.StatusCode != HttpStatusCode.Unauthorized || request.Content is { Headers.ContentLength: null })
            {
                return response;
            }

            response.Dispose();
            Restore(request, address, cookies);
            await ApplyAsync(request, operation, requirement, token, cancellationToken).ConfigureAwait(false);
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Restore(request, address, cookies);
        }
    }

    private static void Restore(HttpRequestMessage request, Uri? address, string? cookies)
    {
        request.RequestUri = address;
        request.Headers.Remove("Cookie");
        if (cookies is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }
    }

    /// <param name="request">Gets the credentials.</param>
    /// <param name="operation">What the request is for.</param>
    /// <param name="requirement">All of its schemes are set.</param>
    /// <param name="refused">The access token that the server refused; null: none was.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The access token that was obtained here; null: none was.</returns>
    private async ValueTask<SessionToken?> ApplyAsync(
        HttpRequestMessage request, ApiOperation operation, ApiSecurityRequirement requirement, SessionToken? refused, CancellationToken cancellationToken)
    {
        SessionToken? token = null;
        for (var i = 0; i < requirement.Schemes.Count; i++)
        {
            var scheme = requirement.Schemes[i];
            if (scheme.Kind == ApiSecuritySchemeKind.MutualTls || options.GetCredential(scheme.Name) is not { IsAppliedByHandler: false } credential)
            {
                continue;
            }

            if (credential.Grant is { } grant)
            {
                token = await options.AccessTokens.Find(scheme, grant).GetAsync(refused, base.SendAsync, cancellationToken).ConfigureAwait(false);
                Apply(request, requirement, i, token.Value);
            }
            else
            {
                Apply(request, requirement, i, await credential.GetValueAsync(operation, cancellationToken).ConfigureAwait(false));
            }
        }

        return token;
    }

    private void Apply(HttpRequestMessage request, ApiSecurityRequirement requirement, int index, string value)
    {
        var scheme = requirement.Schemes[index];
        if (string.IsNullOrEmpty(value))
        {
            throw new ApiConfigurationException($"{NameOf(scheme)} gave an empty credential.");
        }

        switch (scheme.Kind)
        {
            case ApiSecuritySchemeKind.Basic:
                SetField(request, requirement, index, $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}");
                break;
            case ApiSecuritySchemeKind.Bearer or ApiSecuritySchemeKind.OAuth2 or ApiSecuritySchemeKind.OpenIdConnect or ApiSecuritySchemeKind.Http:
                SetField(request, requirement, index, $"{scheme.HttpScheme} {value}");
                break;
            case ApiSecuritySchemeKind.ApiKeyHeader:
                SetField(request, requirement, index, value);
                break;
            case ApiSecuritySchemeKind.ApiKeyQuery:
                var address = WithoutField(request.RequestUri!.AbsoluteUri, scheme.ParameterName);
                var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                request.RequestUri = ApiTransport.CreateUri($"{address}{separator}{PercentEncoding.Encode(scheme.ParameterName)}={PercentEncoding.Encode(value)}");
                break;
            case ApiSecuritySchemeKind.ApiKeyCookie:
                RequestFields.SetCookie(request, scheme.ParameterName, value);
                break;
            default:
                throw new InvalidOperationException($"The security scheme kind {scheme.Kind} is unknown.");
        }
    }

    /// <summary>
    /// An argument of the call in the credential's place gives way to it, as in a header field: of a query field that stands twice, each server takes another one. Descriptions ask for such an argument
    /// where only some of the alternatives use the key.
    /// </summary>
    private static string WithoutField(string address, string name)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        if (question < 0)
        {
            return address;
        }

        var pairs = address[(question + 1)..].Split('&');
        var others = Array.FindAll(pairs, pair => Uri.UnescapeDataString(pair.Split('=')[0]) != name);
        return others.Length == pairs.Length ? address
            : others.Length == 0 ? address[..question]
            : $"{address[..question]}?{string.Join('&', others)}";
    }

    private void SetField(HttpRequestMessage request, ApiSecurityRequirement requirement, int index, string value)
    {
        var scheme = requirement.Schemes[index];
        if (!RequestFields.IsSafe(value))
        {
            throw new ApiConfigurationException($"{NameOf(scheme)} holds a character that a header field cannot carry.");
        }

        // Two schemes that demand one field can both be met only by one value, such as one token that serves two flows.
        for (var i = 0; i < index; i++)
        {
            var earlier = requirement.Schemes[i];
            if (IsField(earlier)
                && earlier.ParameterName.Equals(scheme.ParameterName, StringComparison.OrdinalIgnoreCase)
                && options.GetCredential(earlier.Name) is { IsAppliedByHandler: false }
                && request.Headers.NonValidated.TryGetValues(scheme.ParameterName, out var set)
                && set.ToString() != value)
            {
                throw new ApiConfigurationException($"{NameOf(earlier)} and {NameOf(scheme)} are both demanded, but share the header field {scheme.ParameterName}, which holds one credential.");
            }
        }

        request.Headers.Remove(scheme.ParameterName);
        request.Headers.TryAddWithoutValidation(scheme.ParameterName, value);
    }

    private static bool IsField(ApiSecurityScheme scheme)
        => scheme.Kind is not (ApiSecuritySchemeKind.ApiKeyQuery or ApiSecuritySchemeKind.ApiKeyCookie or ApiSecuritySchemeKind.MutualTls);

    /// <returns>Null for anonymous. Credentials that are set win over anonymous wherever that stands in the list.</returns>
    private ApiSecurityRequirement? Choose(ApiOperation operation)
    {
        var allowsAnonymous = false;
        for (var i = 0; i < operation.Security.Count; i++)
        {
            var requirement = operation.Security[i];
            if (requirement.Schemes.Count == 0)
            {
                allowsAnonymous = true;
            }
            else if (HasAll(requirement))
            {
                return requirement;
            }
        }

        return allowsAnonymous ? null : throw Missing(operation);
    }

    private bool HasAll(ApiSecurityRequirement requirement)
    {
        for (var i = 0; i < requirement.Schemes.Count; i++)
        {
            var scheme = requirement.Schemes[i];
            if (scheme.Kind == ApiSecuritySchemeKind.MutualTls ? options.ClientCertificate is null : options.GetCredential(scheme.Name) is null)
            {
                return false;
            }
        }

        return true;
    }

    private ApiConfigurationException Missing(ApiOperation operation)
    {
        var alternatives = operation.Security.Select(requirement => string.Join(" and ", requirement.Schemes.Select(NameOf)));
        return new ApiConfigurationException($"{operation.OperationId} needs a credential: set {string.Join(", or ", alternatives)}.");
    }

    private string NameOf(ApiSecurityScheme scheme) => $"{options.GetType().Name}.{scheme.OptionName}";
}
