using System.Globalization;
using Specwright.Benchmarks.Calls;

namespace Specwright.Benchmarks.StartUp;

/// <summary>
/// The first call of a client in a fresh process (tests/StartUp), in each way that it can be made. The ways take turns, so that what else the machine does falls on all of them,
/// and medians are compared.
/// </summary>
internal static class StartUpTable
{
    public const string Verb = "start-up";

    private const int Runs = 15;
    private const string Baseline = "context";

    private static readonly (string Way, string Name)[] Ways =
    [
        (Baseline, "HttpClient, System.Text.Json source generator"),
        ("reflection", "HttpClient, System.Text.Json by reflection"),
        ("specwright", "Specwright"),
        ("bytes", "HttpClient alone, nothing read"),
    ];

    /// <param name="output">Gets the table as Markdown.</param>
    /// <param name="options"><c>--native</c>: the native program too, published first; that takes minutes. A number: so many runs.</param>
    public static async Task WriteAsync(TextWriter output, string[] options)
    {
        var runs = options.Select(option => int.TryParse(option, CultureInfo.InvariantCulture, out var number) ? number : 0).FirstOrDefault(number => number > 0, Runs);
        await using var server = await LedgerServer.StartAsync();
        await output.WriteLineAsync("""
            | program | first call | start to end, ms | ratio | the call alone, ms | ratio |
            | --- | --- | --- | --- | --- | --- |
            """);
        await WriteAsync(output, "with the JIT compiler", StartUpProgram.WithJit(), Ways, server.Address, runs);
        if (options.Contains("--native"))
        {
            var native = await StartUpProgram.PublishNativeAsync();
            await WriteAsync(output, string.Create(CultureInfo.InvariantCulture, $"native, {native.Length / 1e6:F1} MB"), native, Ways.Where(way => way.Way != "reflection"), server.Address, runs);
        }
    }

    private static async Task WriteAsync(TextWriter output, string program, StartUpProgram startUp, IEnumerable<(string Way, string Name)> ways, string address, int runs)
    {
        var taken = ways.ToDictionary(way => way.Way, _ => new List<StartUpTimes>());
        for (var run = 0; run <= runs; run++)
        {
            foreach (var (way, times) in taken)
            {
                var time = await startUp.RunAsync(way, address + "10");

                // The first turn of each fetches the program from the disk.
                if (run > 0)
                {
                    times.Add(time);
                }
            }
        }

        var (baselineWhole, baselineCall) = Medians(taken[Baseline]);
        foreach (var (way, name) in ways)
        {
            var (whole, call) = Medians(taken[way]);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"| {program} | {name} | {whole:F0} | {whole / baselineWhole:F2} | {call:F0} | {call / baselineCall:F2} |"));
        }
    }

    private static (double Whole, double Call) Medians(IReadOnlyCollection<StartUpTimes> times)
        => (times.Select(time => time.Whole).Order().ElementAt(times.Count / 2), times.Select(time => time.Call).Order().ElementAt(times.Count / 2));
}

/// <summary>In milliseconds.</summary>
/// <param name="Whole">From the start of the process to its end.</param>
/// <param name="Call">What the program itself measured: from the making of the client to the object.</param>
internal readonly record struct StartUpTimes(double Whole, double Call);
