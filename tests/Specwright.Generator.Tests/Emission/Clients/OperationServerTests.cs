using System.Net;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Emission.Clients;

/// <summary>Where requests of operations with servers of their own go.</summary>
public sealed class OperationServerTests
{
    private readonly List<string> _hosts = [];
    private readonly FakeWire _wire;

    public OperationServerTests() => _wire = new FakeWire(request =>
    {
        _hosts.Add(request.RequestUri!.AbsoluteUri);
        return FakeWire.Answer(HttpStatusCode.NoContent);
    });

    [Fact]
    public async Task OwnServer_IsTakenTogetherWithTheDescribedBaseAddress()
    {
        await Run("");
        await Run("options.BaseAddress = new Uri(\"https://api.acme.test/v1/\");");

        Assert.Equal(["https://api.acme.test/v1/list", "https://files.acme.test/up/send", "https://api.acme.test/v2/relative"], _hosts.Take(3));
        Assert.Equal(_hosts.Take(3), _hosts.Skip(3));
    }

    [Fact]
    public async Task MovedBaseAddress_LetsNoRequestGoToTheDescribedServer()
    {
        var exception = await Assert.ThrowsAsync<ApiConfigurationException>(() => Run("options.BaseAddress = new Uri(\"https://api.sandbox.test/v1\");"));

        Assert.Contains("AcmeOptions.FilesAddress is not set: send", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["https://api.sandbox.test/v1/list"], _hosts);
    }

    [Fact]
    public async Task Option_MovesTheOwnServerToo()
    {
        await Run("options.BaseAddress = new Uri(\"https://api.sandbox.test/v1\"); options.FilesAddress = new Uri(\"https://files.sandbox.test/x\");");

        Assert.Equal(["https://api.sandbox.test/v1/list", "https://files.sandbox.test/x/send", "https://api.sandbox.test/v2/relative"], _hosts);
    }

    [Theory]
    [InlineData("http://files.acme.test")]
    [InlineData("https://files.acme.test?key=1")]
    [InlineData("ftp://files.acme.test")]
    public async Task OptionThatIsNotHttps_IsRefusedWhenTheClientIsMade(string address)
    {
        var exception = await Assert.ThrowsAsync<ApiConfigurationException>(() => Run($"options.FilesAddress = new Uri(\"{address}\");"));

        Assert.StartsWith("AcmeOptions.FilesAddress ", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_hosts);
    }

    [Fact]
    public async Task OptionThatTurnsWrongLater_IsRefusedAtTheCall()
    {
        var exception = await Assert.ThrowsAsync<ApiConfigurationException>(() => Generation().RunAsync(
            _wire,
            "options.FilesAddress = new Uri(\"http://files.acme.test\"); await client.SendAsync(); return null;"));

        Assert.Contains("in the clear", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_hosts);
    }

    [Fact]
    public async Task Variables_AreArgumentsOfTheServer()
    {
        var description = Api().With(Operation("GET", "/send", "send", Answer("204")) with
        {
            Servers = EquatableArray.Of(Server("https://{region}.files.test", null, new ServerVariable { Name = "region", Default = "eu" })),
        });
        var generation = new ClientGeneration(description);

        await generation.RunAsync(_wire, "await client.SendAsync(); return null;");
        await generation.RunAsync(_wire, "await client.SendAsync(); return null;", "options.RegionFilesAddress = AcmeOptions.Servers.RegionFiles(\"in\");");

        Assert.Equal(["https://eu.files.test/send", "https://in.files.test/send"], _hosts);
    }

    [Fact]
    public async Task Telemetry_NamesTheHostThatWasCalled()
    {
        // Clients of other tests may report to the listener too.
        var hosts = await Generation().RunAsync(
            _wire,
            """
            var hosts = new System.Collections.Concurrent.ConcurrentQueue<string?>();
            using var listener = new System.Diagnostics.ActivityListener
            {
                ShouldListenTo = static source => source.Name == "Acme.AcmeClient",
                Sample = static (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) => System.Diagnostics.ActivitySamplingResult.AllData,
                ActivityStopped = activity => hosts.Enqueue(activity.GetTagItem("server.address") as string),
            };
            System.Diagnostics.ActivitySource.AddActivityListener(listener);
            await client.SendAsync();
            return string.Join(" ", hosts);
            """,
            "options.FilesAddress = new Uri(\"https://seen.by.telemetry.test\");");

        Assert.Contains("seen.by.telemetry.test", hosts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutAServerOfTheDescription_TheOptionMustBeSet()
    {
        var description = Api().With(
            Operation("GET", "/send", "send", Answer("204")) with { Servers = EquatableArray.Of(Server("https://files.acme.test")) },
            Operation("GET", "/list", "list", Answer("204"))) with
        {
            Servers = default,
        };
        var generation = new ClientGeneration(description);

        await Assert.ThrowsAsync<ApiConfigurationException>(() => generation.RunAsync(_wire, "await client.SendAsync(); return null;", "options.BaseAddress = new Uri(\"https://api.acme.test\");"));

        Assert.Empty(_hosts);
    }

    private static ClientGeneration Generation() => new(Api().With(
        Operation("GET", "/list", "list", Answer("204")),
        Operation("GET", "/send", "send", Answer("204")) with { Servers = EquatableArray.Of(Server("https://files.acme.test/up")) },
        Operation("GET", "/relative", "relative", Answer("204")) with { Servers = EquatableArray.Of(Server("/v2")) }));

    private Task<string?> Run(string settings) => Generation().RunAsync(_wire, "await client.ListAsync(); await client.SendAsync(); await client.RelativeAsync(); return null;", settings);
}
