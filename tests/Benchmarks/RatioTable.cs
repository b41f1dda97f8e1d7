using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Specwright.Benchmarks;

/// <summary>Writes a run as the tables of <c>docs/benchmarks.md</c> have it: the baseline with its time, the others as ratios to it, and what each allocates.</summary>
internal static class RatioTable
{
    public static void Write(TextWriter output, IEnumerable<Summary> summaries)
    {
        foreach (var summary in summaries)
        {
            foreach (var type in summary.Reports.Where(report => report.ResultStatistics is not null).GroupBy(report => report.BenchmarkCase.Descriptor.Type))
            {
                Write(output, type.Key.Name, [.. type]);
            }
        }
    }

    private static void Write(TextWriter output, string title, IReadOnlyList<BenchmarkReport> reports)
    {
        var contenders = reports.Select(NameOf).Distinct().ToList();
        output.WriteLine();
        output.WriteLine($"| {title} | {string.Join(" | ", contenders)} | allocated, in this order |");
        output.WriteLine($"| --- | {string.Join(" | ", contenders.Select(_ => "---"))} | --- |");
        foreach (var row in reports.GroupBy(report => report.BenchmarkCase.Parameters.DisplayInfo))
        {
            var baseline = row.FirstOrDefault(report => report.BenchmarkCase.Descriptor.Baseline);
            var cells = contenders.Select(contender => row.FirstOrDefault(report => NameOf(report) == contender)).ToList();
            output.WriteLine($"| {RowOf(row.First().BenchmarkCase)} | {string.Join(" | ", cells.Select(report => TimeOf(report, baseline)))} | {string.Join(" / ", cells.Select(BytesOf))} |");
        }
    }

    private static string NameOf(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');

    private static string RowOf(BenchmarkCase benchmark) => string.Join(", ", benchmark.Parameters.Items.Select(parameter => Convert.ToString(parameter.Value, CultureInfo.InvariantCulture)));

    /// <summary>Medians: another process that takes the processor for a moment must not decide.</summary>
    private static string TimeOf(BenchmarkReport? report, BenchmarkReport? baseline)
    {
        if (report is null)
        {
            return "";
        }

        var nanoseconds = report.ResultStatistics!.Median;
        return report == baseline ? $"{Time(nanoseconds)}, 1.00"
            : baseline is null ? Time(nanoseconds)
            : Number("0.00", nanoseconds / baseline.ResultStatistics!.Median);
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        < 1_000 => Number("0", nanoseconds) + " ns",
        < 1_000_000 => Number("0.0", nanoseconds / 1_000) + " µs",
        _ => Number("0.00", nanoseconds / 1_000_000) + " ms",
    };

    private static string BytesOf(BenchmarkReport? report)
        => report?.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) is not { } bytes ? "?" : bytes == 0 ? "nothing" : Number("#,0", bytes) + " B";

    private static string Number(string format, double value) => value.ToString(format, CultureInfo.InvariantCulture);
}
