using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

/// <summary>The steps of a verdict to publication, each by somebody who may take it.</summary>
public sealed class WorkflowOf(RunningService service)
{
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["submit"] = "inspector",
        ["approve"] = "quality-assurer",
        ["return"] = "quality-assurer",
        ["schedule"] = "publisher",
        ["publish"] = "publisher",
    };

    public Task<Verdict> SubmitAsync(string name) => TakeAsync("submit", name);

    public Task<Verdict> ApproveAsync(string name) => TakeAsync("approve", name);

    public Task<Verdict> PublishAsync(string name) => TakeAsync("publish", name);

    public async Task<Verdict> ScheduleAsync(string name, DateTimeOffset at) => (await service.Verdicts.ScheduleVerdictAsync(
        new ScheduleVerdictRequest { Name = name, PublishAt = Timestamp.FromDateTimeOffset(at), RequestId = Samples.NewId() },
        service.As("publisher"))).Verdict;

    /// <summary>Takes a step as one who may, or as somebody else.</summary>
    public async Task<Verdict> TakeAsync(string step, string name, Metadata? by = null)
    {
        var (id, headers) = (Samples.NewId(), by ?? service.As(Roles[step]));
        return step switch
        {
            "submit" => (await service.Verdicts.SubmitVerdictAsync(new SubmitVerdictRequest { Name = name, RequestId = id }, headers)).Verdict,
            "approve" => (await service.Verdicts.ApproveVerdictAsync(new ApproveVerdictRequest { Name = name, RequestId = id }, headers)).Verdict,
            "return" => (await service.Verdicts.ReturnVerdictAsync(new ReturnVerdictRequest { Name = name, Reason = "r", RequestId = id }, headers)).Verdict,
            "schedule" => (await service.Verdicts.ScheduleVerdictAsync(
                new ScheduleVerdictRequest { Name = name, PublishAt = Timestamp.FromDateTimeOffset(service.Time.GetUtcNow().AddHours(1)), RequestId = id }, headers)).Verdict,
            "publish" => (await service.Verdicts.PublishVerdictAsync(new PublishVerdictRequest { Name = name, RequestId = id }, headers)).Verdict,
            _ => throw new ArgumentException(step),
        };
    }
}
