using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Specwright.Tests.Security;

/// <summary>Over TLS on loopback, with certificates made here: the server demands one and says whose it got.</summary>
public sealed class ClientCertificateTests : IAsyncLifetime
{
    private static readonly ApiSecurityScheme Scheme = ApiSecurityScheme.MutualTls("certificate");

    private readonly X509Certificate2 _serverCertificate = Certificate("localhost");
    private readonly X509Certificate2 _clientCertificate = Certificate("client-1");
    private WebApplication? _server;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_serverCertificate, https =>
        {
            https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
            https.AllowAnyClientCertificate();
        })));
        _server = builder.Build();
        _server.Run(context => context.Response.WriteAsync(context.Connection.ClientCertificate!.Subject));
        await _server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        _serverCertificate.Dispose();
        _clientCertificate.Dispose();
    }

    [Fact]
    public async Task AClientOfItsOwnShowsTheCertificate()
    {
        using var httpClient = ApiClientRegistration.CreateHttpClient(Options(), static (_, _) => { });
        Assert.Equal("CN=client-1", await AskAsync(httpClient));
    }

    [Fact]
    public async Task AClientOfAContainerShowsTheCertificate()
    {
        var services = new ServiceCollection();
        ApiClientRegistration.Add<HttpClientHolder, HttpClientHolder, TlsOptions>(
            services, "Tls", options => Fill(options), static (httpClient, _) => new HttpClientHolder(httpClient), static (_, _) => { });
        await using var provider = services.BuildServiceProvider();
        Assert.Equal("CN=client-1", await AskAsync(provider.GetRequiredService<HttpClientHolder>().HttpClient));
    }

    [Fact]
    public async Task AnApplicationsOwnHandlerShowsTheCertificateToo()
    {
        var sockets = new SocketsHttpHandler();
        sockets.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject == "CN=localhost";
        using var overSockets = ApiClientRegistration.CreateHttpClient(Options(), static (_, _) => { }, sockets);
        Assert.Equal("CN=client-1", await AskAsync(overSockets));

        var client = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate!.Subject == "CN=localhost" };
        using var overClient = ApiClientRegistration.CreateHttpClient(Options(), static (_, _) => { }, client);
        Assert.Equal("CN=client-1", await AskAsync(overClient));
    }

    [Fact]
    public async Task ACertificateSetLaterIsShownByNewConnections()
    {
        using var later = Certificate("client-2");
        var options = Options();
        using var httpClient = ApiClientRegistration.CreateHttpClient(options, static (_, _) => { });
        options.ClientCertificate = later;
        Assert.Equal("CN=client-2", await AskAsync(httpClient));
    }

    [Fact]
    public async Task WithoutACertificateTheErrorNamesTheOption()
    {
        var options = Options();
        options.ClientCertificate = null;
        using var httpClient = ApiClientRegistration.CreateHttpClient(options, static (_, _) => { });
        Assert.Equal("ask needs a credential: set TlsOptions.ClientCertificate.", (await Assert.ThrowsAsync<ApiConfigurationException>(() => AskAsync(httpClient))).Message);
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private TlsOptions Options() => Fill(new TlsOptions());

    private TlsOptions Fill(TlsOptions options)
    {
        options.BaseAddress = new Uri(_server!.Urls.Single());
        options.ClientCertificate = _clientCertificate;
        return options;
    }

    private async Task<string> AskAsync(HttpClient httpClient)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _server!.Urls.Single());
        new ApiOperation("Tls", "ask", HttpMethod.Get, "/") { Security = [new ApiSecurityRequirement(Scheme)] }.AttachTo(request);
        using var response = await httpClient.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private sealed record HttpClientHolder(HttpClient HttpClient);

    private sealed class TlsOptions : ApiClientOptions
    {
        protected override ApiCredential? GetCredential(string schemeName) => null;

        protected override void ConfigurePrimaryHandler(SocketsHttpHandler handler)
            => handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject == "CN=localhost";
    }
}
