namespace Payments.Juspay;

/// <summary>A key of the balance map, such as <c>CFGEN_UPI</c>: the gateway and the rail over which it pays.</summary>
/// <param name="Key">As on the wire.</param>
/// <param name="Gateway">Up to the last underscore: a gateway's name may hold one itself (ASSUMED; the page only says that the key combines the two).</param>
/// <param name="Rail">After the last underscore; null where the key has none.</param>
public sealed record GatewayRail(string Key, string Gateway, string? Rail)
{
    /// <summary>Cuts a key at its last underscore. A key without one, or with nothing on one side of it, is a gateway as a whole.</summary>
    public static GatewayRail Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var cut = key.LastIndexOf('_');
        return cut > 0 && cut < key.Length - 1 ? new GatewayRail(key, key[..cut], key[(cut + 1)..]) : new GatewayRail(key, key, null);
    }
}
