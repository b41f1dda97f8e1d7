using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Payments.Sandbox;

/// <summary>A running sandbox on a clock of the test, and plain HTTP towards it.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    private PaymentsSandbox? _sandbox;

    internal ManualClock Clock { get; } = new();

    protected HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };

    protected PaymentsSandbox Sandbox => _sandbox!;

    public async Task InitializeAsync()
    {
        var options = new SandboxOptions { Seed = 7, TimeProvider = Clock };
        Configure(options);
        _sandbox = await PaymentsSandbox.StartAsync(options);
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }

    protected virtual void Configure(SandboxOptions options)
    {
    }

    /// <summary>A client that calls from another loopback address.</summary>
    protected static HttpClient HttpFrom(string address) => new(new SocketsHttpHandler
    {
        UseProxy = false,
        ConnectCallback = async (context, token) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
            await socket.ConnectAsync(context.DnsEndPoint, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    protected static HttpRequestMessage Json(HttpMethod method, Uri address, string? body)
    {
        var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body ?? string.Empty)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    protected async Task<(HttpResponseMessage Response, JsonNode Body)> SendAsync(HttpRequestMessage request)
    {
        var response = await Http.SendAsync(request);
        return (response, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
