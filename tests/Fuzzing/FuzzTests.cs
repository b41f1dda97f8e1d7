using System.Globalization;
using Specwright.Fuzzing.Descriptions;
using Specwright.Fuzzing.Mutation;
using Specwright.Fuzzing.Running;
using Xunit.Abstractions;

namespace Specwright.Fuzzing;

/// <summary>
/// Thousands of descriptions that somebody has spoilt: the generator answers each with a client that compiles without a warning or with an error
/// that says why, in time, and twice the same. <c>SPECWRIGHT_FUZZ_COUNT</c> and <c>SPECWRIGHT_FUZZ_SEED</c> choose how many and from which seed on,
/// <c>SPECWRIGHT_FUZZ_ONLY</c> takes one seed and writes all that comes of it to <c>artifacts/fuzzing</c>, where failures go, shrunk.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int CountInCi = 2000;

    private static string Artifacts => Directory.CreateDirectory(RepositoryFolder.PathOf("artifacts", "fuzzing")).FullName;

    [Fact]
    public void SpoiltDescriptions_GiveAClientThatCompilesOrAnErrorThatSaysWhy()
    {
        var maker = new MutantMaker(DescriptionPool.WithCorpus());
        var run = new FuzzRun(maker.Make, Generation.Of) { Starting = KeepSeed, Failed = Write };
        if (Setting("SPECWRIGHT_FUZZ_ONLY") is { } only)
        {
            Reproduce(run, maker.Make(only));
            return;
        }

        var count = Setting("SPECWRIGHT_FUZZ_COUNT") ?? CountInCi;
        var summary = run.Run(Setting("SPECWRIGHT_FUZZ_SEED") ?? 1, count);
        Write(summary);

        Assert.True(summary.Failures.Count == 0, summary.ToMarkdown());
        // Refusals alone would prove nothing: most mutants still give a client, with operations and types in it.
        Assert.True(summary.Clients * 10 >= summary.Mutants * 6 && summary.Operations >= summary.Mutants && summary.Types >= summary.Mutants, summary.ToMarkdown());
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>One file per thread; what is left after a crash of the process names the seed.</summary>
    private static void KeepSeed(int thread, int seed) => File.WriteAllText(Path.Combine(Artifacts, $"running-{thread}.txt"), seed.ToString(CultureInfo.InvariantCulture));

    private void Reproduce(FuzzRun run, Mutant mutant)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Artifacts, mutant.Seed.ToString(CultureInfo.InvariantCulture))).FullName;
        File.WriteAllText(Path.Combine(folder, mutant.FileName), mutant.Text);
        File.WriteAllLines(Path.Combine(folder, "steps.txt"), mutant.Steps);
        var (generation, _) = new GuardedGenerator(Generation.Of, run.Limit).Run(mutant);
        foreach (var file in generation?.Files ?? [])
        {
            File.WriteAllText(Path.Combine(folder, file.HintName), file.Text);
        }

        File.WriteAllLines(Path.Combine(folder, "findings.txt"), generation?.Findings ?? []);
        var result = run.RunOne(mutant);
        output.WriteLine($"{folder}: {result}");
        Assert.False(result.IsFailure, $"{folder}\n{result.Message}");
    }

    private static void Write(FuzzFailure failure)
    {
        var name = Path.Combine(Artifacts, failure.Mutant.Seed.ToString(CultureInfo.InvariantCulture));
        File.WriteAllText($"{name}.original{Path.GetExtension(failure.Mutant.FileName)}", failure.Mutant.Text);
        File.WriteAllText($"{name}.txt", $"{failure.Result.Outcome} {failure.Result.Kind}\n{failure.Result.Message}\n\n{string.Join('\n', failure.Mutant.Steps)}\n");
        if (failure.Shrunk is { } shrunk)
        {
            File.WriteAllText($"{name}{Path.GetExtension(shrunk.FileName)}", shrunk.Text);
        }
    }

    private void Write(FuzzSummary summary)
    {
        foreach (var stale in Directory.GetFiles(Artifacts, "running-*.txt"))
        {
            File.Delete(stale);
        }

        var markdown = summary.ToMarkdown();
        File.WriteAllText(Path.Combine(Artifacts, "fuzzing.md"), markdown);
        output.WriteLine(markdown);
    }
}
