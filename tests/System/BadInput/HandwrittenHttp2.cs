using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>
/// One request over HTTP/2 written by hand: header fields go out as they are given, twice, with line breaks or in upper case,
/// which clients refuse to send or mend.
/// </summary>
internal static class HandwrittenHttp2
{
    private const byte Data = 0, Headers = 1, ResetStream = 3, Settings = 4, GoAway = 7;
    private const byte EndStream = 1, EndHeaders = 4, Acknowledge = 1;

    // Without a dynamic table every field of the answer is a literal or of the static table.
    private static readonly byte[] NoTable = [0, 1, 0, 0, 0, 0];

    public static async Task<Answer> SendAsync(Uri address, Sent sent)
    {
        using var client = new TcpClient();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await client.ConnectAsync(address.Host, address.Port, late.Token);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray(), late.Token);
            await stream.WriteAsync(Frame(Settings, 0, 0, NoTable), late.Token);
            await stream.WriteAsync(Frame(Headers, EndHeaders, 1, Fields(address, sent)), late.Token);
            await stream.WriteAsync(Frame(Data, EndStream, 1, sent.Body), late.Token);
            return await ReadAsync(stream, late.Token);
        }
        catch (IOException cut)
        {
            return Answer.Cut(cut.Message);
        }
    }

    private static async Task<Answer> ReadAsync(NetworkStream stream, CancellationToken late)
    {
        var fields = new Dictionary<string, string>();
        var body = new MemoryStream();
        var head = new byte[9];
        while (true)
        {
            await stream.ReadExactlyAsync(head, late);
            var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
            await stream.ReadExactlyAsync(payload, late);
            var (type, flags) = (head[3], head[4]);
            if (type == Settings && (flags & Acknowledge) == 0)
                await stream.WriteAsync(Frame(Settings, Acknowledge, 0, []), late);
            else if (type == Headers)
                HeaderFields.Read(payload, fields);
            else if (type == Data)
                body.Write(payload);
            else if (type is ResetStream or GoAway)
                return fields.Count > 0 && type == ResetStream ? Ended() : Answer.Cut($"frame {type}: {Convert.ToHexString(payload.AsSpan(0, Math.Min(payload.Length, 8)))}");
            if (type is Headers or Data && (flags & EndStream) != 0)
                return Ended();
        }

        Answer Ended() => Answer.OfGrpc(
            int.Parse(fields.GetValueOrDefault(":status", "0"), null), fields.GetValueOrDefault("grpc-status"),
            fields.GetValueOrDefault("grpc-status-details-bin"), body.ToArray(), fields.GetValueOrDefault("grpc-message"));
    }

    private static byte[] Fields(Uri address, Sent sent)
    {
        (string, string)[] fields =
        [
            (":method", sent.Method), (":scheme", "http"), (":path", sent.Path), (":authority", address.Authority),
            ("content-type", sent.ContentType), ("te", "trailers"), .. sent.Headers,
        ];
        return [.. fields.SelectMany(field => HeaderFields.Literal(field.Item1, field.Item2))];
    }

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, 9);
        return frame;
    }
}

/// <summary>The part of HPACK (RFC 7541) that is needed: literals without Huffman coding, and the codes of statuses.</summary>
internal static class HeaderFields
{
    private static readonly string[] Statuses = ["200", "204", "206", "304", "400", "404", "500"];

    public static byte[] Literal(string name, string value) => [0, .. Text(name), .. Text(value)];

    public static void Read(ReadOnlySpan<byte> block, Dictionary<string, string> fields)
    {
        while (block.Length > 0)
        {
            var first = block[0];
            if ((first & 0x80) != 0)
            {
                var index = Number(ref block, 7);
                if (index is >= 8 and <= 14)
                    fields[":status"] = Statuses[index - 8];
            }
            else if ((first & 0xE0) == 0x20)
            {
                Number(ref block, 5);
            }
            else
            {
                var index = Number(ref block, (first & 0x40) != 0 ? 6 : 4);
                var name = index == 0 ? Text(ref block) : index is >= 8 and <= 14 ? ":status" : $"static {index}";
                fields[name] = Text(ref block);
            }
        }
    }

    private static byte[] Text(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        return [.. Number(bytes.Length), .. bytes];
    }

    private static List<byte> Number(int number)
    {
        if (number < 127)
            return [(byte)number];
        var bytes = new List<byte> { 127 };
        for (number -= 127; number >= 128; number >>= 7)
            bytes.Add((byte)((number & 127) | 128));
        bytes.Add((byte)number);
        return bytes;
    }

    private static int Number(ref ReadOnlySpan<byte> block, int bits)
    {
        var most = (1 << bits) - 1;
        var number = block[0] & most;
        block = block[1..];
        for (var shift = 0; number >= most; shift += 7)
        {
            var next = block[0];
            block = block[1..];
            number += (next & 127) << shift;
            if ((next & 128) == 0)
                break;
        }

        return number;
    }

    private static string Text(ref ReadOnlySpan<byte> block)
    {
        Assert.Equal(0, block[0] & 0x80);
        var length = Number(ref block, 7);
        var text = Encoding.Latin1.GetString(block[..length]);
        block = block[length..];
        return text;
    }
}
