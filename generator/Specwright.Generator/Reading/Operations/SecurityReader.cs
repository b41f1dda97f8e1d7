using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Security schemes and the requirements that name them.</summary>
internal sealed class SecurityReader(DescriptionContext context)
{
    private const string ClientCredentials = "clientCredentials";

    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    /// <summary>Reads the schemes first: requirements are checked against them.</summary>
    public EquatableArray<SecurityScheme> ReadSchemes()
    {
        var declared = context.IsVersion2
            ? context.Root.MembersOf("securityDefinitions")
            : context.Root["components"] is ObjectNode components ? components.MembersOf("securitySchemes") : [];
        var schemes = new List<SecurityScheme>();
        foreach (var node in declared)
        {
            if (!node.Name.StartsWith("x-", StringComparison.Ordinal) || node is ObjectNode)
            {
                _declared.Add(node.Name);
                if (context.Resolve(node, "security scheme") is { } scheme)
                {
                    schemes.Add(ReadScheme(node.Name, scheme));
                }
            }
        }

        return schemes.ToEquatableArray();
    }

    /// <summary>The alternatives of the operation or, when it says nothing, of the description.</summary>
    public EquatableArray<SecurityRequirement> ReadRequirements(ObjectNode operation)
    {
        var owner = operation["security"] is ArrayNode ? operation : context.Root;
        var requirements = new List<SecurityRequirement>();
        foreach (var requirement in owner.ItemsOf("security").OfType<ObjectNode>())
        {
            if (requirement.Members.FirstOrDefault(member => !_declared.Contains(member.Name)) is { } unknown)
            {
                context.Findings.Add(Problem.Broken(unknown, $"The security scheme '{unknown.Name}' is not declared; this alternative is left out"));
                continue;
            }

            requirements.Add(new SecurityRequirement
            {
                Pointer = requirement.Pointer,
                Schemes = requirement.Members
                    .Select(member => new RequiredScheme { WireName = member.Name, Scopes = requirement.TextsOf(member.Name).ToEquatableArray() })
                    .ToEquatableArray(),
            });
        }

        return requirements.ToEquatableArray();
    }

    private static SecurityScheme ReadScheme(string name, ObjectNode scheme)
    {
        var kind = KindOf(scheme);
        return new SecurityScheme
        {
            Pointer = scheme.Pointer,
            WireName = name,
            ChosenName = scheme.TextOf("x-specwright-name"),
            Kind = kind,
            ParameterName = kind is SecuritySchemeKind.ApiKeyHeader or SecuritySchemeKind.ApiKeyQuery or SecuritySchemeKind.ApiKeyCookie ? scheme.TextOf("name") : null,
            TokenUrl = kind == SecuritySchemeKind.OAuth2 ? FlowsOf(scheme).Select(flow => flow.Name == ClientCredentials ? UrlOf(flow.Flow, "tokenUrl") : null).FirstOrDefault(url => url is not null) : null,
            RefreshUrl = kind == SecuritySchemeKind.OAuth2 ? FlowsOf(scheme).Select(flow => UrlOf(flow.Flow, "refreshUrl") ?? UrlOf(flow.Flow, "tokenUrl")).FirstOrDefault(url => url is not null) : null,
            OpenIdConnectUrl = kind == SecuritySchemeKind.OpenIdConnect ? UrlOf(scheme, "openIdConnectUrl") : null,
            HttpScheme = kind == SecuritySchemeKind.Http ? scheme.TextOf("scheme") : null,
            Description = scheme.TextOf("description"),
        };
    }

    /// <summary>The flows by their names in OpenAPI 3; those that users consent to first, since refresh tokens are theirs.</summary>
    private static IReadOnlyList<(string Name, ObjectNode Flow)> FlowsOf(ObjectNode scheme)
    {
        var flows = scheme.TextOf("flow") is { } version2
            ? [(version2 == "application" ? ClientCredentials : version2, scheme)]
            : scheme.MembersOf("flows").OfType<ObjectNode>().Select(flow => (flow.Name, Flow: flow)).ToList();
        return flows.OrderBy(flow => flow.Item1 == ClientCredentials).ToList();
    }

    private static string? UrlOf(ObjectNode node, string name) => node.TextOf(name)?.Trim() is { Length: > 0 } url ? url : null;

    private static SecuritySchemeKind KindOf(ObjectNode scheme)
    {
        switch (scheme.TextOf("type"))
        {
            case "basic":
                return SecuritySchemeKind.Basic;
            case "http":
                // The scheme's name is compared ignoring case: RFC 9110, section 11.1.
                var name = scheme.TextOf("scheme") ?? "";
                return name.Equals("basic", StringComparison.OrdinalIgnoreCase) ? SecuritySchemeKind.Basic
                    : name.Equals("bearer", StringComparison.OrdinalIgnoreCase) ? SecuritySchemeKind.Bearer
                    : name.Length > 0 ? SecuritySchemeKind.Http
                    : SecuritySchemeKind.Unsupported;
            case "oauth2":
                return SecuritySchemeKind.OAuth2;
            case "openIdConnect":
                return UrlOf(scheme, "openIdConnectUrl") is null ? SecuritySchemeKind.Bearer : SecuritySchemeKind.OpenIdConnect;
            case "mutualTLS":
                return SecuritySchemeKind.MutualTls;
            case "apiKey" when scheme.TextOf("name") is { Length: > 0 }:
                return scheme.TextOf("in") switch
                {
                    "header" => SecuritySchemeKind.ApiKeyHeader,
                    "query" => SecuritySchemeKind.ApiKeyQuery,
                    "cookie" => SecuritySchemeKind.ApiKeyCookie,
                    _ => SecuritySchemeKind.Unsupported,
                };
            default:
                return SecuritySchemeKind.Unsupported;
        }
    }
}
