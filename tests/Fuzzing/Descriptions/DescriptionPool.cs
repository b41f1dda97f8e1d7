using System.Text.Json.Nodes;
using Specwright.Corpus;
using Specwright.Reading.Text;

namespace Specwright.Fuzzing.Descriptions;

/// <summary>The descriptions that mutants are made from: those of this repository, and real ones where the corpus is.</summary>
internal sealed class DescriptionPool
{
    /// <summary>Larger ones cost seconds to read and hold nothing that smaller ones lack.</summary>
    private const int MaxBytes = 1_300_000;

    private readonly List<(string Name, Lazy<JsonObject> Root)> _descriptions;

    private DescriptionPool(IEnumerable<string> files)
    {
        _descriptions = [.. files
            .OrderBy(file => file, StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(RepositoryFolder.Path, file).Replace('\\', '/'), new Lazy<JsonObject>(() => Read(file))))];
    }

    public int Count => _descriptions.Count;

    public static DescriptionPool OfRepository() => new(RepositoryFiles());

    public static DescriptionPool WithCorpus() => new(
    [
        .. RepositoryFiles(),
        .. CorpusDocument.Folder() is { } folder ? CorpusDocument.All(folder).Select(document => document.Path).Where(path => new FileInfo(path).Length <= MaxBytes) : [],
    ]);

    /// <param name="random">Chooses.</param>
    /// <returns>The name, and a tree that nobody may change.</returns>
    public (string Name, JsonObject Root) Choose(Random random)
    {
        // The repository's own show every feature and are small: a third of all mutants come from them.
        var (name, root) = _descriptions[random.Next(_descriptions.Count)];
        if (random.Next(3) == 0)
        {
            var own = _descriptions.Where(description => description.Name.StartsWith("tests/Fuzzing/", StringComparison.Ordinal)).ToList();
            (name, root) = own[random.Next(own.Count)];
        }

        return (name, root.Value);
    }

    /// <summary>The tree of a text; null where it has none, or none that is an object.</summary>
    public static JsonObject? TryParse(string text)
        => DescriptionTextReader.Read(new SourceText("description", text), "#", new NodeBudget(CancellationToken.None)).Root is ObjectNode root ? (JsonObject)JsonText.ToJsonNode(root)! : null;

    private static JsonObject Read(string file) => TryParse(File.ReadAllText(file)) ?? throw new InvalidDataException($"{file} is no description.");

    private static IEnumerable<string> RepositoryFiles() =>
    [
        .. Directory.GetFiles(RepositoryFolder.PathOf("tests", "Fuzzing", "Descriptions"), "*.yaml"),
        .. Directory.GetFiles(RepositoryFolder.PathOf("specs"), "*.openapi.yaml"),
        // Some golden cases are about texts that cannot be read.
        .. Directory.GetFiles(RepositoryFolder.PathOf("tests", "Specwright.Generator.Tests", "Golden"), "description.yaml", SearchOption.AllDirectories).Where(file => TryParse(File.ReadAllText(file)) is not null),
    ];
}
