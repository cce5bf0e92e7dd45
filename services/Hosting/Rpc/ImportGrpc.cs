using Grpc.Core;
using Inspectorates.Hosting.Importing;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Indicators;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Brings published facts into the record, each record by itself.</summary>
internal sealed class ImportGrpc(
    ImportRules rules, FollowUpImport followUps, RecordImport import, ReadingImport readings, RecordWriter writer)
    : ImportService.ImportServiceBase
{
    public const int Most = 100;

    public override Task<ImportRecordsResponse> ImportRecords(ImportRecordsRequest request, ServerCallContext context)
    {
        if (request.Records.Count is 0 or > Most)
            throw RefusalException.Of(
                request.Records.Count == 0 ? ErrorReason.FieldRequired : ErrorReason.FieldOutOfRange, "records",
                $"records has {request.Records.Count}; a request has 1 to {Most}.");
        var offered = request.Records.Select((record, index) => Taken(record, $"records[{index}]")).ToList();

        return writer.OnceAsync(request, request.RequestId, request.ValidateOnly, Caller.Of(context), (connection, stamp) =>
            new ImportRecordsResponse
            {
                Outcomes = { offered.Select(one => one.Refused ?? Run(connection, stamp, one.Record)) },
            });
    }

    private ImportOutcome Run(WriteSession session, Stamp stamp, ImportedRecord record) => record.IndicatorReading is { } reading
        ? readings.Run(session, stamp, reading, record.SourceKey)
        : import.Run(session, stamp, record);

    private static ImportOutcome Refused(ImportedRecord offered, string why) =>
        new() { SourceKey = offered.SourceKey, Category = ImportOutcome.Types.Category.Refused, Explanation = why };

    private (ImportedRecord Record, ImportOutcome? Refused) Taken(ImportedRecord offered, string path)
    {
        var record = offered.Clone();
        var faults = new Faults();
        rules.Complete(faults, path, record);
        if (faults.Found.Count == 0 && followUps.Fault(record) is { } refusal)
            return (record, Refused(offered, refusal.Message));
        return faults.Found.Count == 0 ? (record, null) : (record, Refused(offered, string.Join(" ", faults.Found.Take(10).Select(fault => fault.Message))));
    }
}
