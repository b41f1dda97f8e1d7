using System.Net;
using System.Net.Sockets;

namespace Payments.Sandbox;

public sealed class SandboxCommandTests
{
    [Theory]
    [InlineData("--seed", "many")]
    [InlineData("--port-base", "65533")]
    [InlineData("--fault", "stripe:500")]
    [InlineData("--fault", "cashfree:explode")]
    [InlineData("--fault", "cashfree:500=3")]
    [InlineData("--fault", "cashfree:500*0")]
    [InlineData("--fault", "cashfree:delay=-1")]
    [InlineData("--unknown", "1")]
    public async Task AWrongCommandLine_IsExitCode2AndSaysWhy(string option, string value)
    {
        var (code, _, errors) = await RunAsync(option, value);

        Assert.Equal(2, code);
        Assert.NotEmpty(errors);
    }

    [Theory]
    [InlineData("cashfree:wrong-signature", "only the gateway sandbox can.")]
    [InlineData("cashfree:500@queryBalance", "The cashfree sandbox has no call 'queryBalance'; it has authorize, verifyToken, getBalance, getBalanceV12.")]
    public async Task AFaultTheProviderCannotMeet_IsExitCode2(string fault, string expected)
    {
        var (code, _, errors) = await RunAsync("--port-base", FreePorts(), "--fault", fault);

        Assert.Equal(2, code);
        Assert.EndsWith(expected, errors.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APortInUse_IsExitCode1AndNamesThePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (code, _, errors) = await RunAsync("--port-base", port.ToString());

        Assert.Equal(1, code);
        Assert.Contains($"127.0.0.1:{port}", errors, StringComparison.Ordinal);
        Assert.Contains("--port-base", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_NamesTheOptions()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Contains("--port-base", output, StringComparison.Ordinal);
        Assert.Contains("--fault", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSandbox_RunsUntilItIsStopped()
    {
        using var stop = new CancellationTokenSource();
        using var output = new SignalWriter("Ctrl+C");
        var running = SandboxCommand.RunAsync(["--port-base", FreePorts(), "--fault", "juspay:429=3*2@getBalance"], output, TextWriter.Null, stop.Token);
        await output.Written.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Contains(SandboxCredentials.CashfreeClientId, output.ToString(), StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.Equal(0, await running.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData("juspay:delay=5", null, null)]
    [InlineData("cashfree:429=30*2", 2, null)]
    [InlineData("gateway:wrong-signature@queryBalance", null, "queryBalance")]
    [InlineData("account:refresh-token-race", 1, null)]
    [InlineData("account:500*3@/v2/account/balance", 3, "/v2/account/balance")]
    public void AFaultArgument_HasTimesAndOperation(string text, int? times, string? operation)
    {
        Assert.True(FaultArgument.TryParse(text, out var argument, out _));
        Assert.Equal(times, argument.Times);
        Assert.Equal(operation, argument.Operation);
    }

    private static string FreePorts()
    {
        // Four ports in a row that are free now; another process could still take one, which the sandbox would report.
        for (var first = 21_000 + Random.Shared.Next(9_000); ; first += 4)
        {
            var listeners = new List<TcpListener>();
            try
            {
                foreach (var port in Enumerable.Range(first, 4))
                {
                    var listener = new TcpListener(IPAddress.Loopback, port);
                    listener.Start();
                    listeners.Add(listener);
                }
                return first.ToString();
            }
            catch (SocketException)
            {
            }
            finally
            {
                listeners.ForEach(listener => listener.Dispose());
            }
        }
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await SandboxCommand.RunAsync(args, output, errors, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));
        return (code, output.ToString(), errors.ToString());
    }

    /// <summary>Tells when a text has been written.</summary>
    private sealed class SignalWriter(string awaited) : StringWriter
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => _written.Task;

        public override Task FlushAsync()
        {
            if (ToString().Contains(awaited, StringComparison.Ordinal))
            {
                _written.TrySetResult();
            }
            return Task.CompletedTask;
        }
    }
}
