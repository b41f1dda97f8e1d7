using Payments.HyperSdk;

namespace Specwright.Samples.NativeAot;

/// <summary>Stands for the merchant's server, which signs what the SDK is asked for. The sandbox takes any signature.</summary>
internal sealed class SandboxSignatures : IHyperSignatureSource
{
    public ValueTask<HyperSignature> SignAsync(string action, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new HyperSignature("""{"merchant_id":"sandbox","customer_id":"sandbox"}""", "sandbox"));
}
