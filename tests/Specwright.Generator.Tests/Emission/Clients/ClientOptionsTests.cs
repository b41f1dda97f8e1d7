using System.Net;
using Specwright.Harness;
using Specwright.Model;
using static Specwright.Harness.Describe;
using static Specwright.Harness.DescribeClient;

namespace Specwright.Emission.Clients;

/// <summary>Credentials, servers, hooks and registration of a compiled client.</summary>
public sealed class ClientOptionsTests
{
    private readonly FakeWire _wire = new(HttpStatusCode.NoContent);

    [Theory]
    [InlineData(nameof(SecuritySchemeKind.Basic), null, """ApiCredential.Basic("u", "p")""", "Authorization", "Basic dTpw")]
    [InlineData(nameof(SecuritySchemeKind.Bearer), null, "\"t\"", "Authorization", "Bearer t")]
    [InlineData(nameof(SecuritySchemeKind.ApiKeyHeader), "X-Key", "\"k\"", "X-Key", "k")]
    [InlineData(nameof(SecuritySchemeKind.ApiKeyCookie), "key", "\"k\"", "Cookie", "key=k")]
    public async Task Credentials_AreSentWhereTheSchemeSays(string kind, string? parameterName, string credential, string field, string expected)
    {
        var generation = Secured(Scheme("my_auth", System.Enum.Parse<SecuritySchemeKind>(kind), parameterName));

        await generation.RunAsync(_wire, "await client.CallAsync(); return null;", $"options.MyAuth = {credential};");

        Assert.Equal(expected, Assert.Single(_wire.Fields)[field]);
    }

    [Fact]
    public async Task QueryKey_IsAppended()
    {
        var generation = Secured(Scheme("my_auth", SecuritySchemeKind.ApiKeyQuery, "api key"));

        await generation.RunAsync(_wire, "await client.CallAsync(); return null;", """options.MyAuth = "k&";""");

        Assert.Equal("GET /v1/call?api%20key=k%26", Assert.Single(_wire.Targets));
    }

    [Fact]
    public async Task MissingCredential_IsNamedByItsOption()
    {
        var generation = Secured(Scheme("my_auth", SecuritySchemeKind.Bearer));

        var exception = await Assert.ThrowsAsync<ApiConfigurationException>(() => generation.RunAsync(_wire, "await client.CallAsync(); return null;"));

        Assert.Contains("MyAuth", exception.Message);
        Assert.Empty(_wire.Targets);
    }

    [Fact]
    public async Task Alternatives_IncludeAnonymousAccess()
    {
        var description = Api().With(Operation("GET", "/call", "call", Needs("a", "b"), Needs("c"), Needs(), Answer("204"))) with
        {
            SecuritySchemes = EquatableArray.Of(
                Scheme("a", SecuritySchemeKind.ApiKeyHeader, "X-A"),
                Scheme("b", SecuritySchemeKind.ApiKeyHeader, "X-B"),
                Scheme("c", SecuritySchemeKind.ApiKeyHeader, "X-C")),
        };
        var generation = new ClientGeneration(description);

        await generation.RunAsync(_wire, "await client.CallAsync(); return null;");
        await generation.RunAsync(_wire, "await client.CallAsync(); return null;", """options.A = "1"; options.C = "3";""");
        await generation.RunAsync(_wire, "await client.CallAsync(); return null;", """options.A = "1"; options.B = "2";""");

        Assert.Equal(
            ["", "X-C", "X-A X-B"],
            _wire.Fields.Select(fields => string.Join(" ", fields.Keys.Where(name => name.StartsWith("X-", StringComparison.Ordinal)).Order())));
    }

    [Theory]
    [InlineData("Query", "key")]
    [InlineData("Header", "KEY")]
    [InlineData("Cookie", "key")]
    public async Task ParameterThatIsTheCredential_IsSentOnceAndByTheOptions(string place, string name)
    {
        var kind = System.Enum.Parse<SecuritySchemeKind>("ApiKey" + place);
        var parameter = new Parameter { Pointer = "#/p", WireName = name, In = System.Enum.Parse<ParameterLocation>(place), IsRequired = true, Schema = String(), Style = ParameterStyle.Form };
        var generation = new ClientGeneration(Api().With(Operation("GET", "/call", "call", parameter, Needs("k"), Answer("204"))) with
        {
            SecuritySchemes = EquatableArray.Of(Scheme("k", kind, "key")),
        });

        await generation.RunAsync(_wire, "await client.CallAsync(); return null;", """options.K = "1";""");

        Assert.Equal(["SPEC0234"], generation.RuleIds);
        Assert.Single(_wire.Targets);
    }

    [Fact]
    public async Task ParameterThatMayBeTheCredential_Stays()
    {
        var parameter = new Parameter { Pointer = "#/p", WireName = "key", In = ParameterLocation.Query, Schema = String(), Style = ParameterStyle.Form };
        var generation = new ClientGeneration(Api().With(Operation("GET", "/call", "call", parameter, Needs("k"), Needs(), Answer("204"))) with
        {
            SecuritySchemes = EquatableArray.Of(Scheme("k", SecuritySchemeKind.ApiKeyQuery, "key")),
        });

        await generation.RunAsync(_wire, """await client.CallAsync("2"); return null;""");

        Assert.Equal("GET /v1/call?key=2", Assert.Single(_wire.Targets));
    }

    [Fact]
    public async Task ServersWithVariables_AreMethodsWithDefaults()
    {
        var description = Api().With(Operation("GET", "/call", "call", Answer("204"))) with
        {
            Servers = EquatableArray.Of(
                Server(
                    "https://{region}.acme.test/{base-path}",
                    "Production server (live)",
                    new ServerVariable { Name = "region", Default = "eu", Values = EquatableArray.Of("eu", "in") },
                    new ServerVariable { Name = "base-path", Default = "v2" }),
                Server("https://sandbox.acme.test", "Sandbox"),
                Server("/relative")),
        };
        var generation = new ClientGeneration(description);

        await generation.RunAsync(_wire, "await client.CallAsync(); return null;");
        var addresses = await generation.RunAsync(
            _wire,
            """
            return $"{new AcmeOptions().BaseAddress} {AcmeOptions.Servers.Production("in", basePath: "v3")} {AcmeOptions.Servers.Sandbox} {AcmeOptions.Servers.Server3}";
            """);

        Assert.Equal("GET /v2/call", Assert.Single(_wire.Targets));
        Assert.Equal("https://eu.acme.test/v2 https://in.acme.test/v3 https://sandbox.acme.test/ /relative", addresses);
    }

    [Fact]
    public async Task Hooks_RunInTheHandWrittenHalf()
    {
        var generation = new ClientGeneration(Api().With(Operation("GET", "/call", "call", Answer("204"))));

        var seen = await generation.RunAsync(
            _wire,
            """
            await client.CallAsync();
            return client.Seen;
            """,
            "",
            """
            namespace Acme;

            using System.Net.Http;
            using Specwright;

            public sealed partial class AcmeClient
            {
                public string Seen { get; private set; } = "";

                partial void OnCreated(AcmeOptions options) => Seen += options.BaseAddress;

                partial void OnRequestReady(ApiOperation operation, HttpRequestMessage request)
                {
                    request.Headers.Add("X-Hook", "1");
                    Seen += " " + operation.OperationId;
                }

                partial void OnResponseRead(ApiOperation operation, ApiResponse response) => Seen += " " + response.StatusCode;
            }

            public sealed partial class AcmeOptions
            {
                partial void OnCreated() => MaxResponseBytes = 5;
            }

            public static partial class AcmeRegistration
            {
                static partial void AddHandlers(ApiHandlerList handlers, AcmeOptions options) => handlers.Add(new Marking(options.MaxResponseBytes));

                private sealed class Marking(long limit) : DelegatingHandler
                {
                    protected override System.Threading.Tasks.Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, System.Threading.CancellationToken cancellationToken)
                    {
                        request.Headers.Add("X-Limit", limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
                        return base.SendAsync(request, cancellationToken);
                    }
                }
            }
            """);

        Assert.Equal("https://api.acme.test/v1 call 204", seen);
        Assert.Equal("1", _wire.Fields[0]["X-Hook"]);
        Assert.Equal("5", _wire.Fields[0]["X-Limit"]);
    }

    [Fact]
    public async Task Registration_ResolvesAClientThatCalls()
    {
        var generation = Secured(Scheme("my_auth", SecuritySchemeKind.Bearer));

        await generation.RunAsync(_wire, """
            var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection();
            var builder = services.AddAcme(settings => settings.MyAuth = "t");
            Microsoft.Extensions.DependencyInjection.HttpClientBuilderExtensions.ConfigurePrimaryHttpMessageHandler(builder, () => wire);
            using var provider = Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);
            var registered = (IAcmeClient)provider.GetService(typeof(IAcmeClient))!;
            await registered.CallAsync();
            return null;
            """);

        Assert.Equal("Bearer t", Assert.Single(_wire.Fields)["Authorization"]);
    }

    private static ClientGeneration Secured(SecurityScheme scheme) => new(
        Api().With(Operation("GET", "/call", "call", Needs(scheme.WireName), Answer("204"))) with { SecuritySchemes = EquatableArray.Of(scheme) });
}
