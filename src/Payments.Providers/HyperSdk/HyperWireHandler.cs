namespace Payments.HyperSdk;

/// <summary>Sends everything over the bridge; the primary handler behind it is never reached.</summary>
internal sealed class HyperWireHandler(HyperSdkOptions options) : DelegatingHandler
{
    // The invoker does not own the wire, which outlives this chain.
    private readonly HttpMessageInvoker _wire = new(options.Wire, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _wire.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _wire.Dispose();
        }
        base.Dispose(disposing);
    }
}
