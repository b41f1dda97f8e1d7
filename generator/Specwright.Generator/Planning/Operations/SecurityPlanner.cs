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
        "BaseAddress", "Timeout", "MaxResponseBytes", "TimeProvider", "SensitiveNames", "LoggerFactory", "GetCredential", "Validate", "ConfigurePrimaryHandler", "OnCreated", "Servers",
        "ApiSecurityScheme", "ApiCredential", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    private readonly Dictionary<string, SecuritySchemePlan> _schemes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SecurityScheme> _unsupported = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private readonly ICollection<Finding> _findings;

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

    /// <summary>Alternatives with a scheme that we cannot serve are dropped where another one is left; else that scheme alone is.</summary>
    public EquatableArray<SecurityAlternativePlan> Plan(Operation operation)
    {
        foreach (var name in operation.Security.SelectMany(requirement => requirement.SchemeNames).Where(name => !_schemes.ContainsKey(name) && _reported.Add(name)))
        {
            _findings.Add(new Finding
            {
                RuleId = Rules.SecuritySchemeUnsupported.Id,
                Pointer = _unsupported.TryGetValue(name, out var scheme) ? scheme.Pointer : operation.Pointer,
                Arguments = EquatableArray.Of(name),
            });
        }

        var served = operation.Security.Where(requirement => requirement.SchemeNames.All(_schemes.ContainsKey)).ToList();
        return (served.Count > 0 ? served : operation.Security.ToList())
            .Select(requirement => new SecurityAlternativePlan
            {
                SchemeFields = requirement.SchemeNames.Where(_schemes.ContainsKey).Select(name => _schemes[name].SchemeField).ToEquatableArray(),
            })
            .Distinct()
            .ToEquatableArray();
    }

    private static bool IsSupported(SecurityScheme scheme) => scheme.WireName.Length > 0 && scheme.Kind switch
    {
        SecuritySchemeKind.Basic or SecuritySchemeKind.Bearer => true,
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
            Documentation = DocumentationText.Of(scheme.Description),
        };
    }
}
