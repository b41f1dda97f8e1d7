namespace Specwright.Corpus;

/// <summary>A real third-party description beside the repository.</summary>
/// <param name="Slug">The name in the corpus's index.</param>
/// <param name="Path">Its file.</param>
internal sealed record CorpusDocument(string Slug, string Path)
{
    /// <summary>Small and large ones, each version and form of text: what every run of CI goes through.</summary>
    public static IReadOnlyList<string> ShortList { get; } =
    [
        "adyen-fundservice-v3",
        "adyen-payoutservice-v67",
        "amadeus4dev-airlinecodelookup-v1-swagger-specification",
        "azure-body-formdata",
        "box-openapi-v2025-0",
        "cashfree-openapi-openapi-po",
        "christianhelle-v3-1-lmstudio",
        "clerk-fapi-2021-02-05",
        "getkin-schema31refs",
        "go-swagger-fixture-1479",
        "hey-api-transformers-all-of",
        "lightningnetwork-walletunlocker-swagger",
        "oai-v3-0-petstore",
        "od-notion-com",
        "od-stripe-com",
        "ogen-go-telegram-bot-api",
        "xeroapi-xero-payroll-au",
    ];

    /// <summary>Unions, hierarchies, dates, enumerations, pages, header fields and files: what every run of CI goes through with other options.</summary>
    public static IReadOnlyList<string> OptionList { get; } = ["adyen-payoutservice-v67", "box-openapi-v2025-0", "hey-api-transformers-all-of", "od-notion-com"];

    /// <summary>Whether the documents are somebody's own: what our lists say about the corpus is then not the whole of it.</summary>
    public static bool IsNamed => !string.IsNullOrEmpty(NamedFolder);

    private static string? NamedFolder => Environment.GetEnvironmentVariable("SPECWRIGHT_CORPUS_FOLDER");

    /// <summary>The folder of the corpus, or null where it isn't there. <c>SPECWRIGHT_CORPUS_FOLDER</c> names another one, which must exist.</summary>
    public static string? Folder()
    {
        if (IsNamed && NamedFolder is { } named)
        {
            return Directory.Exists(named) ? named : throw new DirectoryNotFoundException($"SPECWRIGHT_CORPUS_FOLDER names no folder: {named}");
        }

        var corpus = System.IO.Path.GetFullPath(RepositoryFolder.PathOf("..", "shared", "corpus"));
        return Directory.Exists(corpus) ? corpus : null;
    }

    /// <summary>All documents in ordinal order of their slugs.</summary>
    public static IReadOnlyList<CorpusDocument> All(string folder) =>
    [
        .. Directory.GetFiles(folder)
            .Where(file => System.IO.Path.GetExtension(file) is ".json" or ".yaml" or ".yml")
            .Select(file => new CorpusDocument(System.IO.Path.GetFileNameWithoutExtension(file), file))
            .OrderBy(document => document.Slug, StringComparer.Ordinal),
    ];
}
