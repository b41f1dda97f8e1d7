using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Payments.Cli;

/// <summary>The command once its options are read: connect, ask, print, and again under <c>--watch</c>.</summary>
internal static class BalancesRun
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(BalancesOptions options, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        try
        {
            var settings = options.IsLive ? LiveSettings.Read(environment.AddSettings) : null;
            var mask = settings is null ? SecretMask.None : new SecretMask(settings.Secrets);
            using var logging = LoggerFactory(options, environment, mask);
            await using var session = await environment.OpenSession(options, settings, environment.TimeProvider, logging, cancellationToken);
            var reasons = new FailureReasons(mask, options.IsLive, logging.CreateLogger("balances"));
            return await RepeatAsync(new BalanceRound(session, reasons, environment.TimeProvider), options, environment, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (BadSettingException exception)
        {
            await TellAsync(environment, options, exception);
            return ExitCode.WrongUsage;
        }
        // The reader of a pipe has gone (balances | head): nobody is left to tell.
        catch (IOException exception) when (exception is not FileNotFoundException && exception.HResult == BrokenPipe)
        {
            return ExitCode.SomeFailed;
        }
        catch (Exception exception)
        {
            await TellAsync(environment, options, exception);
            return ExitCode.SomeFailed;
        }
    }

    // EPIPE, as .NET puts it into HResult on Unix.
    private const int BrokenPipe = 32;

    private static async Task<int> RepeatAsync(
        BalanceRound round, BalancesOptions options, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        var report = new ReportWriter(environment, options);
        while (true)
        {
            var progress = new AskingProgress(round.Asked);
            var snapshot = await progress.ShowAsync(environment, () => round.AskAsync(progress.Answered, cancellationToken), cancellationToken);
            report.Write(snapshot);
            if (options.Watch is not { } pause)
            {
                return ExitCodeOf(snapshot);
            }
            await Task.Delay(pause, environment.TimeProvider, cancellationToken);
        }
    }

    // With nothing set at all there is nothing to show, which cannot be a success either.
    private static int ExitCodeOf(BalanceSnapshot snapshot) =>
        snapshot.HasFailures || snapshot.Providers.All(answer => answer.State != AnswerState.Answered) ? ExitCode.SomeFailed : ExitCode.Succeeded;

    private static ILoggerFactory LoggerFactory(BalancesOptions options, CommandEnvironment environment, SecretMask mask) => options.IsVerbose
        ? Microsoft.Extensions.Logging.LoggerFactory.Create(logging => logging
            .SetMinimumLevel(LogLevel.Debug)
            .AddProvider(new TextLoggerProvider(environment.Error, mask)))
        : NullLoggerFactory.Instance;

    private static async Task TellAsync(CommandEnvironment environment, BalancesOptions options, Exception exception)
    {
        await environment.Error.WriteLineAsync($"balances: {PlainText.Of(exception.Message)}");
        if (options.IsVerbose)
        {
            // The message of an inner exception may quote what was read; the place it came from is what helps.
            await environment.Error.WriteLineAsync($"{exception.GetType()}{Environment.NewLine}{exception.StackTrace}");
        }
    }
}
