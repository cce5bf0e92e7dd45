using System.Data.Common;
using Npgsql;

namespace Inspectorates.Hosting.Store.Postgres;

/// <summary>
/// The writer on PostgreSQL. The chain's head is locked from the beginning to the end of the commit, so that replicas append
/// one after the other. Statements wait until something is read or committed and travel together. While nobody else appends,
/// a group that can be run again is sent in one round trip: it takes for granted that the head is where this session left it
/// and that none of its requests was answered before, and its first statement and the answers' key refuse it where that does
/// not hold (docs/decisions/0057-one-round-trip-on-postgresql.md).
/// </summary>
internal sealed class PostgresSession : WriteSession
{
    private const string Savepoint = "SAVEPOINT request";
    private const string AnswersKey = "answer_key_key";

    // How many groups begin by asking after another replica was seen to append: more, the more often that was found too late.
    private const int LeastPatience = 16;
    private const int MostPatience = 1024;

    private readonly NpgsqlConnection connection;
    private readonly WaitingStatements waiting;
    private readonly WaitingStatements ofRequest;
    private readonly Dictionary<string, string> positional = new(StringComparer.Ordinal);
    private LogHead before = LogHead.Empty;
    private LogHead loaded = LogHead.Empty;
    private bool hasSavepoint;
    private IReadOnlyCollection<AnswerKey> taken = [];
    private bool isTaking;
    private int patience = LeastPatience;
    private int doubt = 1;

    /// <param name="connection">An open connection of its own.</param>
    public PostgresSession(NpgsqlConnection connection)
    {
        this.connection = connection;
        var inserts = new InsertStatements(connection);
        (waiting, ofRequest) = (new WaitingStatements(inserts), new WaitingStatements(inserts));
    }

    public override IReadOnlyDictionary<AnswerKey, GivenAnswer> Begin(IReadOnlyCollection<AnswerKey> keys, bool repeatable = false)
    {
        waiting.Clear();
        ofRequest.Clear();
        isTaking = repeatable && doubt == 0;
        if (!isTaking)
            return BeginNow(keys);
        (taken, Head) = (keys, loaded);
        return new Dictionary<AnswerKey, GivenAnswer>();
    }

    private Dictionary<AnswerKey, GivenAnswer> BeginNow(IReadOnlyCollection<AnswerKey> keys)
    {
        var left = loaded;
        using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("BEGIN ISOLATION LEVEL READ COMMITTED"),
                new NpgsqlBatchCommand("SELECT seq, hash, at, public_position FROM log_head WHERE id = 1 FOR UPDATE"),
                AnswersTo(keys),
            },
        };
        using var reader = batch.ExecuteReader();
        reader.Read();
        loaded = new LogHead(reader.GetInt64(0), reader.Bytes(1), reader.GetString(2), reader.GetInt64(3));
        // Where another appended since, it will soon again: then asking first costs less than being refused.
        doubt = loaded.IsAt(left) ? Math.Max(0, doubt - 1) : patience;
        if (!isTaking)
            Head = loaded;
        reader.NextResult();
        var given = new Dictionary<AnswerKey, GivenAnswer>();
        while (reader.Read())
        {
            var hash = reader.Bytes(0);
            given[keys.First(key => key.Hash.AsSpan().SequenceEqual(hash))] = new GivenAnswer(reader.Bytes(1), reader.Bytes(2));
        }

        return given;
    }

    // Something has to be known now: the transaction begins after all, if what was taken for granted holds so far.
    private void StopTaking()
    {
        if (!isTaking)
            return;
        var left = loaded;
        var given = BeginNow(taken);
        isTaking = false;
        if (given.Count > 0 || !loaded.IsAt(left))
            throw new HeadMovedException();
        loaded = left;
    }

    public override void BeginRequest()
    {
        before = Head;
        hasSavepoint = false;
    }

    public override void EndRequest(bool keep)
    {
        if (keep)
        {
            waiting.AddAll(ofRequest);
        }
        else
        {
            // Its answer is not inserted, so that nothing would tell that it was given before.
            StopTaking();
            Head = before;
            if (hasSavepoint)
                waiting.Add(new NpgsqlBatchCommand("ROLLBACK TO " + Savepoint));
        }

        ofRequest.Clear();
        if (hasSavepoint)
            waiting.Add(new NpgsqlBatchCommand("RELEASE " + Savepoint));
    }

    public override void Commit()
    {
        if (Head == loaded)
            StopTaking();
        if (isTaking)
        {
            CommitTaking();
            return;
        }

        if (Head != loaded)
        {
            Run(
                "UPDATE log_head SET seq = @seq, hash = @hash, at = @at, public_position = @position WHERE id = 1",
                ("@seq", Head.Seq), ("@hash", Head.Hash), ("@at", Head.At), ("@position", Head.PublicPosition));
            ofRequest.Add(new NpgsqlBatchCommand("NOTIFY " + PostgresStore.Channel));
        }

        ofRequest.Add(new NpgsqlBatchCommand("COMMIT"));
        waiting.AddAll(ofRequest);
        ofRequest.Clear();
        using var batch = waiting.Take(connection);
        batch.ExecuteNonQuery();
        loaded = Head;
    }

    // One batch is one transaction of the server's own: whatever in it fails, nothing of it remains. The first statement takes
    // the head's lock, waits for whoever has it, and divides by nothing where the head is not where it was left.
    private void CommitTaking()
    {
        ofRequest.Add(new NpgsqlBatchCommand("NOTIFY " + PostgresStore.Channel));
        waiting.AddAll(ofRequest);
        ofRequest.Clear();
        using var batch = waiting.Take(connection);
        batch.BatchCommands.Insert(0, Command(
            """
            UPDATE log_head SET seq = @seq, hash = @hash, at = @at, public_position = @position
            WHERE id = 1 AND 1 / (CASE WHEN seq = @left_seq AND hash = @left_hash THEN 1 ELSE 0 END) = 1
            """,
            [
                ("@seq", Head.Seq), ("@hash", Head.Hash), ("@at", Head.At), ("@position", Head.PublicPosition),
                ("@left_seq", loaded.Seq), ("@left_hash", loaded.Hash),
            ]));
        try
        {
            batch.ExecuteNonQuery();
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DivisionByZero
            || fault is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: AnswersKey })
        {
            (doubt, patience) = (patience, Math.Min(patience * 2, MostPatience));
            throw new HeadMovedException();
        }

        patience = Math.Max(patience - 1, LeastPatience);
        loaded = Head;
    }

    public override void Rollback()
    {
        using var command = new NpgsqlCommand("ROLLBACK", connection);
        command.ExecuteNonQuery();
    }

    public override void Insert(string table, params ReadOnlySpan<(string Column, object? Value)> row)
    {
        HeldText.Check(row);
        ofRequest.Add(table, row.ToArray());
    }

    public override void Run(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) => ofRequest.Add(Command(sql, parameters));

    public override List<T> Query<T>(string sql, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        StopTaking();
        // What was put off comes first: the request reads what it wrote.
        if (ofRequest.Count > 0 && !hasSavepoint)
        {
            waiting.Add(new NpgsqlBatchCommand(Savepoint));
            hasSavepoint = true;
        }

        waiting.AddAll(ofRequest);
        ofRequest.Clear();
        waiting.Add(Command(sql, parameters));
        using var batch = waiting.Take(connection);
        using var reader = batch.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    protected override void Dispose(bool disposing) => connection.Dispose();

    private NpgsqlBatchCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        HeldText.Check(parameters);
        var command = new NpgsqlBatchCommand(Positional(sql, parameters));
        foreach (var (_, value) in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }

    // Parameters by number need no parsing by the driver. Longer names first: @name is the beginning of another.
    private string Positional(string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (positional.TryGetValue(sql, out var known))
            return known;
        var numbers = new List<(string Name, int Number)>();
        foreach (var (name, _) in parameters)
            numbers.Add((name, numbers.Count + 1));
        var numbered = numbers.OrderByDescending(parameter => parameter.Name.Length)
            .Aggregate(sql, (text, parameter) => text.Replace(parameter.Name, $"${parameter.Number}", StringComparison.Ordinal));
        return positional[sql] = numbered;
    }

    private static NpgsqlBatchCommand AnswersTo(IReadOnlyCollection<AnswerKey> keys) =>
        new("SELECT key, fingerprint, response FROM answer WHERE key = ANY($1)")
        {
            Parameters = { new NpgsqlParameter { Value = keys.Select(key => key.Hash).ToArray() } },
        };
}
