using System.Buffers.Binary;
using System.Text;
using Google.Protobuf;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>What is sent, as it goes over the wire.</summary>
/// <param name="Path">The path, never normalised.</param>
/// <param name="Body">The body, frame and all.</param>
internal sealed record Sent(string Path, byte[] Body)
{
    public string Method { get; init; } = "POST";

    public string ContentType { get; init; } = "application/grpc";

    /// <summary>The role whose token goes with it; null: none.</summary>
    public string? Role { get; init; }

    /// <summary>Headers beyond those every gRPC call has; the same name may be there twice.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Whether the gateway is not told whom the call is for.</summary>
    public bool Unaddressed { get; init; }

    /// <summary>Whether it needs HTTP/2 written by hand, because a client would refuse to send or would mend it.</summary>
    public bool ByHand { get; init; }

    /// <summary>A call of a method of <c>inspectorates.v1</c>.</summary>
    public static Sent Call(string method, IMessage message) => new(PathOf(method), Frame(message.ToByteArray()));

    /// <summary>A call whose message is given as bytes.</summary>
    public static Sent Bytes(string method, params byte[] message) => new(PathOf(method), Frame(message));

    /// <summary>A call whose frame is given too.</summary>
    public static Sent Framed(string method, params byte[] frame) => new(PathOf(method), frame);

    /// <summary>A question over JSON.</summary>
    public static Sent Json(string path, string method = "GET") => new(path, []) { Method = method, ContentType = "" };

    public static byte[] Frame(byte[] message, byte flag = 0, int? length = null)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), length ?? message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    public Sent As(string role) => this with { Role = role };

    public Sent With(string name, string value) => this with { Headers = [.. Headers, (name, value)] };

    /// <summary>What no client would send as it is: a header given twice stays two.</summary>
    public Sent Raw() => this with { ByHand = true };

    private static string PathOf(string method) => method.StartsWith("joint.", StringComparison.Ordinal) ? "/inspectorates." + method : "/inspectorates.v1." + method;

    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
