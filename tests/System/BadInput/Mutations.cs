using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Makes bad requests out of good ones, the same ones from the same seed.</summary>
internal sealed class Mutations
{
    private static readonly string[] Parameters = ["area", "asOf", "pageSize", "pageToken", "kind", "process", "inspectorate", "query", "recordedAsOf", "x"];
    private static readonly string[] Paths =
        ["/api/v1/areas", "/api/v1/areas/926", "/api/v1/areas/926/joint-view", "/api/v1/differences", "/api/v1/differences/none", "/areas/926", "/", "/api/v1/areas/"];
    private static readonly string[] Values =
        ["", "0", "-1", "501", "2147483648", "926", "E10000020", "W06000015", "2025-02-31", "0000-01-01", "9999-12-31", "icpc", "%00", "%ff", "%F0%9F%98%80", "%2e%2e%2f", "'", "<", "AAAA", "CONTRADICTION", "null", "true"];

    private readonly Random _random;
    private readonly (MethodDescriptor Method, byte[] Message)[] _good;

    /// <param name="seed">What makes it the same again.</param>
    /// <param name="valid">Good requests to begin with.</param>
    /// <param name="methods">The methods to ask.</param>
    public Mutations(int seed, Valid valid, IEnumerable<MethodDescriptor> methods)
    {
        _random = new Random(seed);
        _good = [.. methods.SelectMany(method => Good(method, valid).Select(message => (method, message.ToByteArray())))];
    }

    /// <summary>The next call. What is a stream or may wait has a deadline.</summary>
    public Sent Next()
    {
        var (method, message) = _good[_random.Next(_good.Length)];
        var mutated = Mutated(message);
        var frame = _random.Next(20) switch
        {
            0 => Sent.Frame(mutated, (byte)_random.Next(256)),
            1 => Sent.Frame(mutated, length: _random.Next(-10, mutated.Length + 100)),
            2 => [.. Sent.Frame(mutated), .. Sent.Frame(message)],
            _ => Sent.Frame(mutated),
        };
        var sent = new Sent($"/{method.Service.FullName}/{method.Name}", frame);
        if (method.IsServerStreaming)
            sent = sent.With("grpc-timeout", "50m");
        return _random.Next(4) == 0 ? sent : sent.As(Role(method));
    }

    /// <summary>The next question over JSON.</summary>
    public Sent NextQuestion()
    {
        var path = new StringBuilder(Paths[_random.Next(Paths.Length)]);
        if (path[^1] == '/' && path.Length > 1)
            path.Append(Value());
        var separator = '?';
        for (var count = _random.Next(4); count > 0; count--)
        {
            path.Append(separator).Append(Parameters[_random.Next(Parameters.Length)]).Append('=').Append(Value());
            separator = '&';
        }

        return Sent.Json(path.ToString());
    }

    private string Value()
    {
        if (_random.Next(3) > 0)
            return Values[_random.Next(Values.Length)];
        var bytes = new byte[_random.Next(1, 30)];
        _random.NextBytes(bytes);
        return string.Concat(bytes.Select(octet => char.IsAsciiLetterOrDigit((char)octet) ? ((char)octet).ToString() : $"%{octet:X2}"));
    }

    private byte[] Mutated(byte[] message)
    {
        byte[] bytes = [.. message];
        switch (_random.Next(7))
        {
            case 0 when bytes.Length > 0:
                return bytes[.._random.Next(bytes.Length)];
            case 1:
                var other = _good[_random.Next(_good.Length)].Message;
                return [.. bytes[.._random.Next(bytes.Length + 1)], .. other[_random.Next(other.Length + 1)..]];
            case 2:
                var random = new byte[_random.Next(300)];
                _random.NextBytes(random);
                return random;
            case 3 when bytes.Length > 1:
                var at = _random.Next(bytes.Length);
                return [.. bytes[..at], (byte)_random.Next(256), .. bytes[at..]];
            case 4:
                return [.. bytes, .. bytes];
            default:
                for (var flips = _random.Next(1, 9); flips > 0 && bytes.Length > 0; flips--)
                    bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
                return bytes;
        }
    }

    private string Role(MethodDescriptor method) =>
        method.Service.Name == "AuditService" ? "auditor" : new[] { "inspector", "lead", "publisher", "quality-assurer" }[_random.Next(4)];

    // Every field filled with something, and what there are good records for with those.
    private static IEnumerable<IMessage> Good(MethodDescriptor method, Valid valid)
    {
        yield return Filled(method.InputType, valid, 0);
        if (method.Name == "RecordVerdict")
        {
            yield return valid.Recording();
            yield return valid.Recording(published: true);
        }
        else if (method.Name == "BatchRecordVerdicts")
        {
            yield return new BatchRecordVerdictsRequest { Verdicts = { valid.Verdict(), valid.Published() }, RequestId = Valid.NewId() };
        }
        else if (method.Name == "CreateInspection")
        {
            yield return valid.Creating();
        }
        else if (method.Name == "ImportRecords")
        {
            yield return new ImportRecordsRequest { Records = { valid.Record(), valid.Record() }, RequestId = Valid.NewId() };
        }
    }

    private static IMessage Filled(MessageDescriptor type, Valid valid, int depth)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in type.Fields.InDeclarationOrder().Where(field => !field.IsMap && field.RealContainingOneof is null))
        {
            if (field.FieldType == FieldType.Message && depth > 3)
                continue;
            var value = ValueOf(field, valid, depth);
            if (field.IsRepeated)
                ((System.Collections.IList)field.Accessor.GetValue(message)).Add(value);
            else
                field.Accessor.SetValue(message, value);
        }

        return message;
    }

    private static object ValueOf(FieldDescriptor field, Valid valid, int depth) => field.FieldType switch
    {
        FieldType.Message => field.Name == "verdict" ? valid.Verdict() : field.Name == "inspection" ? valid.Inspection() : Filled(field.MessageType, valid, depth + 1),
        FieldType.Enum => field.EnumType.Values[^1].Number,
        FieldType.Bool => true,
        FieldType.Int32 => 2,
        FieldType.Int64 => 2L,
        FieldType.Bytes => ByteString.CopyFromUtf8("bytes"),
        _ => field.Name switch
        {
            "request_id" => Valid.NewId(),
            "area" or "areas" => Valid.Area,
            "as_of" => "2025-06-01",
            "process" => valid.Process,
            "framework" => valid.Framework.Code,
            "page_token" or "cursor" or "etag" => "",
            "name" => "inspectorates/ofsted/verdicts/none",
            _ => "text",
        },
    };
}
