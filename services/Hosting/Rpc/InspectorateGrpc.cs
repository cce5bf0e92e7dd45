using Grpc.Core;
using Inspectorates.Hosting.Frameworks;
using Inspectorates.Hosting.Indicators;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves the inspectorate's description of itself, which of its frameworks applies, and its registry of indicators.</summary>
internal sealed class InspectorateGrpc(KnownFrameworks known, KnownIndicators indicators, ReadFilters filters, FrameworkQuestions questions)
    : InspectorateService.InspectorateServiceBase
{
    private const int MostIndicators = 500;

    public override Task<GetInspectorateResponse> GetInspectorate(GetInspectorateRequest request, ServerCallContext context)
    {
        if (request.AsOf.Length == 0)
            return Task.FromResult(new GetInspectorateResponse { Inspectorate = known.Description });
        var faults = new Faults();
        var day = filters.Which(faults, "", request.AsOf, null).Day;
        faults.ThrowIfAny();
        var description = known.Description.Clone();
        description.Frameworks.Clear();
        description.Frameworks.Add(known.Description.Frameworks.Select(framework => AsKnown.On(framework, day)).OfType<Framework>());
        return Task.FromResult(new GetInspectorateResponse { Inspectorate = description, AsOf = day.Iso() });
    }

    public override Task<ResolveFrameworkResponse> ResolveFramework(ResolveFrameworkRequest request, ServerCallContext context) =>
        questions.ResolveAsync(request, Caller.Of(context), context.CancellationToken);

    public override Task<ListIndicatorsResponse> ListIndicators(ListIndicatorsRequest request, ServerCallContext context)
    {
        var size = request.PageSize == 0 ? MostIndicators : Pages.Size(request.PageSize);
        if (request.PageToken.Length > 0 && indicators.Find(request.PageToken) is null)
            throw RefusalException.Of(
                ErrorReason.PageTokenInvalid, "page_token", "The page token was not given by this method. Begin again without one.");
        var left = indicators.All.Where(indicator => string.CompareOrdinal(indicator.Code, request.PageToken) > 0).ToList();
        var response = new ListIndicatorsResponse { Indicators = { left.Take(size) } };
        response.NextPageToken = left.Count > size ? response.Indicators[^1].Code : "";
        return Task.FromResult(response);
    }
}
