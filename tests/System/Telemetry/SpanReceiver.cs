using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf;

namespace Inspectorates.SystemTests.Telemetry;

/// <summary>A span as it was exported.</summary>
internal sealed record ExportedSpan(string Service, string Scope, string Name, string TraceId, string SpanId, string ParentId);

/// <summary>Receives spans by OTLP over HTTP and reads of them what the tests need, by the field numbers of the OTLP protos.</summary>
internal sealed class SpanReceiver : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<ExportedSpan> _spans = new();

    public SpanReceiver(int port)
    {
        Address = $"http://127.0.0.1:{port}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ReceiveAsync();
    }

    public string Address { get; }

    public IReadOnlyCollection<ExportedSpan> Spans => _spans;

    public void Dispose() => _listener.Close();

    private async Task ReceiveAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext exchange;
            try
            {
                exchange = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await exchange.Request.InputStream.CopyToAsync(body);
            if (exchange.Request.Url!.AbsolutePath == "/v1/traces")
            {
                foreach (var resource in Fields(body.ToArray(), 1))
                    ReadResource(resource);
            }

            exchange.Response.ContentType = "application/x-protobuf";
            exchange.Response.Close();
        }
    }

    private void ReadResource(byte[] resourceSpans)
    {
        var service = Fields(resourceSpans, 1)
            .SelectMany(resource => Fields(resource, 1))
            .Where(attribute => Text(attribute, 1) == "service.name")
            .SelectMany(attribute => Fields(attribute, 2).Select(value => Text(value, 1)))
            .FirstOrDefault("");
        foreach (var scope in Fields(resourceSpans, 2))
        {
            var scopeName = Fields(scope, 1).Select(s => Text(s, 1)).FirstOrDefault("");
            foreach (var span in Fields(scope, 2))
            {
                _spans.Enqueue(new ExportedSpan(
                    service, scopeName, Text(span, 5), Hex(span, 1), Hex(span, 2), Hex(span, 4)));
            }
        }
    }

    private static string Text(byte[] message, int field) =>
        Fields(message, field).Select(System.Text.Encoding.UTF8.GetString).FirstOrDefault("");

    private static string Hex(byte[] message, int field) => Fields(message, field).Select(Convert.ToHexString).FirstOrDefault("");

    private static List<byte[]> Fields(byte[] message, int field)
    {
        var found = new List<byte[]>();
        using var input = new CodedInputStream(message);
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (WireFormat.GetTagFieldNumber(tag) == field && WireFormat.GetTagWireType(tag) == WireFormat.WireType.LengthDelimited)
                found.Add(input.ReadBytes().ToByteArray());
            else
                input.SkipLastField();
        }

        return found;
    }
}
