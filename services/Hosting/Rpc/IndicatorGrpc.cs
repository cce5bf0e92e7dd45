using Grpc.Core;
using Inspectorates.Hosting.Indicators;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Indicators;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Serves the readings of the inspectorate's indicators.</summary>
internal sealed class IndicatorGrpc(FurtherReading reading, KnownIndicators indicators) : IndicatorService.IndicatorServiceBase
{
    public override async Task<GetIndicatorReadingResponse> GetIndicatorReading(GetIndicatorReadingRequest request, ServerCallContext context) =>
        new() { IndicatorReading = await reading.GetAsync(ReadingKind.Kind, request.Name, request.RecordedAsOf, context) };

    public override async Task<ListIndicatorReadingsResponse> ListIndicatorReadings(ListIndicatorReadingsRequest request, ServerCallContext context)
    {
        var list = new FurtherList(request.Area, request.AsOf, request.RecordedAsOf, request.AllRevisions, ("indicator", request.Indicator))
        {
            Check = faults =>
            {
                if (request.Indicator.Length > 0 && indicators.Find(request.Indicator) is null)
                    faults.Add(
                        ErrorReason.IndicatorUnknown, "indicator",
                        $"'{Shown.Of(request.Indicator)}' is not in this inspectorate's registry of indicators. It has {indicators.Codes}.");
            },
        };
        var (records, next) = await reading.ListAsync(ReadingKind.Kind, request, list, context);
        return new ListIndicatorReadingsResponse { IndicatorReadings = { records }, NextPageToken = next };
    }
}
