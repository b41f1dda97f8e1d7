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
        handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => options.ClientCertificate!;
        options.ConfigurePrimaryHandler(handler);
        return handler;
    }

    /// <summary>
    /// Makes an application's own handler fit: a redirect would carry credentials to wherever the answer points, so it must not follow it; and it shows the client's certificate, unless it
    /// has one already.
    /// </summary>
    /// <exception cref="ApiConfigurationException">The handler is in use already and does not fit.</exception>
    public static void Adapt(HttpMessageHandler handler, ApiClientOptions options)
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

        try
        {
            switch (innermost)
            {
                case SocketsHttpHandler { SslOptions: { LocalCertificateSelectionCallback: null, ClientCertificates: null or { Count: 0 } } tls } when options.ClientCertificate is not null:
                    tls.LocalCertificateSelectionCallback = (_, _, _, _, _) => options.ClientCertificate!;
                    break;
                case HttpClientHandler { ClientCertificateOptions: ClientCertificateOption.Manual, ClientCertificates: { Count: 0 } certificates } when options.ClientCertificate is { } certificate:
                    certificates.Add(certificate);
                    break;
                default:
                    break;
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new ApiConfigurationException(
                $"The primary handler is in use already and shows no certificate: set {options.GetType().Name}.{nameof(ApiClientOptions.ClientCertificate)} before, or the handler's own.", exception);
        }
    }
}
