using Specwright.Tests;

namespace Specwright.Samples;

/// <summary>Each sample, run as it stands against a server of this process.</summary>
public sealed class SampleTests
{
    private static readonly Dictionary<string, string> Token = new() { ["ACME_TOKEN"] = "t0ken" };

    [Fact]
    public async Task Console_PrintsTheBalanceAndPays()
    {
        using var server = AcmeServer.Start();

        var output = await DotnetProcess.RunAsync(DotnetProcess.Dotnet, RepositoryFolder.Path, ["exec", SampleProgram.PathOf("Console"), server.Address.ToString(), "alice", "12.50"], Token);

        Assert.Equal("available: 214735.50 INR\npayment p1: pending\n", output);
        Assert.All(server.Requests, request => Assert.Contains("Authorization: Bearer t0ken", request, StringComparison.Ordinal));
        Assert.EndsWith("""{"payee":"alice","amount":"12.50"}""", server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Console_SaysWhyItWasRefused()
    {
        using var server = AcmeServer.Start(isEmpty: true);

        var output = await DotnetProcess.RunAsync(DotnetProcess.Dotnet, RepositoryFolder.Path, ["exec", SampleProgram.PathOf("Console"), server.Address.ToString(), "alice", "12.50"], Token, expectedExitCode: 1);

        Assert.Contains("refused: the money does not suffice", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task MinimalApi_ReturnsAndTakesGeneratedTypes_AndHandsTheDeclaredErrorOn(bool isEmpty)
    {
        using var acme = AcmeServer.Start(isEmpty);
        using var program = new SampleProgram("MinimalApi", MinimalApiCalls.Arguments(acme));

        await MinimalApiCalls.CheckAsync(program, isEmpty);
    }

    [Fact]
    public async Task Worker_RepeatsUntilTheServerHasRecovered()
    {
        var asked = 0;
        using var acme = new LoopbackServer(_ => Interlocked.Increment(ref asked) < 3 ? LoopbackServer.Answer("503 Service Unavailable", "") : LoopbackServer.Answer("200 OK", AcmeServer.Balance));
        using var program = new SampleProgram("Worker", "--Acme:BaseAddress", acme.Address.ToString(), "--Acme:Token", "t0ken");

        Assert.Contains("Available: 214735.50 INR", await program.LineWithAsync("Available: "), StringComparison.Ordinal);
        Assert.Equal(3, acme.Requests.Count);
        Assert.All(acme.Requests, request => Assert.Contains("Authorization: Bearer t0ken", request, StringComparison.Ordinal));
    }
}
