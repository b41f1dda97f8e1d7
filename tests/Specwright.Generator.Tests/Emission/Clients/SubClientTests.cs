using System.Net;
using Specwright.Harness;
using Specwright.Model;
using Specwright.Planning;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Emission.Clients;

public sealed class SubClientTests
{
    private static readonly ApiDescription Shop = Api(("Order", Object(Required("id")))).With(
        Operation("GET", "/orders/{id}", "orders/get", Path("id"), Answer("200", Ref("Order")), Needs("token")).Tagged("orders"),
        Operation("POST", "/refunds", "refunds/create", Answer("204"), Needs("token")).Tagged("refunds"),
        Operation("GET", "/ping", "ping", Answer("204"))) with
    {
        SecuritySchemes = EquatableArray.Of(Scheme("token", SecuritySchemeKind.Bearer)),
    };

    [Fact]
    public async Task SubClients_ShareAddressCredentialsAndHooksOfTheClient()
    {
        const string Half = """
            namespace Acme;

            using System.Collections.Generic;
            using System.Net.Http;
            using Specwright;

            public sealed partial class AcmeClient
            {
                public List<string> Seen { get; } = new();

                partial void OnRequestReady(ApiOperation operation, HttpRequestMessage request) => Seen.Add("> " + operation.OperationId);

                partial void OnResponseRead(ApiOperation operation, ApiResponse response) => Seen.Add("< " + operation.OperationId + " " + response.StatusCode);
            }
            """;
        var wire = new FakeWire(request => request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath != "/v1/ping"
            ? FakeWire.Answer(HttpStatusCode.OK, """{"id":"7"}""")
            : FakeWire.Answer(HttpStatusCode.NoContent));

        var seen = await Generation().RunAsync(
            wire,
            """
            IAcmeClient root = client;
            var order = await root.Orders.GetAsync("a/b");
            await root.Refunds.CreateAsync();
            await root.PingAsync();
            return order.Id + " " + object.ReferenceEquals(root.Orders, root.Orders) + " " + string.Join(", ", client.Seen);
            """,
            settings: "options.Token = \"t\";",
            Half);

        Assert.Equal("7 True > orders/get, < orders/get 200, > refunds/create, < refunds/create 204, > ping, < ping 204", seen);
        Assert.Equal(["GET /v1/orders/a%2Fb", "POST /v1/refunds", "GET /v1/ping"], wire.Targets);
        Assert.Equal(["Bearer t", "Bearer t", null], wire.Fields.Select(fields => fields.GetValueOrDefault("Authorization")));
    }

    [Fact]
    public async Task Container_GivesSubClientsToo()
    {
        const string Registering = """
            namespace Acme;

            using System.Net.Http;
            using Microsoft.Extensions.DependencyInjection;

            public static class Registering
            {
                public static ServiceProvider Services(HttpMessageHandler wire)
                {
                    var services = new ServiceCollection();
                    services.AddAcme(options => options.Token = "t").ConfigurePrimaryHttpMessageHandler(() => wire);
                    services.AddAcme();
                    return services.BuildServiceProvider();
                }
            }
            """;
        var wire = new FakeWire(HttpStatusCode.NoContent);

        var count = await Generation().RunAsync(
            wire,
            """
            using var services = Registering.Services(wire);
            var refunds = (IAcmeRefundsClient)services.GetService(typeof(IAcmeRefundsClient))!;
            await refunds.CreateAsync();
            return ((IEnumerable<IAcmeRefundsClient>)services.GetService(typeof(IEnumerable<IAcmeRefundsClient>))!).Count();
            """,
            settings: "",
            Registering);

        Assert.Equal("1", count);
        Assert.Equal(["POST /v1/refunds"], wire.Targets);
    }

    [Fact]
    public void Files_AreOnePerTagAndNamedBehindThoseOfTheClient()
    {
        var names = Generation().Emit().Select(file => file.HintName).ToList();

        Assert.Equal(
            [
                "Acme.Client.Orders.g.cs", "Acme.Client.Refunds.g.cs", "Acme.Client.g.cs", "Acme.IClient.Orders.g.cs", "Acme.IClient.Refunds.g.cs", "Acme.IClient.g.cs",
                "Acme.Json.g.cs", "Acme.Options.g.cs", "Acme.Order.g.cs", "Acme.Registration.g.cs",
            ],
            names);
    }

    [Fact]
    public void ChangeInOneSubClient_LeavesTheFilesOfTheOthersEqual()
    {
        var changed = Shop with { Operations = Shop.Operations.Select(operation => operation.OperationId == "orders/get" ? operation with { Summary = "New." } : operation).ToEquatableArray() };

        var before = FilePlanner.FilesOf(Generation().Plan);
        var after = FilePlanner.FilesOf(Generation(changed).Plan);

        Assert.Equal(["Acme.Client.Orders.g.cs", "Acme.IClient.Orders.g.cs"], after.Except(before).Select(file => file.HintName));
    }

    [Theory]
    [InlineData("Order")]
    [InlineData("class")]
    [InlineData("Client")]
    [InlineData("Create")]
    [InlineData("Acme client")]
    [InlineData("Acme options")]
    [InlineData("transport")]
    [InlineData("Task")]
    [InlineData("HttpMethod")]
    [InlineData("ArgumentNullException")]
    [InlineData("to string")]
    [InlineData("ping async")]
    [InlineData("run request ready")]
    [InlineData("2fa")]
    [InlineData("🚀")]
    [InlineData("\u202Eevil */ \"")]
    [InlineData("платежи")]
    public async Task AnyTag_GivesASubClientThatWorks(string tag)
    {
        var api = Shop with { Operations = Shop.Operations.Append(Operation("GET", "/odd", "odd", Answer("204")).Tagged(tag)).ToEquatableArray() };
        var generation = Generation(api);
        var subClient = Assert.Single(generation.Client.SubClients, subClient => subClient.Operations.Any(operation => operation.Identifier == "Odd"));
        var wire = new FakeWire(HttpStatusCode.NoContent);

        generation.Compile();
        await generation.RunAsync(wire, $"await client.{subClient.Property}.OddAsync(); await client.PingAsync(); return null;");

        Assert.Equal(["GET /v1/odd", "GET /v1/ping"], wire.Targets);
        Assert.Single(generation.Emit(), file => file.HintName == Planning.Naming.HintNames.ForSubClient("Acme", "Client", subClient.Property));
    }

    private static ClientGeneration Generation(ApiDescription? api = null) => new(api ?? Shop, subClients: SubClientChoice.Always);
}
