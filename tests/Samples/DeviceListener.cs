using System.Net;
using System.Net.Sockets;
using System.Text;
using Payments.Sandbox;

namespace Specwright.Samples;

/// <summary>The simulated device behind a port: lines <c>initiate</c> or <c>process</c> with their payload come in, events go out, one to a line.</summary>
internal sealed class DeviceListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HyperSdkDevice _device;

    public DeviceListener(HyperSdkDevice device)
    {
        _device = device;
        _listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            using var connection = await _listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(connection.GetStream(), Encoding.UTF8);
            using var writer = new StreamWriter(connection.GetStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
            _device.EventReceived += json =>
            {
                lock (writer)
                {
                    writer.WriteLine(json.ReplaceLineEndings(" "));
                }
            };
            while (await reader.ReadLineAsync() is { } line)
            {
                var payload = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
                if (line.StartsWith("initiate", StringComparison.Ordinal))
                {
                    _device.Initiate(payload);
                }
                else
                {
                    _device.Process(payload);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or SocketException)
        {
            // The program has ended, or the test.
        }
    }
}
