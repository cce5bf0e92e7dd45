using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Inspectorates.SystemTests.Durability;

/// <summary>
/// Stands between a caller and a service. When an answer that names the given text comes back, the service has committed:
/// the connection is cut there, and the answer never reaches the caller.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly IPEndPoint service;
    private readonly Task accepting;
    private byte[]? cutAt;
    private int cuts;

    public CuttingProxy(string service)
    {
        var address = new Uri(service);
        this.service = new IPEndPoint(IPAddress.Loopback, address.Port);
        listener.Start();
        accepting = AcceptAsync();
    }

    public string Address => $"http://{listener.LocalEndpoint}";

    /// <summary>How many answers were cut off.</summary>
    public int Cuts => Volatile.Read(ref cuts);

    /// <summary>Cuts the next answer that names the text.</summary>
    public void Cut(string text) => Volatile.Write(ref cutAt, Encoding.ASCII.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var relays = new List<Task>();
        try
        {
            while (true)
                relays.Add(RelayAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(relays);
        }
    }

    private async Task RelayAsync(TcpClient caller)
    {
        using var upstream = new TcpClient();
        using (caller)
        {
            try
            {
                await upstream.ConnectAsync(service, stop.Token);
                (caller.NoDelay, upstream.NoDelay) = (true, true);
                await Task.WhenAny(
                    caller.GetStream().CopyToAsync(upstream.GetStream(), stop.Token),
                    AnswersAsync(upstream.GetStream(), caller.GetStream()));
            }
            catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
            {
                // One side is gone: so is the other.
            }

            // Cut, not closed: whatever is still on its way is thrown away.
            caller.LingerState = new LingerOption(enable: true, seconds: 0);
        }
    }

    private async Task AnswersAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        // The end of what went before: the text may be split between two reads.
        var tail = Array.Empty<byte>();
        while (await from.ReadAsync(buffer, stop.Token) is var read and > 0)
        {
            byte[] recent = [.. tail, .. buffer.AsSpan(0, read)];
            if (Volatile.Read(ref cutAt) is { } text && recent.AsSpan().IndexOf(text) >= 0)
            {
                Volatile.Write(ref cutAt, null);
                Interlocked.Increment(ref cuts);
                return;
            }

            tail = recent[Math.Max(0, recent.Length - 64)..];
            await to.WriteAsync(buffer.AsMemory(0, read), stop.Token);
        }
    }
}
