using Specwright.Model;
using Specwright.Reading.Text;

namespace Specwright.Reading.Operations;

/// <summary>Security schemes and the requirements that name them.</summary>
internal sealed class SecurityReader(DescriptionContext context)
{
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

            requirements.Add(new SecurityRequirement { SchemeNames = requirement.Members.Select(member => member.Name).ToEquatableArray() });
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
            Description = scheme.TextOf("description"),
        };
    }

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
                    : SecuritySchemeKind.Unsupported;
            case "oauth2" or "openIdConnect":
                return SecuritySchemeKind.Bearer;
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
