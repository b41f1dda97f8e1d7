namespace Specwright.Inputs;

/// <summary>The options of a description: metadata of its <c>OpenApiSpec</c> item.</summary>
/// <remarks>
/// <c>build/Specwright.Generator.props</c> and <c>.targets</c> hand each of them to the compiler as <c>Specwright</c> and the name; a test compares the lists.
/// </remarks>
internal static class OptionNames
{
    public const string Namespace = nameof(Namespace);

    public const string ClientName = nameof(ClientName);

    public const string Accessibility = nameof(Accessibility);

    public const string SubClients = nameof(SubClients);

    public const string Pagination = nameof(Pagination);

    public const string Types = nameof(Types);

    public const string IncludeTags = nameof(IncludeTags);

    public const string ExcludeTags = nameof(ExcludeTags);

    public const string IncludePaths = nameof(IncludePaths);

    public const string ExcludePaths = nameof(ExcludePaths);

    public const string IncludeOperations = nameof(IncludeOperations);

    public const string ExcludeOperations = nameof(ExcludeOperations);

    public const string Names = nameof(Names);

    public const string Overlay = nameof(Overlay);

    public static IReadOnlyList<string> All { get; } =
    [
        Namespace, ClientName, Accessibility, SubClients, Pagination,
        Types,
        IncludeTags, ExcludeTags, IncludePaths, ExcludePaths, IncludeOperations, ExcludeOperations,
        Names, Overlay,
    ];
}
