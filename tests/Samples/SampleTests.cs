using System.Net;
using System.Text;
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

    [Fact]
    public async Task MinimalApi_ReturnsAndTakesGeneratedTypes_WithoutReflection()
    {
        using var acme = AcmeServer.Start();
        using var program = new SampleProgram("MinimalApi", "--urls", "http://127.0.0.1:0", "--Acme:BaseAddress", acme.Address.ToString(), "--Acme:Token", "t0ken");
        using var client = new HttpClient { BaseAddress = new Uri((await program.LineWithAsync("Now listening on: ")).Split("on: ")[1]) };

        Assert.Equal(AcmeServer.Balance, await client.GetStringAsync(new Uri("/balance", UriKind.Relative)));

        using var body = new StringContent("""{"payee":"alice","amount":12.50}""", Encoding.UTF8, "application/json");
        using var created = await client.PostAsync(new Uri("/payments", UriKind.Relative), body);
        Assert.Equal((HttpStatusCode.Created, "/payments/p1"), (created.StatusCode, created.Headers.Location?.ToString()));
        Assert.Equal("""{"id":"p1","state":"pending"}""", await created.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task MinimalApi_HandsTheDeclaredErrorOn()
    {
        using var acme = AcmeServer.Start(isEmpty: true);
        using var program = new SampleProgram("MinimalApi", "--urls", "http://127.0.0.1:0", "--Acme:BaseAddress", acme.Address.ToString(), "--Acme:Token", "t0ken");
        using var client = new HttpClient { BaseAddress = new Uri((await program.LineWithAsync("Now listening on: ")).Split("on: ")[1]) };

        using var body = new StringContent("""{"payee":"alice","amount":"12.50"}""", Encoding.UTF8, "application/json");
        using var refused = await client.PostAsync(new Uri("/payments", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("""{"reason":"the money does not suffice"}""", await refused.Content.ReadAsStringAsync());
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
