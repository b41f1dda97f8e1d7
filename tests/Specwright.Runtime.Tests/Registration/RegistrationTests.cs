using Acme;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Specwright.Testing;

namespace Specwright.Tests.Registration;

public class RegistrationTests
{
    private static readonly string Answer = LoopbackServer.Answer("200 OK", """{"orderId":"o","amount":1}""");

    [Fact]
    public async Task RegisteredClient_Calls()
    {
        using var server = new LoopbackServer(Answer);
        var services = new ServiceCollection();
        services.AddAcme(options => Set(options, server));
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.Equal("o", (await provider.GetRequiredService<IAcmeClient>().GetOrderAsync("1")).OrderId);
        Assert.Contains("Authorization: Bearer planted-token", server.Requests.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OurHandlers_AreInnermostSoThatARetrySignsEachAttemptAnew()
    {
        var signed = 0;
        using var server = new LoopbackServer(request => request.Contains("X-Attempt: 3", StringComparison.Ordinal) ? Answer : LoopbackServer.Answer("503 Busy", ""));
        var services = new ServiceCollection();
        var builder = services.AddAcme(options =>
        {
            Set(options, server);
            options.BearerAuth = ApiCredential.FromProvider((_, _) => new ValueTask<string>($"planted-{++signed}"));
            options.Handlers = handlers => handlers.Add(new SigningHandler());
        });
        builder.AddHttpMessageHandler(() => new RetryHandler());
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAcmeClient>().GetOrderAsync("1");

        Assert.Equal(3, server.Requests.Count);
        var attempt = 0;
        foreach (var request in server.Requests)
        {
            attempt++;
            Assert.Contains($"X-Attempt: {attempt}\r\n", request, StringComparison.Ordinal);
            Assert.Contains($"Authorization: Bearer planted-{attempt}\r\n", request, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Redirect_IsNeverFollowed()
    {
        using var elsewhere = new LoopbackServer(Answer);
        using var server = new LoopbackServer(LoopbackServer.Answer("307 Temporary Redirect", "", null, $"Location: {elsewhere.Address}\r\n"));
        var services = new ServiceCollection();
        services.AddAcme(options => Set(options, server));
        await using var provider = services.BuildServiceProvider();
        using var own = new HttpClientHandler();
        var client = AcmeClient.Create(Set(new AcmeOptions(), server), own);

        Assert.Equal(307, (await Assert.ThrowsAsync<ApiException>(() => provider.GetRequiredService<IAcmeClient>().GetOrderAsync("1"))).StatusCode);
        Assert.Equal(307, (await Assert.ThrowsAsync<ApiException>(() => client.GetOrderAsync("1"))).StatusCode);
        Assert.False(own.AllowAutoRedirect);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task ApplicationsOwnPrimaryHandler_DoesNotFollowRedirectsEither()
    {
        using var elsewhere = new LoopbackServer(Answer);
        using var server = new LoopbackServer(LoopbackServer.Answer("302 Found", "", null, $"Location: {elsewhere.Address}\r\n"));
        var services = new ServiceCollection();
        services.AddAcme(options => Set(options, server)).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler());
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<ApiException>(() => provider.GetRequiredService<IAcmeClient>().GetOrderAsync("1"));

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public void RegisteredTwice_LastConfigurationWinsAndHandlersAreNotDoubled()
    {
        var services = new ServiceCollection();

        // Somebody else's filters, the factory's logging among them, are there before ours.
        services.AddHttpClient("other");
        services.AddAcme(options =>
        {
            options.MaxResponseBytes = 1;
            options.BearerAuth = "first";
        }).ConfigurePrimaryHttpMessageHandler(() => new StubHandler(_ => new HttpResponseMessage()));
        services.AddAcme(options => options.MaxResponseBytes = 2);
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<AcmeOptions>>().Value;
        Assert.Equal(2, options.MaxResponseBytes);
        Assert.NotNull(options.BearerAuth);
        Assert.Single(provider.GetServices<IAcmeClient>());
        var chain = new List<Type>();
        for (var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("Acme"); handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler!)
        {
            chain.Add(handler.GetType());
        }

        Assert.Single(chain, typeof(ApiSecurityHandler));
        Assert.Equal([typeof(ApiSecurityHandler), typeof(StubHandler)], chain[^2..]);
    }

    [Fact]
    public void OtherHttpClients_KeepTheirHandlers()
    {
        var services = new ServiceCollection();
        services.AddAcme();
        services.AddHttpClient("other");
        using var provider = services.BuildServiceProvider();

        for (var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("other"); handler is not null; handler = (handler as DelegatingHandler)?.InnerHandler!)
        {
            Assert.IsNotType<ApiSecurityHandler>(handler);
        }
    }

    [Fact]
    public void TwoClientsOfOneName_AreRefused()
    {
        var services = new ServiceCollection();
        services.AddAcme();
        var error = Assert.Throws<InvalidOperationException>(() => ApiClientRegistration.Add<IAcmeClient, AcmeClient, OtherOptions>(
            services, "Acme", null, static (_, _) => null!, static (_, _) => { }));
        Assert.Contains("'Acme'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongSetting_IsNamedWhenTheClientIsResolved()
    {
        var services = new ServiceCollection();
        services.AddAcme(options => options.BaseAddress = new Uri("http://api.example"));
        using var provider = services.BuildServiceProvider();
        var error = Assert.Throws<ApiConfigurationException>(() => provider.GetRequiredService<IAcmeClient>());
        Assert.Contains("AcmeOptions.BaseAddress", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Container_FillsClockAndLoggerFactory()
    {
        var time = new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddAcme();
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<AcmeOptions>>().Value;

        Assert.Same(time, options.TimeProvider);
        Assert.Same(provider.GetRequiredService<ILoggerFactory>(), options.LoggerFactory);
    }

    [Fact]
    public async Task HandWrittenHandlers_SeeTheContainer()
    {
        IServiceProvider? seen = null;
        var services = new ServiceCollection();
        services.AddSingleton(new Marker());
        services.AddAcme(options =>
        {
            options.BearerAuth = "x";
            options.Handlers = handlers => seen = handlers.Services;
        }).ConfigurePrimaryHttpMessageHandler(() => new StubHandler(_ => new HttpResponseMessage { Content = new StringContent("""{"orderId":"o","amount":1}""") }));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAcmeClient>().GetOrderAsync("1");

        Assert.NotNull(seen!.GetService<Marker>());
    }

    [Fact]
    public async Task Logs_HoldNoSecretAtAnyLevel()
    {
        using var server = new LoopbackServer(LoopbackServer.Answer("404 Not Found", """{"code":"E","message":"no","token":"planted-body"}""", fields: "Set-Cookie: sid=planted-cookie\r\nX-Refresh-Token: planted-refresh\r\n"));
        var log = new ListLogger();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddAcme(options =>
        {
            Set(options, server);
            options.Handlers = handlers => handlers.Add(new SigningHandler());
        });
        await using var provider = services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<ApiException<ErrorBody>>(() => provider.GetRequiredService<IAcmeClient>().GetOrderAsync("1", "planted-query"));
        provider.GetRequiredService<ILogger<RegistrationTests>>().LogError(error, "Call failed");

        Assert.Contains(log.Lines, line => line.Contains("/orders/1", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("planted", StringComparison.Ordinal));
    }

    private static AcmeOptions Set(AcmeOptions options, LoopbackServer server)
    {
        options.BaseAddress = server.Address;
        options.BearerAuth = "planted-token";
        return options;
    }

    private sealed class Marker;

    private sealed class OtherOptions : ApiClientOptions
    {
        protected override ApiCredential? GetCredential(string schemeName) => null;
    }

    private sealed class SigningHandler : DelegatingHandler
    {
        private int _attempts;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("X-Attempt");
            request.Headers.TryAddWithoutValidation("X-Attempt", $"{++_attempts}");
            request.Headers.Remove("X-Signature");
            request.Headers.TryAddWithoutValidation("X-Signature", "planted-signature");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class RetryHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            while (true)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if ((int)response.StatusCode != 503)
                {
                    return response;
                }

                response.Dispose();
            }
        }
    }

    private sealed class ListLogger : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Add($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Lines.Add($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
