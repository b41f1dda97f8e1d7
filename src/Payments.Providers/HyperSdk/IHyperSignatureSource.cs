namespace Payments.HyperSdk;

/// <summary>
/// Asks the merchant's server for signed payloads. The private key stays there: an app on a device must never hold it (source: signature page).
/// </summary>
public interface IHyperSignatureSource
{
    /// <summary>A text signed just now, with <c>merchant_id</c>, <c>customer_id</c> and <c>timestamp</c>. Signatures age, so none is kept for later (ASSUMED).</summary>
    /// <param name="action">The action it is for, such as <c>initiate</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<HyperSignature> SignAsync(string action, CancellationToken cancellationToken = default);
}
