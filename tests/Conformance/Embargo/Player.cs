using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Embargo;

/// <summary>Does the operations of a history to one store, by calls of the contract, and knows what it called by which word.</summary>
internal sealed class Player(EmbargoedService service, int seed)
{
    private static readonly Inspection.Types.State[] ToPrePublication =
    [
        Inspection.Types.State.OnSite, Inspection.Types.State.Draft, Inspection.Types.State.FactualAccuracy, Inspection.Types.State.PrePublication,
    ];

    private readonly Dictionary<string, string> names = [];
    private string operation = "";
    private int requests;

    public EmbargoedService Service => service;

    public VerdictService.VerdictServiceClient Verdicts { get; } = new(service.Channel);

    public InspectionService.InspectionServiceClient Inspections { get; } = new(service.Channel);

    public RecommendationService.RecommendationServiceClient Recommendations { get; } = new(service.Channel);

    public ReplyService.ReplyServiceClient Replies { get; } = new(service.Channel);

    public StatementService.StatementServiceClient Statements { get; } = new(service.Channel);
    public TeamService.TeamServiceClient Teams { get; } = new(service.Channel);

    public ImportService.ImportServiceClient Imports { get; } = new(service.Channel);

    /// <summary>Resource names of what this store has and the other has not.</summary>
    public List<string> HiddenNames { get; } = [];

    /// <summary>Hidden operations that went through, and those the service refused.</summary>
    public (int Done, int Refused) Hidden { get; private set; }

    public async Task PlayAsync(IEnumerable<Operation> operations)
    {
        foreach (var next in operations)
        {
            (operation, requests) = (next.Id, 0);
            service.Names.Begin(next.Id);
            try
            {
                await next.RunAsync(this);
                Hidden = next.IsHidden ? (Hidden.Done + 1, Hidden.Refused) : Hidden;
            }
            catch (RpcException) when (next.IsHidden)
            {
                // Refused calls belong to what must not show.
                Hidden = (Hidden.Done, Hidden.Refused + 1);
            }
            catch (RpcException fault)
            {
                throw new UnequalHistoryException($"{next} was refused: {fault.Status.Detail}", fault);
            }
        }
    }

    /// <summary>The request id of the operation's next call.</summary>
    public string RequestId() => RequestId(seed, operation, requests++);

    /// <summary>The request id of a call of any operation, past or to come.</summary>
    public static string RequestId(int seed, string operation, int call) =>
        new Guid(BytesByOperation.Of(seed, $"request {operation} {call.ToString(CultureInfo.InvariantCulture)}").AsSpan(0, 16)).ToString("D");

    // What was refused has no name: whatever is done to it is refused as well.
    public string NameOf(string word) => names.TryGetValue(word, out var name) ? name : throw new RpcException(new Status(StatusCode.NotFound, $"There is no {word}."));

    public string NameOrNone(string word) => names.GetValueOrDefault(word, "");

    public void Call(string word, string name, bool isHidden = false)
    {
        names[word] = name;
        if (isHidden)
            HiddenNames.Add(name);
    }

    public async Task<Verdict> RecordAsync(Verdict verdict, Metadata by, string? id = null) =>
        (await Verdicts.RecordVerdictAsync(new RecordVerdictRequest { Verdict = verdict, RequestId = id ?? RequestId() }, by)).Verdict;

    public async Task SupersedeAsync(string name, Verdict verdict, string reason, Metadata by)
    {
        verdict.Name = name;
        await Verdicts.SupersedeVerdictAsync(new SupersedeVerdictRequest { Verdict = verdict, Reason = reason, RequestId = RequestId() }, by);
    }

    public async Task StepAsync(string step, string name, Metadata by, TimeSpan? after = null, bool validateOnly = false)
    {
        var id = RequestId();
        switch (step)
        {
            case "submit":
                await Verdicts.SubmitVerdictAsync(new() { Name = name, RequestId = id, ValidateOnly = validateOnly }, by);
                break;
            case "approve":
                await Verdicts.ApproveVerdictAsync(new() { Name = name, RequestId = id, ValidateOnly = validateOnly }, by);
                break;
            case "return":
                await Verdicts.ReturnVerdictAsync(new() { Name = name, Reason = "say it more clearly", RequestId = id, ValidateOnly = validateOnly }, by);
                break;
            case "schedule":
                await Verdicts.ScheduleVerdictAsync(new() { Name = name, PublishAt = After(after!.Value), RequestId = id, ValidateOnly = validateOnly }, by);
                break;
            case "publish":
                await Verdicts.PublishVerdictAsync(new() { Name = name, RequestId = id, ValidateOnly = validateOnly }, by);
                break;
            case "withdraw":
                await Verdicts.WithdrawVerdictAsync(new() { Name = name, Reason = "recorded in error", RequestId = id, ValidateOnly = validateOnly }, by);
                break;
            default:
                throw new ArgumentException(step, nameof(step));
        }
    }

    public async Task<Inspection> CreateAsync(Inspection inspection, Metadata by) =>
        (await Inspections.CreateInspectionAsync(new CreateInspectionRequest { Inspection = inspection, RequestId = RequestId() }, by)).Inspection;

    public async Task AdvanceAsync(string name, Metadata by, int steps = 4)
    {
        foreach (var state in ToPrePublication.Take(steps))
            await Inspections.AdvanceInspectionAsync(new AdvanceInspectionRequest { Name = name, State = state, RequestId = RequestId() }, by);
    }

    public Timestamp After(TimeSpan after) => Timestamp.FromDateTimeOffset(service.Time.Now + after);

    /// <summary>What the public lists, without what must be left alone; in its order, which both stores share.</summary>
    public async Task<IReadOnlyList<Verdict>> PublicAsync(IReadOnlyCollection<string> leftAlone)
    {
        var listed = await Verdicts.ListVerdictsAsync(new ListVerdictsRequest { PageSize = 500 });
        string[] names = [.. leftAlone.Select(NameOrNone)];
        return [.. listed.Verdicts.Where(verdict => !names.Contains(verdict.Name) && !People.Granted.Contains(verdict.InspectionKey))];
    }
}
