using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>
/// One inspectorate's token writes nothing into another's record: by no method, path, header, role, audience or encoding,
/// direct or through the gateway.
/// </summary>
[Collection(OneBadInputSuite.Name)]
public sealed class ForeignWriteTests(BadInputSuite suite)
{
    private const string Own = "ofsted";
    private const string Others = "cqc";

    private static readonly string[] Roles = ["inspector", "lead", "quality-assurer", "publisher", "auditor", "witness"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_token_of_ours_writes_into_anothers_record()
    {
        using var channel = GrpcChannel.ForAddress(suite.Launched.Services[Others]);
        var description = (await new InspectorateService.InspectorateServiceClient(channel).GetInspectorateAsync(new GetInspectorateRequest(), cancellationToken: Stop)).Inspectorate;
        using var theirs = new Tokens(KeyOf(Others), Others);
        using var ours = new Tokens(KeyOf(Own), Own);
        var valid = new Valid(description, theirs);
        // With a token of theirs the very same bytes are taken: what follows is refused for the token alone.
        var good = Write(valid, "VerdictService/RecordVerdict").With("authorization", "Bearer " + theirs.Valid("inspector"));
        Assert.Equal(StatusCode.OK, (await DirectAsync(good)).Code);
        Assert.Equal(StatusCode.OK, (await ThroughAsync(good)).Code);
        var before = await LastCursorAsync(channel, theirs);

        var refused = 0;
        foreach (var sent in Attempts(valid, ours))
        {
            foreach (var answer in new[] { await DirectAsync(sent), await ThroughAsync(sent) })
            {
                Assert.True(
                    answer.Code is StatusCode.Unauthenticated or StatusCode.Unimplemented or StatusCode.NotFound or StatusCode.InvalidArgument
                    || (answer.Code is null && answer.Http is 0 or (>= 400 and < 500)),
                    $"{sent.Path} with {string.Join(", ", sent.Headers.Select(header => header.Name))} was answered {answer}");
                refused++;
            }
        }

        Assert.Equal(before, await LastCursorAsync(channel, theirs));
        TestContext.Current.SendDiagnosticMessage($"{refused} attempts refused");
        Assert.True(refused > 400, $"only {refused} attempts");
    }

    private static IEnumerable<Sent> Attempts(Valid valid, Tokens ours)
    {
        var tokens = Roles.Select(role => "Bearer " + ours.Valid(role)).Concat(
        [
            // Signed by our key and saying that it is theirs, or for both.
            "Bearer " + ours.Signed(ours.Spoilt("aud", "inspectorates/" + Others)),
            "Bearer " + ours.Signed(ours.Spoilt("aud", new[] { "inspectorates/" + Own, "inspectorates/" + Others })),
            "Bearer " + ours.Signed(ours.Spoilt("iss", "urn:inspectorates:development:" + Others)),
            "Bearer " + ours.Signed(new Dictionary<string, object>(ours.Claims())
            {
                ["iss"] = "urn:inspectorates:development:" + Others, ["aud"] = "inspectorates/" + Others,
            }),
        ]).ToList();
        foreach (var method in WritingMethods())
            foreach (var token in tokens)
                yield return Write(valid, method).With("authorization", token);

        var record = Write(valid, "VerdictService/RecordVerdict");
        foreach (var token in new[] { tokens[0], tokens[^1] })
        {
            foreach (var path in Spelt(record.Path))
                yield return (record with { Path = path }).With("authorization", token);
            foreach (var name in new[] { "x-authorization", "proxy-authorization", "x-forwarded-authorization", "x-user-id", "x-role", "cookie", "grpc-authorization" })
                yield return record.With(name, token);
            foreach (var name in new[] { "Authorization", "AUTHORIZATION" })
                yield return record.With(name, token);
            yield return (record with { Path = record.Path + "?access_token=" + token[7..] }).With("x-user-id", "inspector");
            yield return record.With("authorization", token).With("x-http-method-override", "POST").With("x-original-url", record.Path);
            yield return record.With("authorization", token).With("inspectorate", Own).With("inspectorate", Others);
            yield return record.With("authorization", token).With("inspectorate", Others).With("host", Own);
            yield return (record with { Body = Gzipped(valid.Recording().ToByteArray()) }).With("authorization", token).With("grpc-encoding", "gzip");
            foreach (var type in new[] { "application/grpc+proto", "application/grpc-web", "application/grpc-web-text", "application/json", "application/grpc+json", "application/x-protobuf" })
                yield return (record with { ContentType = type }).With("authorization", token);
            foreach (var verb in new[] { "PUT", "PATCH", "DELETE" })
                yield return (record with { Method = verb }).With("authorization", token);
        }
    }

    // Every method that changes something, by the contract itself: what is added later is tried too.
    private static IEnumerable<string> WritingMethods() =>
        new[]
            {
                VerdictServiceReflection.Descriptor, InspectionServiceReflection.Descriptor, ImportServiceReflection.Descriptor, PositionServiceReflection.Descriptor,
                ConcernServiceReflection.Descriptor, ReferralServiceReflection.Descriptor, TeamServiceReflection.Descriptor,
                RecommendationServiceReflection.Descriptor, StatementServiceReflection.Descriptor, ReplyServiceReflection.Descriptor,
            }
            .SelectMany(file => file.Services).SelectMany(service => service.Methods)
            // What services deliver to each other has no request id, and is refused with a token of ours as all the rest.
            .Where(method => method.InputType.FindFieldByName("request_id") is not null || method.Name == "DeliverMessage")
            .Select(method => $"{method.Service.Name}/{method.Name}");

    private static Sent Write(Valid valid, string method) => method switch
    {
        "VerdictService/RecordVerdict" => Sent.Call(method, valid.Recording()),
        "VerdictService/BatchRecordVerdicts" => Sent.Call(method, new BatchRecordVerdictsRequest { Verdicts = { valid.Verdict() }, RequestId = Valid.NewId() }),
        "InspectionService/CreateInspection" => Sent.Call(method, new CreateInspectionRequest { Inspection = valid.Inspection(), RequestId = Valid.NewId() }),
        "ImportService/ImportRecords" => Sent.Call(method, new ImportRecordsRequest { Records = { valid.Record() }, RequestId = Valid.NewId() }),
        // What names a record needs none to be there: the token is looked at before any message is read.
        _ => Sent.Bytes(method),
    };

    private static IEnumerable<string> Spelt(string path) =>
    [
        path.ToUpperInvariant(), path.ToLowerInvariant(), path + "/", "/" + path, path.Replace("Record", "%52ecord", StringComparison.Ordinal),
        path.Replace("VerdictService/", "VerdictService%2f", StringComparison.Ordinal), "/x/.." + path, path.Replace("/Rec", "/./Rec", StringComparison.Ordinal),
        "/cqc" + path, path + ";inspectorate=ofsted", path + "#", path + "?inspectorate=ofsted",
    ];

    private static byte[] Gzipped(byte[] message)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(message);
        return Sent.Frame(packed.ToArray(), flag: 1);
    }

    private static async Task<string> LastCursorAsync(GrpcChannel channel, Tokens theirs)
    {
        var headers = new Metadata { { "authorization", "Bearer " + theirs.Valid("auditor") } };
        for (var cursor = ""; ;)
        {
            var page = await new ChangeService.ChangeServiceClient(channel).ListChangesAsync(
                new ListChangesRequest { Cursor = cursor, PageSize = 500 }, headers, cancellationToken: Stop);
            if (page.Changes.Count == 0)
                return cursor;
            cursor = page.Cursor;
        }
    }

    private string KeyOf(string code) => Path.Combine(suite.Launched.Data, "development-issuer", code + ".pem");

    private Task<Answer> DirectAsync(Sent sent) => suite.Wire.GrpcAsync(suite.Launched.Services[Others], sent);

    private Task<Answer> ThroughAsync(Sent sent) => suite.Wire.GrpcAsync(
        suite.Launched.Grpc, sent.Headers.Any(header => header.Name == "inspectorate") ? sent : sent.With("inspectorate", Others));
}
