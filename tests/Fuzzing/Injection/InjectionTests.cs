using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Specwright.Emission;
using Specwright.Fuzzing.Descriptions;
using Specwright.Fuzzing.Mutation;
using Specwright.Fuzzing.Running;
using Specwright.Planning;

namespace Specwright.Fuzzing.Injection;

/// <summary>
/// Hostile texts in every place of a description where a text stands, each place in turn: the code parses to the tree that a harmless text gives.
/// </summary>
public sealed class InjectionTests
{
    public static TheoryData<string> Descriptions => ["everything-3.yaml", "everything-2.yaml"];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void HostileText_GivesTheTreeOfAHarmlessOne(string name)
    {
        var root = DescriptionPool.TryParse(File.ReadAllText(RepositoryFolder.PathOf("tests", "Fuzzing", "Descriptions", name)))!;
        var positions = TextPosition.AllOf(root);
        var breaches = new ConcurrentBag<string>();
        Parallel.ForEach(positions.Index(), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, item =>
        {
            var harmless = SyntaxShape.Of(Generate(item.Item.With(root, "harmless text")));
            foreach (var text in new[] { HostileTexts.Everything, HostileTexts.All[item.Index % HostileTexts.All.Count] })
            {
                var files = Generate(item.Item.With(root, text));
                if (files.Select(SyntaxShape.Breach).FirstOrDefault(breach => breach is not null) is { } breach)
                {
                    breaches.Add($"{item.Item}: '{text}': {breach}");
                }
                else if (SyntaxShape.Of(files) != harmless)
                {
                    breaches.Add($"{item.Item}: '{text}' gives another tree");
                }
            }
        });

        File.WriteAllLines(Path.Combine(Directory.CreateDirectory(RepositoryFolder.PathOf("artifacts", "fuzzing")).FullName, $"injection-{name}.txt"), breaches.Order(StringComparer.Ordinal).Select(breach => breach.ReplaceLineEndings(" ")));
        Assert.True(positions.Count > 150, $"{positions.Count} positions");
        Assert.Empty(breaches.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<GeneratedFile> Generate(JsonObject root) => Generation.Of(
        "injection.json",
        DescriptionText.Json(root),
        new ClientOptions { SpecName = "injection.json", Namespace = "Fuzzing", ClientName = "Fuzz" },
        CancellationToken.None).Files;
}
