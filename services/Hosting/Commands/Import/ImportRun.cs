using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Commands.Import;

/// <summary>Imports one file that has been read.</summary>
internal sealed class ImportRun(ImportClient client)
{
    /// <summary>How many of the file's rows the service has answered for, should it be cut short.</summary>
    public int Done { get; private set; }

    /// <param name="progress">Told how many rows are done.</param>
    public async Task<FileSummary> RunAsync(InputFile file, Action<int> progress, CancellationToken cancelled)
    {
        var outcomes = new Queue<ImportOutcome>();
        var rows = new List<RowOutcome>(file.Records.Count);
        foreach (var batch in Batches.Of(file.Records.OfType<FactsRecord>().SelectMany(record => record.Records)))
        {
            foreach (var outcome in await client.SendAsync(batch, cancelled))
                outcomes.Enqueue(outcome);
            Settle(file, rows, outcomes);
            progress(Done = rows.Count);
        }

        Settle(file, rows, outcomes);
        progress(Done = rows.Count);
        return FileSummary.Of(file, rows);
    }

    // Outcomes come in the order of the records; a row is settled once all of its own are there.
    private static void Settle(InputFile file, List<RowOutcome> rows, Queue<ImportOutcome> outcomes)
    {
        while (rows.Count < file.Records.Count)
        {
            var row = file.Records[rows.Count];
            var needed = row is FactsRecord facts ? facts.Records.Count : 0;
            if (outcomes.Count < needed)
                return;
            rows.Add(RowOutcome.Of(row, [.. Enumerable.Range(0, needed).Select(_ => outcomes.Dequeue())]));
        }
    }
}
