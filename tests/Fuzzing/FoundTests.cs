using Specwright.Fuzzing.Running;

namespace Specwright.Fuzzing;

/// <summary>What the fuzzer has found, each as the smallest description that showed it: it must stay mended.</summary>
public sealed class FoundTests
{
    private static string Folder => RepositoryFolder.PathOf("tests", "Fuzzing", "Found");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Description_GivesAClientThatCompilesOrAnErrorThatSaysWhy(string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder, file));

        // The options of a client go by the seed: a few, for each of them.
        Assert.All(Enumerable.Range(1, 6), seed =>
        {
            var result = new FuzzRun(_ => throw new NotSupportedException(), Generation.Of).RunOne(new Mutant { Seed = seed, FileName = file, Text = text, Steps = [] });

            Assert.False(result.IsFailure, result.Message);
        });
    }
}
