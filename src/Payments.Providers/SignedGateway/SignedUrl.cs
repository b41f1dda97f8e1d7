namespace Payments.SignedGateway;

/// <summary>The address part of the text to sign.</summary>
internal static class SignedUrl
{
    /// <summary>
    /// Scheme, host, port unless it is the scheme's own, path and query, escaped and with the host's ASCII form as on the wire. Whether a port or a query is part of the signed text is
    /// not stated: both are taken as they go out (ASSUMED).
    /// </summary>
    public static string Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var host = address.HostNameType == UriHostNameType.Dns ? address.IdnHost : address.Host;
        var port = address.IsDefaultPort ? "" : ":" + address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return address.Scheme + "://" + host + port + address.PathAndQuery;
    }
}
