using Payments.HyperSdk;

namespace Payments.Cli;

/// <summary>Stands for the merchant's server. The simulated device holds no public key, so any signature will do.</summary>
internal sealed class SandboxSignatureSource : IHyperSignatureSource
{
    public ValueTask<HyperSignature> SignAsync(string action, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new HyperSignature("""{"merchant_id":"sandbox","customer_id":"sandbox"}""", "sandbox"));
}
