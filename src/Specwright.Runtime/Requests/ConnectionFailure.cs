namespace Specwright;

/// <summary>Why no answer came, in words that name the host and nothing else of the address.</summary>
internal static class ConnectionFailure
{
    public static string Describe(HttpRequestException exception, Uri address) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"the host name {address.Host} cannot be resolved",
        HttpRequestError.ConnectionError => $"no connection to {address.Authority}",
        HttpRequestError.SecureConnectionError => $"no secure connection to {address.Authority}: TLS failed",
        HttpRequestError.ProxyTunnelError => $"the proxy let nobody through to {address.Authority}",
        HttpRequestError.ResponseEnded => $"{address.Authority} closed the connection before it answered",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => $"the answer of {address.Authority} is not HTTP",
        HttpRequestError.UserAuthenticationError => $"{address.Authority} refused the authentication",
        _ => $"the connection to {address.Authority} failed",
    };
}
