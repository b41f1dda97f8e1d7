using Payments.Cli;

return await BalancesCommand.RunAsync(args, CommandEnvironment.OfProcess(), CancellationToken.None);
