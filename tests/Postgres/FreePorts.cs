using System.Net;
using System.Net.Sockets;

namespace Inspectorates.Postgres;

/// <summary>
/// Ports for servers that are told their port before they start. They lie below those the system gives to connections, which would take
/// one between the choice and the start: a client that keeps trying a port nobody listens on would even come to be given that very port and
/// talk to itself. This process gives none twice.
/// </summary>
internal static class FreePorts
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // Test programs that run at once begin at different places.
    private static int last = Random.Shared.Next(Count);

    /// <summary>A port nobody listens on.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref last) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
