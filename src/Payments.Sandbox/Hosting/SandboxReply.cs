using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Payments.Sandbox;

/// <summary>An answer before it goes on the wire, so that faults can change it and the gateway can sign it.</summary>
internal sealed record SandboxReply(int Status, string? ContentType, byte[] Body)
{
    // The providers' own examples show quotes and non-ASCII text unescaped.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Headers beside Content-Type, Content-Length and Date.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public SandboxDelivery Delivery { get; init; } = SandboxDelivery.Whole;

    public static SandboxReply Json(int status, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, WriterOptions))
        {
            write(writer);
        }
        return new SandboxReply(status, "application/json", stream.ToArray());
    }

    public static SandboxReply Text(int status, string contentType, string body) =>
        new(status, contentType, Encoding.UTF8.GetBytes(body));

    public SandboxReply WithHeader(string name, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers) { [name] = value } };

    public async Task WriteAsync(HttpContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Delivery == SandboxDelivery.Reset)
        {
            // Without a linger time of zero the peer would see an orderly end instead of a reset.
            if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
            {
                socket.LingerState = new System.Net.Sockets.LingerOption(enable: true, seconds: 0);
            }
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        // Clients may learn the server's clock from here, so it must be the sandbox's clock and not the machine's.
        response.Headers.Date = now.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (Delivery == SandboxDelivery.CutShort)
        {
            await response.Body.WriteAsync(Body.AsMemory(0, Body.Length / 2), cancellationToken);
            // Left unfinished, not aborted: an abort could overtake the half that was written. Kestrel sees that bytes are missing and closes.
            await response.Body.FlushAsync(cancellationToken);
            return;
        }
        await response.Body.WriteAsync(Body, cancellationToken);
        await response.CompleteAsync();
    }
}
