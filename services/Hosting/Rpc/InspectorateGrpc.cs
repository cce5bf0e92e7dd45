using Grpc.Core;
using Inspectorates.Hosting.Frameworks;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves the inspectorate's description of itself, and which of its frameworks applies.</summary>
internal sealed class InspectorateGrpc(KnownFrameworks known, ReadFilters filters, FrameworkQuestions questions)
    : InspectorateService.InspectorateServiceBase
{
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
}
