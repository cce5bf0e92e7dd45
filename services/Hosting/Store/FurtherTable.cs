using Google.Protobuf;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// Further records of every kind as the writer sees and appends them: each revision an entry of the log, a row that says which, its
/// keys, and, where it is public, the same of what the public gets.
/// </summary>
internal sealed class FurtherTable(EntryLog log)
{
    /// <summary>The latest revision, whoever may see it; null: no such record.</summary>
    public static T? Find<T>(WriteSession session, FurtherKind<T> kind, string name)
        where T : class, IMessage<T>, new() => session.First(
            "SELECT e.body FROM further_record v JOIN entry e ON e.seq = v.seq WHERE v.name = @name AND v.kind = @kind ORDER BY v.revision DESC LIMIT 1",
            row => FurtherKind<T>.Read(row.Bytes(0)), ("@name", name), ("@kind", kind.Code));

    /// <summary>The latest revision, which a change begins with.</summary>
    /// <param name="etag">The etag the caller read; empty: whatever is current.</param>
    /// <exception cref="RefusalException">There is no such record, or it has changed since.</exception>
    public static T Current<T>(WriteSession session, FurtherKind<T> kind, string name, string etag)
        where T : class, IMessage<T>, new()
    {
        var current = Find(session, kind, name) ?? throw RefusalException.Of(kind.NotFound, "name", $"There is no {kind.Noun} '{Shown.Of(name)}'.");
        return etag.Length == 0 || etag == FurtherFields.EtagOf(current)
            ? current
            : throw RefusalException.Of(ErrorReason.EtagMismatch, "etag", $"The {kind.Noun} has changed since it was read. Read it again and decide anew.");
    }

    /// <summary>What the public has of a record; null: nothing.</summary>
    public static T? Public<T>(WriteSession session, FurtherKind<T> kind, string name)
        where T : class, IMessage<T>, new() => session.First(
            "SELECT v.body FROM public_further_record v WHERE v.name = @name AND v.kind = @kind ORDER BY v.revision DESC LIMIT 1",
            row => FurtherKind<T>.Read(row.Bytes(0)), ("@name", name), ("@kind", kind.Code));

    /// <summary>The latest revisions of the records whose latest revision has a key with a value, the longest unchanged first.</summary>
    public static List<T> With<T>(WriteSession session, FurtherKind<T> kind, string key, string value)
        where T : class, IMessage<T>, new() => session.Query(
            """
            SELECT e.body FROM further_key k JOIN further_record v ON v.name = k.name AND v.revision = k.revision JOIN entry e ON e.seq = v.seq
            WHERE k.kind = @kind AND k.key = @key AND k.value = @value
              AND NOT EXISTS (SELECT 1 FROM further_record w WHERE w.name = v.name AND w.revision > v.revision) ORDER BY v.seq
            """,
            row => FurtherKind<T>.Read(row.Bytes(0)), ("@kind", kind.Code), ("@key", key), ("@value", value));

    /// <summary>Every revision that has a key with a value, whatever became of the record, the oldest first.</summary>
    public static List<T> Ever<T>(WriteSession session, FurtherKind<T> kind, string key, string value)
        where T : class, IMessage<T>, new() => session.Query(
            """
            SELECT e.body FROM further_key k JOIN further_record v ON v.name = k.name AND v.revision = k.revision JOIN entry e ON e.seq = v.seq
            WHERE k.kind = @kind AND k.key = @key AND k.value = @value ORDER BY v.seq
            """,
            row => FurtherKind<T>.Read(row.Bytes(0)), ("@kind", kind.Code), ("@key", key), ("@value", value));

    /// <summary>Who wrote what has not been public yet: issuer and subject of each.</summary>
    public static List<(string Issuer, string Subject)> Authors(WriteSession session, string name) => session.Query(
        """
        SELECT DISTINCT e.issuer, e.subject FROM further_record v JOIN entry e ON e.seq = v.seq
        WHERE v.name = @name AND v.seq > COALESCE((SELECT MAX(seq) FROM public_further_record WHERE name = @name), 0)
        """,
        row => (row.GetString(0), row.GetString(1)), ("@name", name));

    /// <summary>Appends a revision; numbers it, dates it and fills the etag.</summary>
    /// <param name="record">The record with its name, and as its <c>revision</c> that of the one before (0: it is the first). Changed in place and returned.</param>
    public T Append<T>(WriteSession session, Stamp stamp, FurtherKind<T> kind, T record)
        where T : class, IMessage<T>, new()
    {
        var (name, revision) = (FurtherFields.NameOf(record), FurtherFields.RevisionOf(record) + 1);
        FurtherFields.Complete(record, revision, stamp.At);
        var seq = log.Append(session, stamp, kind.Code, name, revision, record.ToByteArray());
        session.Insert("further_record", ("name", name), ("revision", revision), ("kind", kind.Code), ("seq", seq), ("known_at", session.Head.At));
        Keys(session, "further_key", kind, record, revision);
        Open(session, stamp, kind, record, seq);
        return record;
    }

    private static void Open<T>(WriteSession session, Stamp stamp, FurtherKind<T> kind, T record, long seq)
        where T : class, IMessage<T>, new()
    {
        var name = FurtherFields.NameOf(record);
        // The first revision is the first for everybody: most records need no look-up.
        var known = FurtherFields.RevisionOf(record) == 1 ? null : Public(session, kind, name);
        if (kind.PublicForm(record, known) is not { } form)
            return;
        var shown = form.Clone();
        var revision = 1 + (known is null ? 0 : FurtherFields.RevisionOf(known));
        FurtherFields.Complete(shown, revision, stamp.At);
        session.Insert(
            "public_further_record",
            ("name", name), ("revision", revision), ("kind", kind.Code),
            ("number", 1 + session.Number("SELECT MAX(number) FROM public_further_record")), ("seq", seq), ("known_at", session.Head.At),
            ("body", shown.ToByteArray()));
        Keys(session, "public_further_key", kind, shown, revision);
    }

    private static void Keys<T>(WriteSession session, string table, FurtherKind<T> kind, T record, int revision)
        where T : class, IMessage<T>, new()
    {
        foreach (var (key, value) in kind.KeysOf(record))
            session.Insert(
                table, ("kind", kind.Code), ("key", key), ("value", value), ("name", FurtherFields.NameOf(record)), ("revision", revision));
    }
}
