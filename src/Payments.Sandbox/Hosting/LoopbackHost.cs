using System.Net;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Payments.Sandbox;

/// <summary>One provider behind one port of a quiet Kestrel that takes no settings from its surroundings.</summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stopping;

    private LoopbackHost(WebApplication application, CancellationTokenSource stopping)
    {
        _application = application;
        _stopping = stopping;
    }

    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<LoopbackHost> StartAsync(ProviderSandbox provider, IPAddress address, int port, CancellationToken cancellationToken)
    {
        // The empty builder reads no appsettings.json and no ASPNETCORE_ variables of whoever embeds the sandbox, and logs nothing.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));

        var application = builder.Build();
        var stopping = new CancellationTokenSource();
        var host = new LoopbackHost(application, stopping);
        try
        {
            var ended = stopping.Token;
            application.Run(context => provider.HandleAsync(context, ended));
            await application.StartAsync(cancellationToken);
            var listening = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
            provider.ListensOn(new Uri(listening.Addresses.Single()));
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Calls held by a fault end here; otherwise stopping would wait for them.
        await _stopping.CancelAsync();
        await _application.DisposeAsync();
        _stopping.Dispose();
    }
}
