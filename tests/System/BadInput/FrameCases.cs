using System.IO.Compression;
using Google.Protobuf;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>gRPC's own frame: a flag, a length, a message.</summary>
internal static class FrameCases
{
    private const string Get = "VerdictService/GetVerdict";
    private static readonly byte[] Message = new GetVerdictRequest { Name = "inspectorates/ofsted/verdicts/none" }.ToByteArray();

    public static BadCase[] All { get; } =
    [
        Malformed("no frame at all", _ => Sent.Framed(Get)),
        Malformed("one byte of a frame", _ => Sent.Framed(Get, 0)),
        Malformed("a frame without its message", _ => Sent.Framed(Get, 0, 0, 0, 0)),
        Malformed("two messages in one call", _ => Sent.Framed(Get, [.. Sent.Frame(Message), .. Sent.Frame(Message)])),
        Malformed("a message and one byte more", _ => Sent.Framed(Get, [.. Sent.Frame(Message), 0])),
        Malformed("a length longer than the body", _ => Sent.Framed(Get, Sent.Frame(Message, length: Message.Length + 10))),
        Malformed("a length shorter than the body", _ => Sent.Framed(Get, Sent.Frame(Message, length: Message.Length - 10))),
        Malformed("a length of nothing before a message", _ => Sent.Framed(Get, Sent.Frame(Message, length: 0))),
        Malformed("a flag of 2", _ => Sent.Framed(Get, Sent.Frame(Message, flag: 2))),
        Malformed("a flag of 255", _ => Sent.Framed(Get, Sent.Frame(Message, flag: 255))),
        Malformed("a negative length", _ => Sent.Framed(Get, Sent.Frame(Message, length: -1))),
        Malformed("a flag of compression without an encoding", _ => Sent.Framed(Get, Sent.Frame(Message, flag: 1))),
        Malformed("compressed and said to be identity", _ => Sent.Framed(Get, Sent.Frame(Message, flag: 1)).With("grpc-encoding", "identity")),
        new("an encoding there is none of", _ => Sent.Framed(Get, Sent.Frame(Message, flag: 1)).With("grpc-encoding", "snappy"), "UNIMPLEMENTED", "METHOD_NOT_FOUND"),
        Malformed("gzip that is no gzip", _ => Sent.Framed(Get, Sent.Frame([1, 2, 3, 4, 5], flag: 1)).With("grpc-encoding", "gzip")),
        Malformed("gzip that is cut short", _ => Sent.Framed(Get, Sent.Frame(Zipped(Message)[..12], flag: 1)).With("grpc-encoding", "gzip")),
        TooLarge("a gzip bomb of 64 MiB", _ => Sent.Framed(Get, Sent.Frame(Zipped(new byte[64 * 1024 * 1024]), flag: 1)).With("grpc-encoding", "gzip")),
        TooLarge("a length of 2 GiB", _ => Sent.Framed(Get, Sent.Frame(Message, length: int.MaxValue))),
        TooLarge("a message of 300 KiB", _ => Sent.Bytes(Get, new byte[300 * 1024])),
        TooLarge("an import of 4.5 MiB", _ => Sent.Bytes("ImportService/ImportRecords", new byte[4_700_000]).As("inspector"))
            with { Ways = Ways.Direct },
        .. Joint(),
    ];

    // The gateway's own service answers for itself.
    private static BadCase[] Joint()
    {
        const string area = "joint.v1.JointInspectionService/GetArea";
        var message = new Joint.V1.GetAreaRequest { Area = "926" }.ToByteArray();
        BadCase[] all =
        [
            Malformed("no frame to the gateway itself", _ => Sent.Framed(area)),
            Malformed("two messages to the gateway itself", _ => Sent.Framed(area, [.. Sent.Frame(message), .. Sent.Frame(message)])),
            Malformed("a length longer than the body to the gateway itself", _ => Sent.Framed(area, Sent.Frame(message, length: 99))),
            Malformed("a flag of 2 to the gateway itself", _ => Sent.Framed(area, Sent.Frame(message, flag: 2))),
            Malformed("tag 0 to the gateway itself", _ => Sent.Bytes(area, 0)),
            Malformed("a lone surrogate to the gateway itself", _ => Sent.Bytes(area, 0x0A, 0x03, 0xED, 0xA0, 0x80)),
            TooLarge("300 KiB to the gateway itself", _ => Sent.Bytes(area, new byte[300 * 1024])),
            TooLarge("a gzip bomb to the gateway itself", _ => Sent.Framed(area, Sent.Frame(Zipped(new byte[64 * 1024 * 1024]), flag: 1)).With("grpc-encoding", "gzip")),
            new("an encoding there is none of to the gateway itself", _ => Sent.Framed(area, Sent.Frame(message, flag: 1)).With("grpc-encoding", "snappy"), "UNIMPLEMENTED", "METHOD_NOT_FOUND"),
        ];
        return [.. all.Select(one => one with { Ways = Ways.Gateway })];
    }

    private static BadCase Malformed(string name, Func<Valid, Sent> send) => new(name, send, "INVALID_ARGUMENT", "MESSAGE_MALFORMED");

    private static BadCase TooLarge(string name, Func<Valid, Sent> send) => new(name, send, "RESOURCE_EXHAUSTED", "MESSAGE_TOO_LARGE");

    private static byte[] Zipped(byte[] plain)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
            gzip.Write(plain);
        return bytes.ToArray();
    }
}
