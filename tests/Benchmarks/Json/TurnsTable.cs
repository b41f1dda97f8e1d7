using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using Specwright.Benchmarks.Json.Payloads;

namespace Specwright.Benchmarks.Json;

/// <summary>
/// The JSON benchmarks for a machine that others share: BenchmarkDotNet measures one contender after the other, and a neighbour that wakes up in between is found in the ratio. Here
/// the contenders take turns in slices of a millisecond, and of each the tenth percentile counts: what it takes when nobody disturbs.
/// </summary>
internal static class TurnsTable
{
    public const string Verb = "turns";
    private const int Rounds = 600;
    private const double Percentile = 0.1;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(1);

    /// <summary>For one payload: those of megabytes get fewer rounds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static void Write(TextWriter output)
    {
        Write(output, typeof(ReadingBenchmarks), payload => new ReadingBenchmarks { Payload = payload });
        Write(output, typeof(WritingBenchmarks), payload =>
        {
            var benchmarks = new WritingBenchmarks { Payload = payload };
            benchmarks.Prepare();
            return benchmarks;
        });
    }

    private static void Write(TextWriter output, Type type, Func<Payload, object> create)
    {
        var methods = type.GetMethods()
            .Select(method => (Method: method, Benchmark: method.GetCustomAttribute<BenchmarkAttribute>()))
            .Where(method => method.Benchmark is not null)
            .OrderByDescending(method => method.Benchmark!.Baseline)
            .ToList();
        output.WriteLine();
        output.WriteLine($"| {type.Name} | {string.Join(" | ", methods.Select(method => method.Benchmark!.Description))} |");
        output.WriteLine($"| --- | {string.Join(" | ", methods.Select(_ => "---"))} |");
        foreach (var payload in Payload.All)
        {
            var benchmarks = create(payload);
            var nanoseconds = Measure([.. methods.Select(method => ActionOf(method.Method, benchmarks))]);
            var ratios = nanoseconds.Skip(1).Select(one => (one / nanoseconds[0]).ToString("0.00", CultureInfo.InvariantCulture));
            output.WriteLine($"| {payload} | {(nanoseconds[0] / 1_000).ToString("0.0", CultureInfo.InvariantCulture)} µs, 1.00 | {string.Join(" | ", ratios)} |");
        }
    }

    private static Action ActionOf(MethodInfo method, object benchmarks)
    {
        if (method.ReturnType == typeof(int))
        {
            var counted = method.CreateDelegate<Func<int>>(benchmarks);
            return () => counted();
        }

        var read = method.CreateDelegate<Func<object>>(benchmarks);
        return () => read();
    }

    /// <summary>Nanoseconds for one operation of each.</summary>
    private static List<double> Measure(IReadOnlyList<Action> contenders)
    {
        // The code is compiled for good only after it ran for a while.
        var counts = contenders.Select(CountFor).ToList();
        var taken = contenders.Select(_ => new List<double>()).ToList();
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds && (round < 20 || Stopwatch.GetElapsedTime(started) < Longest); round++)
        {
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                var contender = (turn + round) % contenders.Count;
                taken[contender].Add(TimeOf(contenders[contender], counts[contender]) / counts[contender]);
            }
        }

        return [.. taken.Select(times => times.Order().ElementAt((int)(times.Count * Percentile)))];
    }

    /// <summary>How many operations fill a slice.</summary>
    private static int CountFor(Action contender)
    {
        var operations = 0;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(0.5) || operations < 40)
        {
            contender();
            operations++;
        }

        return (int)Math.Clamp(operations * (Slice / Stopwatch.GetElapsedTime(started)), 1, 100_000);
    }

    private static double TimeOf(Action contender, int count)
    {
        var started = Stopwatch.GetTimestamp();
        for (var operation = 0; operation < count; operation++)
        {
            contender();
        }

        return Stopwatch.GetElapsedTime(started).TotalNanoseconds;
    }
}
