using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Payments.Cashfree;

namespace Specwright.Interoperability;

/// <summary>Generated types as what a minimal API takes and gives, with reflection switched off.</summary>
public sealed class MinimalApiTests : IAsyncLifetime
{
    private const string Json = """{"balance":"214735.50","availableBalance":"0.10"}""";

    private readonly WebApplication _application;
    private readonly HttpClient _client = new();

    public MinimalApiTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, CashfreePayoutsJson.Default);
            options.SerializerOptions.TypeInfoResolverChain.Insert(1, OwnJson.Default);
        });
        _application = builder.Build();
        _application.MapGet("/balance", () => new BalanceData { Balance = 214735.50m, AvailableBalance = 0.10m });
        _application.MapGet("/balances", () => (IReadOnlyList<BalanceData>)[new() { Balance = 1.0m }, new() { AvailableBalance = 2 }]);
        _application.MapGet("/balances/stream", Stream);
        _application.MapPost("/balance", (BalanceData balance) => TypedResults.Ok(balance with { Balance = balance.Balance + 0.01m }));
    }

    public async Task InitializeAsync()
    {
        await _application.StartAsync();
        _client.BaseAddress = new Uri(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }

    [Fact]
    public async Task GeneratedType_IsReturned()
    {
        using var response = await _client.GetAsync(new Uri("/balance", UriKind.Relative));

        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        Assert.Equal(Json, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task ListOfGeneratedTypes_IsReturned_WhereAContextNamesTheList() =>
        Assert.Equal("""[{"balance":"1.0"},{"availableBalance":"2"}]""", await _client.GetStringAsync(new Uri("/balances", UriKind.Relative)));

    [Fact]
    public async Task GeneratedTypes_AreReturnedAsTheyCome() =>
        Assert.Equal("""[{"balance":"1"},{"balance":"2"},{"balance":"3"}]""", await _client.GetStringAsync(new Uri("/balances/stream", UriKind.Relative)));

    [Fact]
    public async Task GeneratedType_IsTaken()
    {
        using var body = new StringContent(Json, Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(new Uri("/balance", UriKind.Relative), body);

        Assert.Equal("""{"balance":"214735.51","availableBalance":"0.10"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task BodyThatIsNotTheType_IsABadRequest()
    {
        using var body = new StringContent("""{"balance":true}""", Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync(new Uri("/balance", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async IAsyncEnumerable<BalanceData> Stream()
    {
        for (var balance = 1; balance <= 3; balance++)
        {
            await Task.Yield();
            yield return new BalanceData { Balance = balance };
        }
    }
}
