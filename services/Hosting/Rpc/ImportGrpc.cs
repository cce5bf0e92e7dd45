using Grpc.Core;
using Inspectorates.Hosting.Importing;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Brings published facts into the record, each record by itself.</summary>
internal sealed class ImportGrpc(ImportRules rules, RecordImport import, RecordWriter writer) : ImportService.ImportServiceBase
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
                Outcomes = { offered.Select(one => one.Refused ?? import.Run(connection, stamp, one.Record)) },
            });
    }

    private (ImportedRecord Record, ImportOutcome? Refused) Taken(ImportedRecord offered, string path)
    {
        var record = offered.Clone();
        var faults = new Faults();
        rules.Complete(faults, path, record);
        return faults.Found.Count == 0 ? (record, null) : (record, new ImportOutcome
        {
            SourceKey = offered.SourceKey,
            Category = ImportOutcome.Types.Category.Refused,
            Explanation = string.Join(" ", faults.Found.Take(10).Select(fault => fault.Message)),
        });
    }
}
