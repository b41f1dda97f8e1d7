using System.Net;
using System.Net.Sockets;

namespace Specwright.Sessions;

/// <summary>Connections from one address of this machine, for providers that tie a session to the caller's address.</summary>
public static class LocalAddressConnection
{
    /// <summary>Makes all connections of the handler leave from the address. For IPv4 addresses only servers with IPv4 addresses are reached, and likewise for IPv6.</summary>
    /// <exception cref="SocketException">On connecting: the machine does not have the address, or there is no way from it to the server.</exception>
    public static void Bind(SocketsHttpHandler handler, IPAddress localAddress)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(localAddress);
        handler.ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(localAddress.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.Bind(new IPEndPoint(localAddress, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        };
    }
}
