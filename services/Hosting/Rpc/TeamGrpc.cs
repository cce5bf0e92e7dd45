using Grpc.Core;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Teams;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves who carries out inspections: to staff by pseudonym, to the public by role and background.</summary>
internal sealed class TeamGrpc(
    InspectorIntake inspectors, AssignmentIntake assignments, TeamWrites writes, RecordWriter writer, FurtherReading reading, ReadFilters filters)
    : TeamService.TeamServiceBase
{
    public override Task<RecordInspectorResponse> RecordInspector(RecordInspectorRequest request, ServerCallContext context)
    {
        var inspector = inspectors.New(request.Inspector);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RecordInspectorResponse { Inspector = writes.Record(session, stamp, inspector) }, repeatable: true);
    }

    public override Task<ReviseInspectorResponse> ReviseInspector(ReviseInspectorRequest request, ServerCallContext context)
    {
        var inspector = inspectors.Revised(request.Inspector);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new ReviseInspectorResponse { Inspector = writes.Revise(session, stamp, inspector, request.Etag) }, repeatable: true);
    }

    public override async Task<GetInspectorResponse> GetInspector(GetInspectorRequest request, ServerCallContext context) =>
        new() { Inspector = await reading.GetAsync(InspectorKind.Kind, request.Name, request.RecordedAsOf, context) };

    public override async Task<ListInspectorsResponse> ListInspectors(ListInspectorsRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        var home = request.HomeAuthority.Length == 0 ? "" : faults.Area("home_authority", request.HomeAuthority) ?? "";
        faults.ThrowIfAny();
        var list = new FurtherList("", "", request.RecordedAsOf, request.AllRevisions, ("framework", request.Framework), ("home", home))
        { Check = found => filters.Framework(found, request.Framework) };
        var (records, next) = await reading.ListAsync(InspectorKind.Kind, request, list, context);
        return new ListInspectorsResponse { Inspectors = { records }, NextPageToken = next };
    }

    public override Task<AssignInspectorResponse> AssignInspector(AssignInspectorRequest request, ServerCallContext context)
    {
        var assignment = assignments.Assignment(request.Inspection, request.Assignment);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new AssignInspectorResponse { Team = writes.Assign(session, stamp, request.Inspection, assignment, request.Etag) }, repeatable: true);
    }

    public override Task<RecuseInspectorResponse> RecuseInspector(RecuseInspectorRequest request, ServerCallContext context)
    {
        assignments.Recusal(request);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new RecuseInspectorResponse { Team = writes.Recuse(session, stamp, request) }, repeatable: true);
    }

    public override Task<SignThemeResponse> SignTheme(SignThemeRequest request, ServerCallContext context)
    {
        assignments.Signature(request);
        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (session, stamp) =>
            new SignThemeResponse { Team = writes.Sign(session, stamp, request) }, repeatable: true);
    }

    public override async Task<GetTeamResponse> GetTeam(GetTeamRequest request, ServerCallContext context) =>
        new() { Team = await reading.GetAsync(TeamKind.Kind, request.Name, request.RecordedAsOf, context) };

    public override async Task<ListTeamsResponse> ListTeams(ListTeamsRequest request, ServerCallContext context)
    {
        var list = new FurtherList(
            request.Area, request.AsOf, request.RecordedAsOf, request.AllRevisions, ("inspection", request.Inspection), ("inspector", request.Inspector));
        var (records, next) = await reading.ListAsync(TeamKind.Kind, request, list, context);
        return new ListTeamsResponse { Teams = { records }, NextPageToken = next };
    }
}
