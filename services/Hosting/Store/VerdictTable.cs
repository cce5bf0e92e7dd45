using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>Verdicts as the writer sees and appends them.</summary>
internal sealed class VerdictTable(EntryLog log)
{
    /// <summary>Whether there is a verdict of an inspection.</summary>
    /// <param name="inspection">Its name.</param>
    public static bool HasOf(WriteSession session, string inspection) => session.Number(
        "SELECT COUNT(*) FROM verdict_revision WHERE inspection = @inspection", ("@inspection", inspection)) > 0;

    /// <summary>The latest revision, whoever may see it; null: no such verdict.</summary>
    public static Verdict? Find(WriteSession session, string name) => session.First(
        "SELECT e.body FROM verdict_revision v JOIN entry e ON e.seq = v.seq WHERE v.name = @name ORDER BY v.revision DESC LIMIT 1",
        row => Verdict.Parser.ParseFrom(row.Bytes(0)), ("@name", name));

    /// <summary>Who wrote, or handed in, what has not been public yet: issuer and subject of each.</summary>
    public static List<(string Issuer, string Subject)> Authors(WriteSession session, string name) => session.Query(
        """
        SELECT DISTINCT e.issuer, e.subject FROM verdict_revision v JOIN entry e ON e.seq = v.seq
        WHERE v.name = @name AND v.authored = 1
          AND v.revision > COALESCE((SELECT MAX(revision) FROM verdict_revision WHERE name = @name AND public_from IS NOT NULL), 0)
        """,
        row => (row.GetString(0), row.GetString(1)), ("@name", name));

    /// <summary>Why what has not been public yet was last written anew; empty: it is the first.</summary>
    public static string ReasonSincePublic(WriteSession session, string name)
    {
        var reasons = session.Query(
            """
            SELECT e.body FROM verdict_revision v JOIN entry e ON e.seq = v.seq
            WHERE v.name = @name AND v.authored = 1
              AND v.revision > COALESCE((SELECT MAX(revision) FROM verdict_revision WHERE name = @name AND public_from IS NOT NULL), 0)
            ORDER BY v.revision DESC LIMIT 1
            """,
            row => Verdict.Parser.ParseFrom(row.Bytes(0)).RevisionReason, ("@name", name));
        return reasons is [var reason, ..] ? reason : "";
    }

    /// <summary>
    /// Appends a tombstone, of what the public knew: a draft over it is no part of that and stays in the history only. What the
    /// public never saw leaves it none.
    /// </summary>
    /// <param name="current">The latest revision, whoever may see it.</param>
    /// <param name="counts">From which day it counts when the past is read.</param>
    public Verdict Withdraw(WriteSession session, Stamp stamp, Verdict current, string reason, DateOnly counts)
    {
        // The entry holds the same: the build before shows the public what is in it.
        var opened = PublicTable.Verdict(session, current.Name);
        var tombstone = opened ?? current.Clone();
        Bury(tombstone, reason);
        return Append(session, stamp, tombstone, current.Revision + 1, counts, opened);
    }

    /// <summary>Makes a verdict its own tombstone.</summary>
    public static void Bury(Verdict verdict, string reason)
    {
        verdict.State = Verdict.Types.State.Withdrawn;
        verdict.RevisionReason = reason;
        verdict.PublishAt = null;
        verdict.StateReason = "";
    }

    /// <summary>Appends a revision; fills what only the service sets.</summary>
    /// <param name="verdict">The verdict with its name. Changed in place and returned.</param>
    /// <param name="revision">Its number among all revisions.</param>
    /// <param name="counts">From which day it counts when the past is read, if it is public.</param>
    /// <param name="opened">What the public gets from now on; null: it gets nothing new.</param>
    /// <param name="authored">Whether the caller counts among the authors.</param>
    public Verdict Append(
        WriteSession session, Stamp stamp, Verdict verdict, int revision, DateOnly counts, Verdict? opened, bool authored = true)
    {
        verdict.Revision = revision;
        verdict.RecordedAt = Timestamp.FromDateTimeOffset(stamp.At);
        verdict.Etag = "";
        verdict.Etag = Etags.Of(verdict);
        var from = (opened is null ? stamp.Today : counts).Iso();

        var seq = log.Append(session, stamp, EntryKinds.Verdict, verdict.Name, revision, verdict.ToByteArray());
        var position = ChangeTable.Append(session, seq, opened is not null);
        if (revision > 1)
        {
            new Span(from).EndOlder(session, "verdict_revision", "staff_until", verdict.Name);
            if (opened is not null)
                new Span(from).EndOlder(session, "verdict_revision", "public_until", verdict.Name);
        }

        session.Insert(
            "verdict_revision",
            ("name", verdict.Name), ("revision", revision), ("seq", seq),
            ("withdrawn", verdict.State == Verdict.Types.State.Withdrawn ? 1 : 0), ("framework", verdict.Framework),
            ("process", verdict.Process), ("coding", (int)verdict.Coding), ("inspection", verdict.Inspection),
            ("inspection_key", verdict.InspectionKey), ("sort_day", PublicDays.OfFirst(verdict, stamp.Today).Iso()),
            ("public_from", opened is null ? null : from), ("public_until", opened is null ? null : Days.Open), ("staff_from", from),
            ("staff_until", Days.Open), ("authored", authored ? 1 : 0));
        foreach (var area in verdict.Footprint.Areas)
            session.Insert("verdict_area", ("area", area), ("name", verdict.Name), ("revision", revision));
        if (opened is not null)
            PublicTable.Open(session, new PublicPlace(seq, position!.Value, session.Head.At, revision), opened, counts);
        return verdict;
    }
}
