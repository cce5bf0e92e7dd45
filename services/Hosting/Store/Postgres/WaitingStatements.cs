using Npgsql;

namespace Inspectorates.Hosting.Store.Postgres;

/// <summary>
/// Statements that wait to be sent together. Rows of one table become one statement, however many there are: each statement
/// costs the server more than a row does. Rows of different tables may change places, since nothing between them is read.
/// </summary>
/// <param name="inserts">How rows are inserted, by table.</param>
internal sealed class WaitingStatements(InsertStatements inserts)
{
    private readonly List<object> waiting = [];

    public int Count => waiting.Count;

    public void Add(NpgsqlBatchCommand command) => waiting.Add(command);

    public void Add(string table, (string Column, object? Value)[] row) => waiting.Add(new Row(table, row));

    public void AddAll(WaitingStatements others) => waiting.AddRange(others.waiting);

    public void Clear() => waiting.Clear();

    /// <summary>All of them as a batch; none waits afterwards.</summary>
    public NpgsqlBatch Take(NpgsqlConnection connection)
    {
        var batch = new NpgsqlBatch(connection);
        var rows = new List<Row>();
        foreach (var one in waiting)
        {
            if (one is Row row)
            {
                rows.Add(row);
                continue;
            }

            Take(rows, batch);
            batch.BatchCommands.Add((NpgsqlBatchCommand)one);
        }

        Take(rows, batch);
        waiting.Clear();
        return batch;
    }

    private void Take(List<Row> rows, NpgsqlBatch batch)
    {
        foreach (var table in rows.GroupBy(row => row.Table))
            batch.BatchCommands.Add(inserts.Of(table.Key, [.. table.Select(row => row.Cells)]));
        rows.Clear();
    }

    private sealed record Row(string Table, (string Column, object? Value)[] Cells);
}
