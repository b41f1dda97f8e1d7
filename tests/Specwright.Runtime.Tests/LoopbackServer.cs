using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Specwright.Tests;

/// <summary>An HTTP/1.1 server that answers with exactly the bytes a test gives it, truncated or malformed ones too, one connection per request.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, Stream, Task<bool>> _answer;
    private readonly CancellationTokenSource _end = new();

    /// <param name="answer">From the request's text to the raw answer; null closes the connection without one.</param>
    public LoopbackServer(Func<string, Task<string?>> answer)
        : this(async (request, stream) =>
        {
            if (await answer(request) is not { } text)
            {
                return false;
            }

            await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
            return true;
        })
    {
    }

    private LoopbackServer(Func<string, Stream, Task<bool>> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    public LoopbackServer(Func<string, string?> answer)
        : this(request => Task.FromResult(answer(request)))
    {
    }

    public LoopbackServer(string answer)
        : this(_ => answer)
    {
    }

    /// <summary>Why an answer that a test writes piece by piece ended: null for the test's own end, or what its writing met when the client went away.</summary>
    public TaskCompletionSource<Exception?> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Request texts in order of arrival: request line, fields, empty line, body.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>A server whose answer a test writes piece by piece; when it has written, the connection is closed.</summary>
    public static LoopbackServer Writing(Func<Stream, Task> write)
        => new(async (_, stream) =>
        {
            await write(stream);
            return true;
        });

    /// <summary>A whole answer with its length.</summary>
    public static string Answer(string status, string body, string? contentType = "application/json", string fields = "")
        => $"HTTP/1.1 {status}\r\n{(contentType is null ? "" : $"Content-Type: {contentType}\r\n")}{fields}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await ReadRequestAsync(stream);
                Requests.Enqueue(request);
                if (await _answer(request, stream))
                {
                    client.Client.Shutdown(SocketShutdown.Send);
                }

                Ended.TrySetResult(null);
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
            {
                // The client went away, as some tests want it to.
                Ended.TrySetResult(exception);
            }
        }
    }

    private static async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var text = Encoding.UTF8.GetString([.. bytes]);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var lengthField = text[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                var length = lengthField is null ? 0 : int.Parse(lengthField["Content-Length:".Length..]);
                if (bytes.Count >= Encoding.UTF8.GetByteCount(text[..(end + 4)]) + length)
                {
                    return text;
                }
            }

            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                return text;
            }

            bytes.AddRange(buffer.AsSpan(0, read));
        }
    }
}
