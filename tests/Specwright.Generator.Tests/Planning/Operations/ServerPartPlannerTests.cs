using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Planning.Operations;

/// <summary>What a variable holds of the address, and so what may stand there.</summary>
public sealed class ServerPartPlannerTests
{
    private const string OwnAddress = """options.BaseAddress = new Uri("https://own.test");""";

    [Theory]
    [InlineData("https://{a}.acme.test", "eu", "InHost")]
    [InlineData("https://api.{a}", "acme.test", "InHost")]
    [InlineData("https://api-{a}/v1", "eu", "InHost")]
    [InlineData("https://{a}", "acme.test", "AsHost")]
    [InlineData("https://{a}/v1", "acme.test", "AsHost")]
    [InlineData("https://{a}:8443/v1", "acme.test", "AsHost")]
    [InlineData("https://{a}{b}/v1", "acme", "InHost InHost")]
    [InlineData("https://acme.test:{a}/v1", "8443", "InPort")]
    [InlineData("{a}://acme.test/v1", "https", "InScheme")]
    [InlineData("{a}://{b}", "https", "InScheme AsHost")]
    [InlineData("{a}", "https://acme.test", "AsAddress")]
    [InlineData("{a}/v1", "https://acme.test", "AsAddress")]
    [InlineData("{a}.acme.test/v1", "https://eu", "InHost")]
    [InlineData("https://acme.test/{a}", "v1", "InPath")]
    [InlineData("https://acme.test/{a}/{b}", "v1", "InPath InPath")]
    [InlineData("https://acme.test{a}", "/v1", "AsPath")]
    [InlineData("https://acme.test{a}/{b}", "/v1", "AsPath InPath")]
    [InlineData("https://acme.test{a}", "", "InHost")]
    [InlineData("{a}", "/v1", "AsPath")]
    [InlineData("{a}/x", "v1", "InPath")]
    [InlineData("/{a}", "v1", "InPath")]
    public void Place_FollowsFromTheTextAroundAndTheDefault(string url, string described, string places)
    {
        var description = Api().With(Operation("GET", "/call", "call", Answer("204"))) with
        {
            Servers = EquatableArray.Of(Server(url, "Live", new ServerVariable { Name = "a", Default = described }, new ServerVariable { Name = "b", Default = "b.test" })),
        };
        var generation = new ClientGeneration(description);

        Assert.Equal(places, string.Join(" ", Assert.Single(generation.Client.Servers).Parts.Where(part => part.Variable is not null).Select(part => part.Place)));
        generation.Compile();
    }

    [Theory]
    [InlineData("https://{a}.acme.test/v1", null, "InHost", "https://eu.acme.test/v1", "eu")]
    [InlineData("https://{a}.acme.test/v1", "", "InHost", "https://eu.acme.test/v1", "eu")]
    [InlineData("https://{a}.acme.test/v1", "{a}", "InHost", "https://eu.acme.test/v1", "eu")]
    [InlineData("https://{a}.acme.test/v1", "<your tenant>", "InHost", "https://eu.acme.test/v1", "eu")]
    [InlineData("https://{a}/v1", null, "AsHost", "https://acme.test:8443/v1", "acme.test:8443")]
    [InlineData("https://acme.test:{a}/v1", null, "InPort", "https://acme.test:8443/v1", "8443")]
    [InlineData("https://acme.test/{a}/v1", null, "InPath", "https://acme.test/x/y/v1", "x/y")]
    [InlineData("{a}://acme.test/v1", null, "InScheme", "http://acme.test/v1", "http")]
    [InlineData("{a}/v1", null, "AsAddress", "https://acme.test/x/v1", "https://acme.test/x")]
    [InlineData("https://{a}.acme.test/{a}", null, "InHost InPath", "https://eu.acme.test/eu", "eu")]
    public async Task VariableWithoutADefaultThatCouldStandThere_MustBeGiven(string url, string? described, string places, string expected, string value)
    {
        var declared = new ServerVariable { Name = "a", Default = described };
        foreach (var server in new[] { Server(url, "Live", declared), Server(url, "Live") })
        {
            var description = Api().With(Operation("GET", "/call", "call", Answer("204"))) with { Servers = EquatableArray.Of(server, Server("https://sandbox.acme.test")) };
            var generation = new ClientGeneration(description);

            Assert.Empty(generation.Findings);
            var plan = generation.Client.Servers[0];
            Assert.Null(Assert.Single(plan.Variables).Default);
            Assert.Equal(places, string.Join(" ", plan.Parts.Where(part => part.Variable is not null).Select(part => part.Place)));
            Assert.Contains(generation.Emit(), file => file.Text.Contains("""The base address is still to be set, as to <see cref="Servers.Live"/> with its variables.""", StringComparison.Ordinal));

            // The second server may be a test system: nothing is sent there unless somebody chose it.
            Assert.Equal(
                $"base: , {expected}",
                await generation.RunAsync(new FakeWire(_ => throw new InvalidOperationException()), $$"""return $"base: {new AcmeOptions().BaseAddress}, {AcmeOptions.Servers.Live("{{value}}")}";""", OwnAddress));
        }
    }

    [Fact]
    public async Task VariablesThatMustBeGiven_ComeBeforeTheOthers()
    {
        var description = Api().With(Operation("GET", "/call", "call", Answer("204"))) with
        {
            Servers = EquatableArray.Of(Server("https://{region}.{tenant}.acme.test:{port}/{version}", "Live", new ServerVariable { Name = "port", Default = "443" }, new ServerVariable { Name = "region", Default = "eu" }, new ServerVariable { Name = "version" })),
        };
        var generation = new ClientGeneration(description);

        // Otherwise in the order of the description, which is not that of the address.
        Assert.Equal(["version", "tenant", "port", "region"], Assert.Single(generation.Client.Servers).Variables.Select(variable => variable.Identifier));
        Assert.Equal(
            "https://eu.t1.acme.test/v2",
            await generation.RunAsync(new FakeWire(_ => throw new InvalidOperationException()), """return AcmeOptions.Servers.Live("v2", "t1").ToString();""", OwnAddress));
    }

    [Fact]
    public void ListedValuesOfAVariableWithoutAUsableDefault_AreTheOnlyOnes()
    {
        var description = Api().With(Operation("GET", "/call", "call", Answer("204"))) with
        {
            Servers = EquatableArray.Of(Server("https://{a}.test", "Live", new ServerVariable { Name = "a", Default = "{a}", Values = EquatableArray.Of("in", "us") })),
        };

        var variable = Assert.Single(Assert.Single(new ClientGeneration(description).Client.Servers).Variables);
        Assert.Null(variable.Default);
        Assert.Equal(["in", "us"], variable.Values);
    }

    [Fact]
    public void ListedValues_HoldTheDefault()
    {
        var description = Api().With(Operation("GET", "/call", "call", Answer("204"))) with
        {
            Servers = EquatableArray.Of(Server("https://{a}.test", "Live", new ServerVariable { Name = "a", Default = "eu", Values = EquatableArray.Of("in", "us") })),
        };

        Assert.Equal(["in", "us", "eu"], Assert.Single(Assert.Single(new ClientGeneration(description).Client.Servers).Variables).Values);
    }

    [Fact]
    public async Task WholeAddressAsAVariable_IsTheBaseAddress()
    {
        var description = Api().With(Operation("GET", "/call", "call", Answer("204"))) with
        {
            Servers = EquatableArray.Of(Server("{base}/v1", "Live", new ServerVariable { Name = "base", Default = "https://acme.test" })),
        };
        var addresses = await new ClientGeneration(description).RunAsync(
            new FakeWire(_ => FakeWire.Answer(System.Net.HttpStatusCode.NoContent)),
            """return $"{new AcmeOptions().BaseAddress} {AcmeOptions.Servers.Live("https://tenant.test/x")}";""");

        Assert.Equal("https://acme.test/v1 https://tenant.test/x/v1", addresses);
    }
}
