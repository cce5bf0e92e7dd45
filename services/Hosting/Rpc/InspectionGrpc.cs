using Grpc.Core;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves the inspectorate's inspections.</summary>
internal sealed class InspectionGrpc(
    InspectionRules rules, RecordWriter writer, InspectionReader reader, ReadFilters filters, Pages pages) : InspectionService.InspectionServiceBase
{
    public override Task<CreateInspectionResponse> CreateInspection(CreateInspectionRequest request, ServerCallContext context)
    {
        var inspection = request.Inspection?.Clone() ?? throw RefusalException.Of(ErrorReason.FieldRequired, "inspection", "inspection is required.");
        var faults = new Faults();
        rules.Complete(faults, "inspection", inspection);
        faults.ThrowIfAny();
        inspection.Key = InspectionKeys.Of(inspection, "");

        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (connection, stamp) =>
        {
            inspection.Name = Names.OfInspection(inspection.Inspectorate);
            var counts = PublicDays.OfFirst(inspection, [], stamp.Today);
            return new CreateInspectionResponse { Inspection = InspectionTable.Append(connection, stamp, inspection, 1, counts) };
        });
    }

    public override Task<GetInspectionResponse> GetInspection(GetInspectionRequest request, ServerCallContext context) =>
        Task.FromResult(new GetInspectionResponse { Inspection = reader.Get(Caller.Of(context), request.Name) });

    public override Task<ListInspectionsResponse> ListInspections(ListInspectionsRequest request, ServerCallContext context)
    {
        var faults = new Faults();
        var query = new InspectionQuery(ReadFilters.Area(faults, request.Area), request.Framework, filters.AsOf(faults, request.AsOf));
        filters.Framework(faults, request.Framework);
        faults.ThrowIfAny();

        var caller = Caller.Of(context);
        var from = pages.Open(request, request.PageToken, caller);
        query = query with { Day = from?.Day ?? query.Day };
        var page = reader.List(caller, query, Pages.Size(request.PageSize), from?.Place);
        var response = new ListInspectionsResponse { NextPageToken = pages.Token(request, caller, query.Day, page.Next) };
        response.Inspections.AddRange(page.Records);
        return Task.FromResult(response);
    }
}
