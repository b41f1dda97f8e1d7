namespace Specwright.Diagnostics;

/// <summary>Every rule, in order of its id.</summary>
internal static class Rules
{
    public static readonly Rule OverlayMissing = new(
        "SPEC0001",
        RuleSeverity.Error,
        "Overlay not found",
        "The overlay '{0}' is not among the additional files: add <AdditionalFiles Include=\"{0}\"/> or correct the Overlay metadata");

    public static readonly Rule OptionInvalid = new(
        "SPEC0002",
        RuleSeverity.Error,
        "Option not understood",
        "The option {0} has the value '{1}': {2}; taken instead: {3}");

    public static readonly Rule OptionUnmatched = new(
        "SPEC0003",
        RuleSeverity.Warning,
        "Option names nothing of the description",
        "The option {0} names '{1}', which nothing in the description matches");

    public static readonly Rule TextUnreadable = new(
        "SPEC0101",
        RuleSeverity.Error,
        "Description cannot be read",
        "{0}");

    public static readonly Rule NotADescription = new(
        "SPEC0102",
        RuleSeverity.Error,
        "Not an OpenAPI description",
        "No 'openapi' or 'swagger' member at the root: {0}");

    public static readonly Rule ReaderProblem = new(
        "SPEC0103",
        RuleSeverity.Warning,
        "Description breaks the specification",
        "{0}");

    public static readonly Rule ReferenceUnresolved = new(
        "SPEC0104",
        RuleSeverity.Warning,
        "Reference leads nowhere",
        "The reference '{0}' leads nowhere; any JSON value is accepted here instead");

    public static readonly Rule OverlayTargetUnmatched = new(
        "SPEC0105",
        RuleSeverity.Warning,
        "Overlay action matches nothing",
        "The target '{0}' matches nothing in the description; the action was skipped");

    public static readonly Rule OverlayInvalid = new(
        "SPEC0106",
        RuleSeverity.Error,
        "Overlay cannot be applied",
        "{0}");

    public static readonly Rule LimitExceeded = new(
        "SPEC0107",
        RuleSeverity.Error,
        "Description exceeds a limit",
        "The description exceeds {0} ({1}); no client is generated");

    public static readonly Rule SchemaUnsupported = new(
        "SPEC0201",
        RuleSeverity.Warning,
        "Schema not supported",
        "{0} is not supported yet; the value is kept as a JSON element");

    public static readonly Rule ParameterUnsupported = new(
        "SPEC0202",
        RuleSeverity.Warning,
        "Parameter not supported",
        "The parameter '{0}' ({1}) is not supported yet; {2}");

    public static readonly Rule RequestBodyUnsupported = new(
        "SPEC0203",
        RuleSeverity.Warning,
        "Request body not supported",
        "The request body of media type {0} is not supported yet; {1}");

    public static readonly Rule ResponseUnsupported = new(
        "SPEC0204",
        RuleSeverity.Warning,
        "Response body not supported",
        "The response body of media type {0} is not supported yet; {1}");

    public static readonly Rule SecuritySchemeUnsupported = new(
        "SPEC0205",
        RuleSeverity.Warning,
        "Security scheme not supported",
        "The security scheme '{0}' is not supported yet; requests are sent without it");

    public static readonly Rule HeaderParameterIgnored = new(
        "SPEC0206",
        RuleSeverity.Info,
        "Header parameter ignored",
        "A header parameter named '{0}' is ignored, as the OpenAPI specification demands (Parameter Object, 'name'); media types and security schemes set that field");

    public static readonly Rule ServerAddressUnusable = new(
        "SPEC0209",
        RuleSeverity.Warning,
        "Server address cannot be used",
        "The server address '{0}' is left out: {1}");

    public static readonly Rule DividedByTag = new(
        "SPEC0220",
        RuleSeverity.Info,
        "Operations divided by tag",
        "{0} operations are divided among {1} sub-clients, one for each tag; the metadata SubClients of the OpenApiSpec item ('always' or 'never') keeps it so when the description grows");

    public static readonly Rule PathUnusable = new(
        "SPEC0225",
        RuleSeverity.Warning,
        "Path cannot be sent",
        "The path '{0}' has a step '.' or '..', which servers and proxies resolve: the request would go to another operation; {1} is left out");

    public static readonly Rule SecuritySchemesShareField = new(
        "SPEC0230",
        RuleSeverity.Warning,
        "Security schemes share a field",
        "The security schemes '{0}' are demanded together, but share the {1}, which holds one credential; each of them alone is taken as enough");

    public static readonly Rule PaginationUnusable = new(
        "SPEC0231",
        RuleSeverity.Warning,
        "Pages cannot be followed",
        "The pages of the operation {0} cannot be followed: {1}; it gets no methods for that");

    public static readonly Rule ParameterIsCredential = new(
        "SPEC0234",
        RuleSeverity.Info,
        "Parameter is a credential",
        "The parameter '{0}' is the field of the security scheme '{1}', which the operation demands; it is left out, and the options carry the credential");

    public static readonly Rule NameCollision = new(
        "SPEC0301",
        RuleSeverity.Info,
        "Names collide in C#",
        "'{0}' and '{1}' give the same C# name; this one is called {2}");

    public static readonly Rule PathParameterMissing = new(
        "SPEC0302",
        RuleSeverity.Warning,
        "Path parameter not declared",
        "The path names '{0}' in braces but no parameter declares it; a required string parameter was added");

    public static readonly Rule ClientNameCollision = new(
        "SPEC0303",
        RuleSeverity.Error,
        "Two clients with one name",
        "Another description already gives a client {0} in the namespace {1}: set ClientName or Namespace on one of the two OpenApiSpec items");

    /// <summary>All of them, for the analyzer's list and for documentation.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        OverlayMissing, OptionInvalid, OptionUnmatched,
        TextUnreadable, NotADescription, ReaderProblem, ReferenceUnresolved, OverlayTargetUnmatched, OverlayInvalid, LimitExceeded,
        SchemaUnsupported, ParameterUnsupported, RequestBodyUnsupported, ResponseUnsupported, SecuritySchemeUnsupported, HeaderParameterIgnored,
        ServerAddressUnusable, DividedByTag, PathUnusable,
        SecuritySchemesShareField, PaginationUnusable, ParameterIsCredential,
        NameCollision, PathParameterMissing, ClientNameCollision,
    ];

    public static Rule Get(string id) => All.First(rule => rule.Id == id);
}
