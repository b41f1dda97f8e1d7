using System.Net;
using System.Text;
using Acme;
using Microsoft.Extensions.DependencyInjection;

namespace Payments.Cli;

/// <summary>The README's first example, compiled from its own description and called.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public void Description_IsTheOneThatIsCompiledHere()
    {
        Assert.Equal(
            RepositoryFiles.Read("tests/Payments.Cli.Tests/Readme/acme.openapi.yaml"),
            Markdown.BlockAfter(RepositoryFiles.Read("README.md"), "description"));
    }

    [Fact]
    public void Calls_AreTheOnesThatAreCompiledHere()
    {
        var compiled = RepositoryFiles.Read("tests/Payments.Cli.Tests/Readme/ReadmeExampleTests.cs").Split('\n').Select(line => line.Trim()).ToList();

        Assert.All(Markdown.BlockAfter(RepositoryFiles.Read("README.md"), "calls").TrimEnd('\n').Split('\n'), line => Assert.Contains(line, compiled));
    }

    [Fact]
    public async Task Call_GivesTheBalanceWithTheScaleThatWasSent()
    {
        using var server = new Answer("""{"currency":"INR","available":"214735.50"}""");
        var client = AcmeClient.Create(new AcmeOptions { BearerAuth = "t0ken" }, server);

        var balance = await client.GetBalanceAsync();

        Assert.Equal("214735.50 INR", $"{balance.Available} {balance.Currency}");
        Assert.Equal("GET https://api.acme.example/balance Bearer t0ken", server.Asked);
    }

    internal static async Task CallsAsync(IServiceCollection services, string token)
    {
        services.AddAcme(options => options.BearerAuth = token);   // Microsoft.Extensions.DependencyInjection
        // or, without a container:
        var client = AcmeClient.Create(new AcmeOptions { BearerAuth = token });

        Balance balance = await client.GetBalanceAsync();
        Console.WriteLine($"{balance.Available} {balance.Currency}");   // decimal, with the scale the server wrote
    }

    private sealed class Answer(string json) : HttpMessageHandler
    {
        public string? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = $"{request.Method} {request.RequestUri} {request.Headers.Authorization}";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
        }
    }
}
