using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Specwright.Benchmarks;
using Specwright.Benchmarks.Calls;
using Specwright.Benchmarks.Driver;
using Specwright.Benchmarks.StartUp;

switch (args)
{
    case [LedgerServerProcess.Verb]:
        await LedgerServer.ServeAsync();
        break;
    case [StartUpTable.Verb, .. var ways]:
        await StartUpTable.WriteAsync(Console.Out, ways);
        break;
    case [TurnsTable.Verb, .. var benchmarks]:
        TurnsTable.Write(Console.Out, benchmarks);
        break;
    case var _ when DriverTable.TryRun(args):
        break;
    default:
        // Short by default, so that a run takes minutes; in this process, because the benchmark library in use builds no project for this framework.
        // '--job medium' or any other argument of BenchmarkDotNet goes before that.
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun
                .WithIterationTime(TimeInterval.FromMilliseconds(150))
                .WithIterationCount(9)
                .WithToolchain(InProcessEmitToolchain.Instance)
                .WithId("short"));
        RatioTable.Write(Console.Out, BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config));
        break;
}
