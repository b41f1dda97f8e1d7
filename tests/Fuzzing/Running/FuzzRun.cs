using System.Collections.Concurrent;
using System.Diagnostics;
using Specwright.Emission;

namespace Specwright.Fuzzing.Running;

/// <summary>Takes the mutants of a range of seeds through generator and compiler.</summary>
internal sealed class FuzzRun(Func<int, Mutant> make, Generator generator)
{
    /// <summary>Clients in one compilation: the references are bound once for all of them.</summary>
    private const int BatchSize = 40;

    private readonly ConcurrentBag<FuzzFailure> _failures = [];
    private readonly ConcurrentDictionary<string, bool> _shrunkKinds = new(StringComparer.Ordinal);
    private int _clients;
    private int _refused;
    private int _operations;
    private int _types;
    private long _slowest;
    private int _slowestSeed;

    public Generator Generator => generator;

    /// <summary>Mutants take milliseconds; a busy machine may take a thousand times as long.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan ShrinkBudget { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Called with the seed before its mutant is generated: an overflowing stack ends the process, and this is what is left of it.</summary>
    public Action<int, int>? Starting { get; init; }

    /// <summary>Called with each failure when it is known: a run over millions need not end to be of use.</summary>
    public Action<FuzzFailure>? Failed { get; init; }

    public FuzzSummary Run(int firstSeed, int count)
    {
        var watch = Stopwatch.StartNew();
        var processors = Environment.CpuUsage.TotalTime;
        var batches = Enumerable.Range(0, count).Select(index => unchecked(firstSeed + index)).Chunk(BatchSize).ToList();
        Parallel.ForEach(
            Partitioner.Create(batches, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            RunBatch);
        return new FuzzSummary
        {
            Mutants = count,
            Clients = _clients,
            Refused = _refused,
            Operations = _operations,
            Types = _types,
            Elapsed = watch.Elapsed,
            ProcessorTime = Environment.CpuUsage.TotalTime - processors,
            Slowest = TimeSpan.FromMilliseconds(_slowest),
            SlowestSeed = _slowestSeed,
            Failures = [.. _failures.OrderBy(failure => failure.Result.Kind, StringComparer.Ordinal).ThenBy(failure => failure.Mutant.Seed)],
        };
    }

    private void RunBatch(int[] seeds)
    {
        var clients = new List<(Mutant Mutant, IReadOnlyList<GeneratedFile> Files)>();
        foreach (var seed in seeds)
        {
            Starting?.Invoke(Environment.CurrentManagedThreadId, seed);
            var mutant = make(seed);
            var started = Stopwatch.GetTimestamp();
            var (generation, result) = new GuardedGenerator(generator, Limit).Run(mutant);
            Count(seed, generation, result, Stopwatch.GetElapsedTime(started));
            if (result.IsFailure)
            {
                Fail(mutant, result);
            }
            else if (generation!.Files.Count > 0)
            {
                clients.Add((mutant, generation.Files));
            }
        }

        // Errors of an early phase of the compiler keep it from looking for others: the innocent are compiled again without the guilty.
        for (var isClean = false; !isClean && clients.Count > 0;)
        {
            var guilty = MutantCompiler.Compile([.. clients.Select(client => (client.Mutant.Seed, client.Files))]);
            isClean = guilty.Count == 0;
            foreach (var (seed, errors) in guilty)
            {
                var (mutant, files) = clients.Find(client => client.Mutant.Seed == seed);
                if (errors.All(error => error.Location.SourceTree is not null) || MutantCompiler.Compile([(seed, files)]).Count > 0)
                {
                    Fail(mutant, MutantCompiler.ResultOf(errors));
                }
            }

            clients.RemoveAll(client => guilty.ContainsKey(client.Mutant.Seed));
        }
    }

    private void Count(int seed, Generation? generation, MutantResult result, TimeSpan elapsed)
    {
        Interlocked.Add(ref _clients, result.Outcome == MutantOutcome.Client ? 1 : 0);
        Interlocked.Add(ref _refused, result.Outcome == MutantOutcome.Refused ? 1 : 0);
        Interlocked.Add(ref _operations, generation?.Operations ?? 0);
        Interlocked.Add(ref _types, generation?.Types ?? 0);
        if (elapsed.TotalMilliseconds > Interlocked.Read(ref _slowest))
        {
            Interlocked.Exchange(ref _slowest, (long)elapsed.TotalMilliseconds);
            _slowestSeed = seed;
        }
    }

    private void Fail(Mutant mutant, MutantResult result)
    {
        var shrunk = _shrunkKinds.TryAdd($"{result.Outcome} {result.Kind}", true) ? new Shrinker(RunOne, ShrinkBudget).Shrink(mutant, result) : null;
        var failure = new FuzzFailure(mutant, result, shrunk);
        _failures.Add(failure);
        Failed?.Invoke(failure);
    }

    /// <summary>One mutant all the way, alone.</summary>
    public MutantResult RunOne(Mutant mutant)
    {
        var (generation, result) = new GuardedGenerator(generator, Limit).Run(mutant);
        return !result.IsFailure && generation!.Files.Count > 0 && MutantCompiler.Compile([(mutant.Seed, generation.Files)]).TryGetValue(mutant.Seed, out var errors)
            ? MutantCompiler.ResultOf(errors)
            : result;
    }
}
