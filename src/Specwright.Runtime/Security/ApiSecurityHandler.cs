using System.Text;

namespace Specwright;

/// <summary>
/// Puts credentials on requests: of an operation's alternatives the first whose credentials are all set, else anonymous where that is allowed. It stands next to the
/// wire, so each attempt of a retry gets its credentials anew; what it adds to address and cookies is taken off again afterwards.
/// </summary>
/// <param name="options">Holds the credentials.</param>
public sealed class ApiSecurityHandler(ApiClientOptions options) : DelegatingHandler
{
    /// <inheritdoc/>
    /// <exception cref="ApiConfigurationException">No alternative has all its credentials; the message names the options.</exception>
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
            for (var i = 0; i < requirement.Schemes.Count; i++)
            {
                var scheme = requirement.Schemes[i];
                var credential = options.GetCredential(scheme.Name)!;
                if (!credential.IsAppliedByHandler)
                {
                    Apply(request, scheme, await credential.GetValueAsync(operation, cancellationToken).ConfigureAwait(false));
                }
            }

            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.RequestUri = address;
            request.Headers.Remove("Cookie");
            if (cookies is not null)
            {
                request.Headers.TryAddWithoutValidation("Cookie", cookies);
            }
        }
    }

    private void Apply(HttpRequestMessage request, ApiSecurityScheme scheme, string value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ApiConfigurationException($"{options.GetType().Name}.{scheme.OptionName} gave an empty credential.");
        }

        switch (scheme.Kind)
        {
            case ApiSecuritySchemeKind.Basic:
                SetField(request, scheme, $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}");
                break;
            case ApiSecuritySchemeKind.Bearer:
                SetField(request, scheme, $"Bearer {value}");
                break;
            case ApiSecuritySchemeKind.ApiKeyHeader:
                SetField(request, scheme, value);
                break;
            case ApiSecuritySchemeKind.ApiKeyQuery:
                var address = request.RequestUri!.AbsoluteUri;
                var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
                request.RequestUri = ApiTransport.CreateUri($"{address}{separator}{PercentEncoding.Encode(scheme.ParameterName)}={PercentEncoding.Encode(value)}");
                break;
            case ApiSecuritySchemeKind.ApiKeyCookie:
                RequestFields.AddCookie(request, scheme.ParameterName, value);
                break;
            default:
                throw new InvalidOperationException($"The security scheme kind {scheme.Kind} is unknown.");
        }
    }

    private void SetField(HttpRequestMessage request, ApiSecurityScheme scheme, string value)
    {
        if (!RequestFields.IsSafe(value))
        {
            throw new ApiConfigurationException($"{options.GetType().Name}.{scheme.OptionName} holds a character that a header field cannot carry.");
        }

        request.Headers.Remove(scheme.ParameterName);
        request.Headers.TryAddWithoutValidation(scheme.ParameterName, value);
    }

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
            if (options.GetCredential(requirement.Schemes[i].Name) is null)
            {
                return false;
            }
        }

        return true;
    }

    private ApiConfigurationException Missing(ApiOperation operation)
    {
        var name = options.GetType().Name;
        var alternatives = operation.Security.Select(requirement => string.Join(" and ", requirement.Schemes.Select(scheme => $"{name}.{scheme.OptionName}")));
        return new ApiConfigurationException($"{operation.OperationId} needs a credential: set {string.Join(", or ", alternatives)}.");
    }
}
