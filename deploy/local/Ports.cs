using System.Net;
using System.Net.Sockets;

namespace Inspectorates.Local;

/// <summary>The ports the suite listens on: those of <c>suite.json</c>, shifted to another first port, or free ones.</summary>
internal static class Ports
{
    /// <summary>Gives every program its port.</summary>
    /// <param name="suite">The suite with its default ports.</param>
    /// <param name="first">Null: the defaults. 0: free ones. Otherwise pages there, gRPC on the next, the services after it.</param>
    /// <exception cref="LaunchException">A port is in use; the message names it.</exception>
    public static Suite Assign(Suite suite, int? first)
    {
        var assigned = first switch
        {
            null => suite,
            0 => WithPorts(suite, Free(suite.Inspectorates.Count + 2)),
            _ => WithPorts(suite, Enumerable.Range(first.Value, suite.Inspectorates.Count + 2).ToArray()),
        };

        var taken = new[] { assigned.Gateway.HttpPort, assigned.Gateway.GrpcPort }
            .Concat(assigned.Inspectorates.Select(i => i.Port))
            .Where(port => !IsFree(port))
            .ToArray();
        if (taken.Length > 0)
            throw new LaunchException(
                $"Port {string.Join(", ", taken)} is in use. Stop what listens there, or take free ports with --ports 0.");
        return assigned;
    }

    private static Suite WithPorts(Suite suite, int[] ports) => suite with
    {
        Gateway = suite.Gateway with { HttpPort = ports[0], GrpcPort = ports[1] },
        Inspectorates = suite.Inspectorates.Select((entry, i) => entry with { Port = ports[i + 2] }).ToArray(),
    };

    // All are held open together, so that none is given twice.
    private static int[] Free(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners)
            listener.Stop();
        return ports;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
