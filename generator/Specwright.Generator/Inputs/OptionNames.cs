namespace Specwright.Inputs;

/// <summary>The options of a description: metadata of its <c>OpenApiSpec</c> item, properties of the project, keys of its <c>.editorconfig</c> and <c>.globalconfig</c>.</summary>
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

    public const string Interfaces = nameof(Interfaces);

    public const string Enums = nameof(Enums);

    public const string NumberType = nameof(NumberType);

    public const string DateTypes = nameof(DateTypes);

    public const string OptionalProperties = nameof(OptionalProperties);

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
        Interfaces, Types, Enums, NumberType, DateTypes, OptionalProperties,
        IncludeTags, ExcludeTags, IncludePaths, ExcludePaths, IncludeOperations, ExcludeOperations,
        Names, Overlay,
    ];

    /// <summary>The key of an option in a configuration file: <c>specwright_sub_clients</c>. Null for the overlays: the build must know these files before it asks for configuration.</summary>
    public static string? ConfigurationKeyOf(string option) => option == Overlay
        ? null
        : "specwright" + string.Concat(option.Select(character => char.IsUpper(character) ? "_" + char.ToLowerInvariant(character) : character.ToString()));
}
