using System.CommandLine;

namespace Payments.Sandbox;

/// <summary>The sandbox alone: starts everything on fixed ports, prints addresses and credentials, runs until Ctrl+C.</summary>
internal static class SandboxCommand
{
    private const int Succeeded = 0;
    private const int NotStarted = 1;
    private const int WrongUsage = 2;

    private const int DefaultPortBase = 5710;
    private const int ProviderCount = 4;

    /// <summary>0 after Ctrl+C or <c>--help</c>, 1 when a port could not be opened, 2 for a wrong command line.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var portBase = new Option<int>("--port-base")
        {
            Description = "First of four ports: Cashfree, Juspay, gateway, account API.",
            DefaultValueFactory = _ => DefaultPortBase,
        };
        portBase.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var port) && port is < 1 or > 65536 - ProviderCount)
            {
                result.AddError($"--port-base must be between 1 and {65536 - ProviderCount}.");
            }
        });
        var seed = new Option<int>("--seed")
        {
            Description = "Seed of the balances: equal seeds give equal figures at equal times.",
            DefaultValueFactory = _ => 1,
        };
        var faults = new Option<FaultArgument[]>("--fault")
        {
            Description = FaultArgument.Usage,
            HelpName = "provider:fault",
            CustomParser = result =>
            {
                var parsed = new List<FaultArgument>();
                foreach (var token in result.Tokens)
                {
                    if (FaultArgument.TryParse(token.Value, out var fault, out var reason))
                    {
                        parsed.Add(fault);
                    }
                    else
                    {
                        result.AddError($"--fault {token.Value}: {reason}");
                    }
                }
                return [.. parsed];
            },
        };
        var command = new RootCommand("Stand-ins for four payment providers on loopback ports, for tests and for trying things out.") { portBase, seed, faults };
        command.SetAction((parsed, token) => ServeAsync(
            parsed.GetValue(portBase), parsed.GetValue(seed), parsed.GetValue(faults) ?? [], output, errors, token));

        var result = command.Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                await errors.WriteLineAsync(error.Message);
            }
            return WrongUsage;
        }
        return await result.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors }, cancellationToken);
    }

    private static async Task<int> ServeAsync(
        int portBase, int seed, FaultArgument[] faults, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions { Seed = seed };
        options.Cashfree.Port = portBase;
        options.Juspay.Port = portBase + 1;
        options.Gateway.Port = portBase + 2;
        options.Account.Port = portBase + 3;
        try
        {
            await using var sandbox = await PaymentsSandbox.StartAsync(options, cancellationToken);
            foreach (var fault in faults)
            {
                fault.Apply(sandbox);
            }
            await DescribeAsync(sandbox, output);
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return Succeeded;
        }
        catch (SandboxStartException exception)
        {
            await errors.WriteLineAsync($"{exception.Message} Choose other ports with --port-base.");
            return NotStarted;
        }
        catch (ArgumentException exception) when (exception.ParamName is "fault" or "operation")
        {
            // The runtime appends the parameter's name, which means nothing on a command line.
            await errors.WriteLineAsync(exception.Message.Replace($" (Parameter '{exception.ParamName}')", string.Empty, StringComparison.Ordinal));
            return WrongUsage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Succeeded;
        }
    }

    private static async Task DescribeAsync(PaymentsSandbox sandbox, TextWriter output)
    {
        // These credentials are constants of the sandbox and open nothing else, so they may be shown.
        await output.WriteLineAsync($"""
            Cashfree     {sandbox.CashfreeAddress}
                         client id {SandboxCredentials.CashfreeClientId}, client secret {SandboxCredentials.CashfreeClientSecret}
            Juspay       {sandbox.JuspayAddress}
                         API key {SandboxCredentials.JuspayApiKey}
            gateway      {sandbox.GatewayAddress}
                         app id {SandboxCredentials.GatewayAppId}, app secret {SandboxCredentials.GatewayAppSecret}
            account API  {sandbox.AccountAddress}
                         client id {SandboxCredentials.AccountClientId}, client secret {SandboxCredentials.AccountClientSecret}
            Ctrl+C ends the sandbox.
            """);
        await output.FlushAsync();
    }
}
