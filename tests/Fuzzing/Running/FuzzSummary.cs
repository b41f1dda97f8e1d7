using System.Globalization;
using System.Text;

namespace Specwright.Fuzzing.Running;

/// <summary>What a run came to.</summary>
internal sealed record FuzzSummary
{
    public required int Mutants { get; init; }

    /// <summary>Mutants that gave a client.</summary>
    public required int Clients { get; init; }

    /// <summary>Mutants that gave an error finding and no client.</summary>
    public required int Refused { get; init; }

    public required int Operations { get; init; }

    public required int Types { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Time of processors: on a busy machine the one that can be compared.</summary>
    public required TimeSpan ProcessorTime { get; init; }

    /// <summary>The longest time from text to files, twice.</summary>
    public required TimeSpan Slowest { get; init; }

    public required int SlowestSeed { get; init; }

    public required IReadOnlyList<FuzzFailure> Failures { get; init; }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Mutants} mutants in {Elapsed.TotalSeconds:F0} s ({ProcessorTime.TotalSeconds:F0} s of processors): {Clients} clients with {Operations} operations and {Types} types, {Refused} refused with an error, {Failures.Count} failures; ");
        text.Append(CultureInfo.InvariantCulture, $"the slowest was seed {SlowestSeed} ({Slowest.TotalMilliseconds:F0} ms).\n");
        foreach (var kind in Failures.GroupBy(failure => (failure.Result.Outcome, failure.Result.Kind)))
        {
            var first = kind.FirstOrDefault(failure => failure.Shrunk is not null) ?? kind.First();
            text.Append(CultureInfo.InvariantCulture, $"\n{kind.Key.Outcome} {kind.Key.Kind}: {kind.Count()} times, first by seed {first.Mutant.Seed}\n{first.Result.Message}\n");
            text.Append(CultureInfo.InvariantCulture, $"reproduce: SPECWRIGHT_FUZZ_ONLY={first.Mutant.Seed} dotnet test tests/Fuzzing\n");
            text.Append(CultureInfo.InvariantCulture, $"seeds: {string.Join(' ', kind.Take(20).Select(failure => failure.Mutant.Seed))}\n");
            if (first.Shrunk is { } shrunk)
            {
                text.Append(CultureInfo.InvariantCulture, $"{(shrunk.Text.Length > 3000 ? shrunk.Text[..3000] + "…" : shrunk.Text)}\n");
            }
        }

        return text.ToString();
    }
}
