using Inspectorates.V1;

namespace Inspectorates.Hosting.Commands.Import;

/// <summary>Cuts records into requests the service takes.</summary>
internal static class Batches
{
    private const int MostBytes = 3 * 1024 * 1024;

    public static IEnumerable<IReadOnlyList<ImportedRecord>> Of(IEnumerable<ImportedRecord> records)
    {
        var (batch, bytes) = (new List<ImportedRecord>(), 0);
        foreach (var record in records)
        {
            var size = record.CalculateSize();
            if (batch.Count == Rpc.ImportGrpc.Most || (batch.Count > 0 && bytes + size > MostBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(record);
            bytes += size;
        }

        if (batch.Count > 0)
            yield return batch;
    }
}
