using System.Net;
using System.Net.Sockets;
using System.Text;
using Payments.HyperSdk;

namespace Specwright.Samples.NativeAot;

/// <summary>The SDK runs elsewhere: each line to it is <c>initiate</c> or <c>process</c>, a blank and the payload; each line from it is an event.</summary>
internal sealed class SocketBridge : IHyperBridge, IDisposable
{
    private readonly TcpClient _connection;
    private readonly StreamWriter _writer;

    private SocketBridge(TcpClient connection)
    {
        _connection = connection;
        _writer = new StreamWriter(connection.GetStream(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
    }

    public event Action<string>? EventReceived;

    public bool IsInitialised { get; private set; }

    public static async Task<SocketBridge> ConnectAsync(int port)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, port);
        var bridge = new SocketBridge(connection);
        _ = bridge.ListenAsync();
        return bridge;
    }

    public void Initiate(string json) => Send("initiate", json);

    public bool Process(string json)
    {
        Send("process", json);
        return true;
    }

    public bool OnBackPressed() => false;

    public void Terminate() => IsInitialised = false;

    public void Dispose() => _connection.Dispose();

    private void Send(string action, string json)
    {
        lock (_writer)
        {
            _writer.WriteLine($"{action} {json}");
        }
    }

    private async Task ListenAsync()
    {
        using var reader = new StreamReader(_connection.GetStream(), Encoding.UTF8);
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                IsInitialised |= line.Contains("initiate_result", StringComparison.Ordinal);
                EventReceived?.Invoke(line);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The program has ended, or the device.
        }
    }
}
