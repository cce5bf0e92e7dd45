using Grpc.Core;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves the inspectorate's inspections.</summary>
internal sealed class InspectionGrpc(
    InspectionRules rules, InspectionSteps steps, RecordWriter writer, InspectionReader reader, ReadFilters filters, Pages pages)
    : InspectionService.InspectionServiceBase
{
    private const string Example = "inspectorates/ofsted/inspections/3f2504e0";

    public override Task<CreateInspectionResponse> CreateInspection(CreateInspectionRequest request, ServerCallContext context)
    {
        var inspection = Complete(request.Inspection, named: false);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new CreateInspectionResponse { Inspection = steps.Create(session, stamp, inspection) });
    }

    public override async Task<GetInspectionResponse> GetInspection(GetInspectionRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        var known = filters.Known(faults, request.RecordedAsOf);
        faults.ThrowIfAny();
        return new GetInspectionResponse { Inspection = await reader.GetAsync(Caller.Of(context), request.Name, known, context.CancellationToken) };
    }

    public override async Task<ListInspectionsResponse> ListInspections(ListInspectionsRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        var query = new InspectionQuery(filters.Which(faults, request.Area, request.AsOf, request.RecordedAsOf), request.Framework);
        filters.Framework(faults, request.Framework);
        faults.ThrowIfAny();

        var caller = Caller.Of(context);
        var from = pages.Open(request, request.PageToken, caller);
        query = query with { Which = query.Which with { Day = from?.Day ?? query.Which.Day } };
        var page = await reader.ListAsync(caller, query, Pages.Size(request.PageSize), from?.Place, context.CancellationToken);
        return new ListInspectionsResponse
        {
            Inspections = { page.Records },
            NextPageToken = pages.Token(request, caller, query.Which.Day, page.Next),
        };
    }

    public override Task<UpdateInspectionResponse> UpdateInspection(UpdateInspectionRequest request, ServerCallContext context)
    {
        var inspection = Complete(request.Inspection, named: true);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new UpdateInspectionResponse { Inspection = steps.Update(session, stamp, inspection, request.Etag) });
    }

    public override Task<RecordParticipationResponse> RecordParticipation(RecordParticipationRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        faults.Require("name", request.Name, Example);
        if (request.Participation is null)
            faults.Add(ErrorReason.FieldRequired, "participation", "participation is required: which inspectorate, and whether it takes part.");
        else
            InspectionRules.Participation(faults, "participation", request.Participation);
        faults.ThrowIfAny();
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RecordParticipationResponse { Inspection = steps.Participate(session, stamp, request.Name, request.Etag, request.Participation!) });
    }

    public override Task<AdvanceInspectionResponse> AdvanceInspection(AdvanceInspectionRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        faults.Require("name", request.Name, Example);
        faults.Required("state", request.State);
        faults.ThrowIfAny();
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new AdvanceInspectionResponse { Inspection = steps.Advance(session, stamp, request.Name, request.Etag, request.State) });
    }

    public override Task<ScheduleInspectionResponse> ScheduleInspection(ScheduleInspectionRequest request, ServerCallContext context)
    {
        VerdictIntake.Step(request.Name, Example);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new ScheduleInspectionResponse { Inspection = steps.Schedule(session, stamp, request.Name, request.Etag, request.PublishAt) });
    }

    public override Task<PublishInspectionResponse> PublishInspection(PublishInspectionRequest request, ServerCallContext context)
    {
        VerdictIntake.Step(request.Name, Example);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new PublishInspectionResponse { Inspection = steps.Publish(session, stamp, request.Name, request.Etag) });
    }

    public override Task<WithdrawInspectionResponse> WithdrawInspection(WithdrawInspectionRequest request, ServerCallContext context)
    {
        VerdictIntake.Step(request.Name, Example, request.Reason);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new WithdrawInspectionResponse { Inspection = steps.Withdraw(session, stamp, request.Name, request.Etag, request.Reason) });
    }

    private Inspection Complete(Inspection? given, bool named)
    {
        var inspection = given?.Clone() ?? throw RefusalException.Of(ErrorReason.FieldRequired, "inspection", "inspection is required.");
        var faults = new Faults();
        rules.Complete(faults, "inspection", inspection, named);
        if (named)
            faults.Require("inspection.name", inspection.Name, Example);
        faults.ThrowIfAny();
        return inspection;
    }
}
