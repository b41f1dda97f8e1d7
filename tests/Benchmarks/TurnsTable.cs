using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using Specwright.Benchmarks.Calls;
using Specwright.Benchmarks.Json;
using Specwright.Benchmarks.Json.Payloads;

namespace Specwright.Benchmarks;

/// <summary>
/// The benchmarks of JSON and of calls for a machine that others share: BenchmarkDotNet measures one contender after the other, and a neighbour that wakes up in between is found in the ratio. Here
/// the contenders take turns in slices of some milliseconds, and of each the tenth percentile counts: what it takes when nobody disturbs.
/// </summary>
internal static class TurnsTable
{
    public const string Verb = "turns";
    private const int Rounds = 600;
    private const double Percentile = 0.1;

    /// <summary>A call waits for other threads and another process: so many of them that one late wake-up counts little.</summary>
    private static readonly TimeSpan SliceOfCalls = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(1);

    /// <summary>For one payload: those of megabytes get fewer rounds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <param name="output">Gets the tables.</param>
    /// <param name="chosen">Parts of names of benchmark classes, <c>Call</c> for example; none: all of them.</param>
    public static void Write(TextWriter output, IReadOnlyList<string> chosen)
    {
        if (IsChosen<ReadingBenchmarks>())
        {
            Write(output, Slice, [.. Payload.All.Select(payload => (payload.ToString()!, new ReadingBenchmarks { Payload = payload }))]);
        }

        if (IsChosen<WritingBenchmarks>())
        {
            var writing = Payload.All.Select(payload => (payload.ToString()!, new WritingBenchmarks { Payload = payload })).ToList();
            writing.ForEach(row => row.Item2.Prepare());
            Write(output, Slice, writing);
        }

        if (IsChosen<CallBenchmarks>())
        {
            var calls = CallBenchmarks.Lengths.Select(length => ($"{length:N0}", new CallBenchmarks { Transactions = length })).ToList();
            try
            {
                calls.ForEach(row => row.Item2.Prepare());
                Write(output, SliceOfCalls, calls);
            }
            finally
            {
                calls.ForEach(row => row.Item2.Stop());
            }
        }

        bool IsChosen<T>() => chosen.Count == 0 || chosen.Any(part => typeof(T).Name.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    private static void Write<T>(TextWriter output, TimeSpan slice, IReadOnlyList<(string Name, T Benchmarks)> rows)
        where T : class
    {
        var methods = typeof(T).GetMethods()
            .Select(method => (Method: method, Benchmark: method.GetCustomAttribute<BenchmarkAttribute>()))
            .Where(method => method.Benchmark is not null)
            .OrderByDescending(method => method.Benchmark!.Baseline)
            .ToList();
        output.WriteLine();
        output.WriteLine($"| {typeof(T).Name} | {string.Join(" | ", methods.Select(method => method.Benchmark!.Description))} |");
        output.WriteLine($"| --- | {string.Join(" | ", methods.Select(_ => "---"))} |");
        foreach (var (name, benchmarks) in rows)
        {
            var nanoseconds = Measure([.. methods.Select(method => ContenderOf(method.Method, benchmarks))], slice);
            var ratios = nanoseconds.Skip(1).Select(one => (one / nanoseconds[0]).ToString("0.00", CultureInfo.InvariantCulture));
            output.WriteLine($"| {name} | {(nanoseconds[0] / 1_000).ToString("0.0", CultureInfo.InvariantCulture)} µs, 1.00 | {string.Join(" | ", ratios)} |");
        }
    }

    /// <summary>Does so many operations, one after the other.</summary>
    private static Action<int> ContenderOf(MethodInfo method, object benchmarks)
    {
        if (method.ReturnType == typeof(int))
        {
            var counted = method.CreateDelegate<Func<int>>(benchmarks);
            return count => Repeat(() => counted(), count);
        }

        if (typeof(Task).IsAssignableFrom(method.ReturnType))
        {
            // Awaited one after the other, as a program awaits them: the thread that measures waits once for all of them.
            var called = method.CreateDelegate<Func<Task>>(benchmarks);
            return count => Task.Run(async () =>
            {
                for (var operation = 0; operation < count; operation++)
                {
                    await called().ConfigureAwait(false);
                }
            }).GetAwaiter().GetResult();
        }

        var read = method.CreateDelegate<Func<object>>(benchmarks);
        return count => Repeat(() => read(), count);
    }

    private static void Repeat(Action operation, int count)
    {
        for (var done = 0; done < count; done++)
        {
            operation();
        }
    }

    /// <summary>Nanoseconds for one operation of each.</summary>
    private static List<double> Measure(IReadOnlyList<Action<int>> contenders, TimeSpan slice)
    {
        // The code is compiled for good only after it ran for a while.
        var counts = contenders.Select(contender => CountFor(contender, slice)).ToList();
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
    private static int CountFor(Action<int> contender, TimeSpan slice)
    {
        var operations = 0;
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(0.5) || operations < 40)
        {
            contender(1);
            operations++;
        }

        return (int)Math.Clamp(operations * (slice / Stopwatch.GetElapsedTime(started)), 1, 100_000);
    }

    private static double TimeOf(Action<int> contender, int count)
    {
        var started = Stopwatch.GetTimestamp();
        contender(count);
        return Stopwatch.GetElapsedTime(started).TotalNanoseconds;
    }
}
