using System.Net;

namespace Specwright;

/// <summary>The handler at the wire.</summary>
internal static class PrimaryHandler
{
    /// <summary>Connections are renewed every five minutes, so that changes of DNS are seen; no cookies of its own, no redirects.</summary>
    public static SocketsHttpHandler Create(ApiClientOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = DecompressionMethods.All,
        };
        options.ConfigurePrimaryHandler(handler);
        return handler;
    }

    /// <summary>A redirect would carry credentials to wherever the answer points, so an application's own handler must not follow it either.</summary>
    /// <exception cref="ApiConfigurationException">The handler is in use already and follows redirects.</exception>
    public static void ForbidRedirects(HttpMessageHandler handler)
    {
        var innermost = handler;
        while (innermost is DelegatingHandler { InnerHandler: { } inner })
        {
            innermost = inner;
        }

        try
        {
            switch (innermost)
            {
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                    sockets.AllowAutoRedirect = false;
                    break;
                case HttpClientHandler { AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    break;
                default:
                    break;
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new ApiConfigurationException("The primary handler follows redirects, which would carry credentials elsewhere: set AllowAutoRedirect to false.", exception);
        }
    }
}
