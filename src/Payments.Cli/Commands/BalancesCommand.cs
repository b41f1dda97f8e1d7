using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;

namespace Payments.Cli;

/// <summary><c>balances</c>: its options, its help, its exit codes.</summary>
internal static class BalancesCommand
{
    private static readonly TimeSpan DefaultWatch = TimeSpan.FromSeconds(30);

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        var command = Create(environment);
        var parsed = command.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
        {
            foreach (var error in parsed.Errors)
            {
                await environment.Error.WriteLineAsync($"balances: {error.Message}");
            }
            await environment.Error.WriteLineAsync("Try 'balances --help'.");
            return ExitCode.WrongUsage;
        }
        var configuration = new InvocationConfiguration
        {
            Output = environment.Output,
            Error = environment.Error,
            EnableDefaultExceptionHandler = false,
            // A provider that does not let go must not keep Ctrl+C waiting.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(3),
        };
        return await parsed.InvokeAsync(configuration, cancellationToken);
    }

    private static RootCommand Create(CommandEnvironment environment)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON document instead of the table; with --watch one line per round." };
        var providers = new Option<string[]>("--provider")
        {
            Description = $"Ask only this provider; may be repeated. One of {ProviderTable.Names}.",
            HelpName = "name",
        };
        providers.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => ProviderTable.Find(token.Value) is null))
            {
                result.AddError($"There is no provider '{PlainText.Of(token.Value)}'; the providers are {ProviderTable.Names}.");
            }
        });
        var watch = Seconds("--watch", "Ask again every so many seconds (30 unless given) until Ctrl+C.", 1, 86_400);
        watch.Arity = ArgumentArity.ZeroOrOne;
        var timeout = Seconds("--timeout", "How many seconds one provider may take.", 0.001, 3_600);
        timeout.DefaultValueFactory = _ => new BalancesOptions().Timeout.TotalSeconds;
        var live = new Option<bool>("--live") { Description = "Ask the real providers, with the settings listed below, instead of the embedded sandbox." };
        var seed = new Option<int>("--seed")
        {
            Description = "Seed of the sandbox's figures: equal seeds give equal figures at equal times.",
            HelpName = "number",
            DefaultValueFactory = _ => new BalancesOptions().Seed,
        };
        var verbose = new Option<bool>("--verbose") { Description = "Write logs and details of failures to standard error; never secrets." };

        var command = new RootCommand("How much money lies where: one table over five payment systems. Without an argument it shows an embedded sandbox.")
        {
            json, providers, watch, timeout, live, seed, verbose,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(live) && result.GetResult(seed) is { Implicit: false })
            {
                result.AddError("--seed is for the sandbox and cannot be combined with --live.");
            }
        });
        command.SetAction((parsed, token) => BalancesRun.RunAsync(
            new BalancesOptions
            {
                IsJson = parsed.GetValue(json),
                Providers = parsed.GetValue(providers) ?? [],
                Watch = parsed.GetResult(watch) is null ? null
                    : parsed.GetValue(watch) is { } pause ? TimeSpan.FromSeconds(pause) : DefaultWatch,
                Timeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)!.Value),
                IsLive = parsed.GetValue(live),
                Seed = parsed.GetValue(seed),
                IsVerbose = parsed.GetValue(verbose),
            },
            environment,
            token));

        var help = command.Options.OfType<HelpOption>().Single();
        help.Action = new LiveHelpAction((HelpAction)help.Action!);
        return command;
    }

    private static Option<double?> Seconds(string name, string description, double least, double most) => new(name)
    {
        Description = description,
        HelpName = "seconds",
        CustomParser = result =>
        {
            if (result.Tokens.Count == 0)
            {
                return null;
            }
            // double only counts seconds here; money never comes this way.
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                && seconds >= least && seconds <= most)
            {
                return seconds;
            }
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number of seconds from {least} to {most}."));
            return null;
        },
    };
}
