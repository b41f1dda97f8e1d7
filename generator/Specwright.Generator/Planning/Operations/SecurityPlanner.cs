using Specwright.Diagnostics;
using Specwright.Model;
using Specwright.Planning.Naming;

namespace Specwright.Planning.Operations;

/// <summary>Security schemes as members of the options, and the alternatives of each operation.</summary>
internal sealed class SecurityPlanner
{
    private const string FieldSuffix = "Scheme";

    // Members of the options' base class and of the generated class, and what it calls by simple name.
    private static readonly string[] Reserved =
    [
        "BaseAddress", "Timeout", "MaxResponseBytes", "TimeProvider", "SensitiveNames", "LoggerFactory", "ClientCertificate", "StateStore", "IdempotencyKeySource", "GetCredential", "ServerSettings", "GetServerAddress", "DescribedBaseAddress", "HasDescribedBaseAddress", "Validate", "ConfigurePrimaryHandler", "OnCreated", "Servers",
        "ApiSecurityScheme", "ApiCredential", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    private readonly Dictionary<string, SecuritySchemePlan> _schemes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SecurityScheme> _unsupported = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly ICollection<Finding> _findings;
    private (EquatableArray<SecurityRequirement> Requirements, EquatableArray<SecurityAlternativePlan> Plan)? _last;

    public SecurityPlanner(EquatableArray<SecurityScheme> schemes, string optionsIdentifier, ICollection<Finding> findings)
    {
        _findings = findings;
        var scope = new NameScope(ignoreCase: false, [.. Reserved, optionsIdentifier]);
        var plans = new List<SecuritySchemePlan>();
        foreach (var scheme in schemes.GroupBy(scheme => scheme.WireName, StringComparer.Ordinal).Select(group => group.First()))
        {
            if (IsSupported(scheme))
            {
                plans.Add(_schemes[scheme.WireName] = Plan(scheme, scope));
            }
            else
            {
                _unsupported[scheme.WireName] = scheme;
            }
        }

        Plans = plans.ToEquatableArray();
    }

    public EquatableArray<SecuritySchemePlan> Plans { get; }

    /// <summary>Whether the description says where access tokens are to be had.</summary>
    public bool HasTokenAddresses => Plans.Any(plan => (plan.TokenUrl ?? plan.RefreshUrl ?? plan.OpenIdConnectUrl) is not null);

    /// <summary>The members of the options: inherited ones and those for the schemes.</summary>
    public static IEnumerable<string> MembersOf(EquatableArray<SecuritySchemePlan> plans) => Reserved.Concat(plans.SelectMany(plan => new[] { plan.Identifier, plan.SchemeField }));

    /// <summary>
    /// Alternatives with a scheme that we cannot serve are dropped where another one is left; else that scheme alone is. Schemes that stand together but share a header field, which holds one
    /// credential, become alternatives.
    /// </summary>
    public EquatableArray<SecurityAlternativePlan> Plan(Operation operation)
    {
        // Most operations require the same, and what there is to report of it is reported once.
        if (_last is not { } last || last.Requirements != operation.Security)
        {
            _last = last = (operation.Security, PlanOnce(operation));
        }

        return last.Plan;
    }

    private EquatableArray<SecurityAlternativePlan> PlanOnce(Operation operation)
    {
        foreach (var name in operation.Security.SelectMany(requirement => requirement.Schemes).Select(scheme => scheme.WireName).Where(name => !_schemes.ContainsKey(name) && _reported.Add(name)))
        {
            _findings.Add(new Finding
            {
                RuleId = Rules.SecuritySchemeUnsupported.Id,
                Pointer = _unsupported.TryGetValue(name, out var scheme) ? scheme.Pointer : operation.Pointer,
                Arguments = EquatableArray.Of(name),
            });
        }

        var served = operation.Security.Where(requirement => requirement.Schemes.All(scheme => _schemes.ContainsKey(scheme.WireName))).ToList();
        return (served.Count > 0 ? served : operation.Security.ToList())
            .SelectMany(requirement => Divide(requirement.Schemes.Where(scheme => _schemes.ContainsKey(scheme.WireName)).ToList(), requirement))
            .Select(schemes => new SecurityAlternativePlan { Schemes = schemes.Select(Plan).ToEquatableArray() })
            .Distinct()
            .ToEquatableArray();
    }

    /// <summary>The API key that stands in the parameter's field in each alternative of the operation; null where one can do without.</summary>
    public string? CredentialIn(Parameter parameter, Operation operation)
    {
        if (!Plans.Any(scheme => IsFieldOf(scheme, parameter)))
        {
            return null;
        }

        var keys = operation.Security.Select(requirement => requirement.Schemes.Select(scheme => scheme.WireName).FirstOrDefault(name => _schemes.TryGetValue(name, out var scheme) && IsFieldOf(scheme, parameter))).ToList();
        return keys.Count > 0 && keys.All(key => key is not null) ? keys[0] : null;
    }

    private static bool IsFieldOf(SecuritySchemePlan scheme, Parameter parameter) => (scheme.Kind, parameter.In) switch
    {
        (SecuritySchemeKind.ApiKeyHeader, ParameterLocation.Header) => string.Equals(scheme.ParameterName, parameter.WireName, StringComparison.OrdinalIgnoreCase),
        (SecuritySchemeKind.ApiKeyQuery, ParameterLocation.Query) or (SecuritySchemeKind.ApiKeyCookie, ParameterLocation.Cookie) => scheme.ParameterName == parameter.WireName,
        _ => false,
    };

    private RequiredSchemePlan Plan(RequiredScheme required)
    {
        var scheme = _schemes[required.WireName];
        return new RequiredSchemePlan
        {
            SchemeField = scheme.SchemeField,
            Scopes = scheme.TokenUrl is null && scheme.OpenIdConnectUrl is null ? EquatableArray<string>.Empty : required.Scopes,
        };
    }

    /// <summary>One alternative for each of the schemes that share a field; usually there is one.</summary>
    private IEnumerable<IReadOnlyList<RequiredScheme>> Divide(IReadOnlyList<RequiredScheme> schemes, SecurityRequirement requirement)
    {
        var shared = schemes
            .Where(scheme => FieldOf(scheme) is not null)
            .GroupBy(scheme => FieldOf(scheme)!.Value.Key, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1);
        if (shared is null)
        {
            return [schemes];
        }

        if (_reported.Add("\n" + string.Join("\n", shared.Select(scheme => scheme.WireName))))
        {
            _findings.Add(new Finding
            {
                RuleId = Rules.SecuritySchemesShareField.Id,
                Pointer = requirement.Pointer,
                Arguments = EquatableArray.Of(string.Join("' and '", shared.Select(scheme => scheme.WireName)), FieldOf(shared.First())!.Value.Text),
            });
        }

        // Not the product of all shared fields: a second one is divided in turn, each time by one.
        return shared.SelectMany(kept => Divide(schemes.Where(scheme => scheme == kept || !shared.Contains(scheme)).ToList(), requirement)).ToList();
    }

    /// <summary>Where the credential stands, as one key for each place and for people; null: beside the request. Of header fields the case does not count.</summary>
    private (string Key, string Text)? FieldOf(RequiredScheme required) => _schemes[required.WireName] switch
    {
        { Kind: SecuritySchemeKind.ApiKeyHeader } key => HeaderField(key.ParameterName!),
        { Kind: SecuritySchemeKind.ApiKeyQuery } key => ("?" + key.ParameterName, $"query field {key.ParameterName}"),
        { Kind: SecuritySchemeKind.ApiKeyCookie } key => (";" + key.ParameterName, $"cookie {key.ParameterName}"),
        { Kind: SecuritySchemeKind.MutualTls } => null,
        _ => HeaderField("Authorization"),
    };

    private static (string Key, string Text) HeaderField(string name) => (":" + name.ToUpperInvariant(), $"header field {name}");

    private static bool IsSupported(SecurityScheme scheme) => scheme.WireName.Length > 0 && scheme.Kind switch
    {
        SecuritySchemeKind.Basic or SecuritySchemeKind.Bearer or SecuritySchemeKind.OAuth2 or SecuritySchemeKind.OpenIdConnect or SecuritySchemeKind.MutualTls => true,
        SecuritySchemeKind.Http => scheme.HttpScheme is { } name && HeaderName.IsValid(name),
        SecuritySchemeKind.ApiKeyHeader or SecuritySchemeKind.ApiKeyCookie => scheme.ParameterName is { } name && HeaderName.IsValid(name),
        SecuritySchemeKind.ApiKeyQuery => scheme.ParameterName is { Length: > 0 },
        _ => false,
    };

    private static SecuritySchemePlan Plan(SecurityScheme scheme, NameScope scope)
    {
        var wanted = Identifiers.Pascal(scheme.ChosenName ?? scheme.WireName);
        var identifier = new[] { wanted, wanted + "Credential" }
            .Concat(Enumerable.Range(0, int.MaxValue).Select(attempt => wanted + "_" + StableHash.Of(scheme.Pointer + new string('#', attempt), 8)))
            .First(name => !scope.Contains(name) && !scope.Contains(name + FieldSuffix));
        scope.Reserve(identifier);
        scope.Reserve(identifier + FieldSuffix);
        return new SecuritySchemePlan
        {
            Identifier = identifier,
            SchemeField = identifier + FieldSuffix,
            WireName = scheme.WireName,
            Kind = scheme.Kind,
            ParameterName = scheme.ParameterName,
            TokenUrl = scheme.TokenUrl,
            RefreshUrl = scheme.RefreshUrl == scheme.TokenUrl ? null : scheme.RefreshUrl,
            OpenIdConnectUrl = scheme.OpenIdConnectUrl,
            HttpScheme = scheme.HttpScheme,
            Documentation = DocumentationText.Of(scheme.Description),
        };
    }
}
