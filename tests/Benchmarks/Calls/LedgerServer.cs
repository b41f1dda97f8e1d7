using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Specwright.Benchmarks.Json.Payloads;

namespace Specwright.Benchmarks.Calls;

/// <summary>A Kestrel on loopback that answers <c>/{count}/transactions</c> with a page of so many transactions, the same bytes each time.</summary>
internal sealed class LedgerServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LedgerServer(WebApplication application) => _application = application;

    /// <summary>With a slash at its end.</summary>
    public string Address => _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";

    public static async Task<LedgerServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var pages = new Dictionary<int, byte[]>();
        application.Run(async context =>
        {
            var count = int.Parse(context.Request.Path.Value!.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture);
            byte[] page;
            lock (pages)
            {
                page = pages.TryGetValue(count, out var known) ? known : pages[count] = TransactionPagePayload.Json(count);
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = page.Length;
            await context.Response.Body.WriteAsync(page);
        });
        await application.StartAsync();
        return new LedgerServer(application);
    }

    /// <summary>What the process of its own does: prints the address and serves until its input ends, that is, until who started it has gone.</summary>
    public static async Task ServeAsync()
    {
        await using var server = await StartAsync();
        Console.WriteLine(server.Address);
        await Console.In.ReadToEndAsync();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
