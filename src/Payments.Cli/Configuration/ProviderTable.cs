namespace Payments.Cli;

/// <summary>Every provider that the command knows. Help, README test and reading of settings all take the names from here.</summary>
internal static class ProviderTable
{
    public static ProviderDescription Cashfree => CashfreeProvider.Description;

    public static ProviderDescription Juspay => JuspayProvider.Description;

    public static ProviderDescription Gateway => GatewayProvider.Description;

    public static ProviderDescription Account => AccountProvider.Description;

    public static ProviderDescription HyperSdk => HyperSdkProvider.Description;

    /// <summary>All providers, in the order of the table.</summary>
    public static IReadOnlyList<ProviderDescription> All { get; } =
    [
        CashfreeProvider.Description,
        JuspayProvider.Description,
        GatewayProvider.Description,
        AccountProvider.Description,
        HyperSdkProvider.Description,
    ];

    /// <summary>The names as a list in a sentence.</summary>
    public static string Names => string.Join(", ", All.Select(provider => provider.Name));

    /// <summary>The command's name of a source.</summary>
    public static string NameOf(string sourceName) => All.FirstOrDefault(provider => provider.SourceName == sourceName)?.Name ?? sourceName;

    /// <summary>Place in the table; names it does not have come last.</summary>
    public static int PlaceOf(string name) => All.TakeWhile(provider => provider.Name != name).Count();

    public static ProviderDescription? Find(string name) =>
        All.FirstOrDefault(provider => string.Equals(provider.Name, name, StringComparison.OrdinalIgnoreCase));
}
