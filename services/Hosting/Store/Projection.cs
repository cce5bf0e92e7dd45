using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// Makes the public's tables from what the build before wrote: it knows of none, and may have run on this schema until now.
/// Run once at the start, before anybody is answered.
/// </summary>
internal static class Projection
{
    private const int Together = 500;

    /// <summary>Projects what is public in the record and not yet in the public's tables.</summary>
    /// <returns>How many revisions were projected; 0: there was nothing to project.</returns>
    public static int CatchUp(IStore store)
    {
        using var session = store.OpenForWriting();
        var projected = 0;
        while (true)
        {
            session.Begin([]);
            session.BeginRequest();
            var unprojected = session.Query(
                $"""
                SELECT c.seq, c.public_position, e.kind, e.body, e.at, COALESCE(v.public_from, i.public_from), e.revision
                FROM change c JOIN entry e ON e.seq = c.seq
                LEFT JOIN verdict_revision v ON v.seq = c.seq
                LEFT JOIN inspection_revision i ON i.seq = c.seq
                WHERE c.public_position > (SELECT COALESCE(MAX(position), 0) FROM
                  (SELECT MAX(position) AS position FROM public_verdict UNION ALL SELECT MAX(position) FROM public_inspection) AS known)
                ORDER BY c.public_position LIMIT {Together}
                """,
                row => (
                    Place: new PublicPlace(row.GetInt64(0), row.GetInt64(1), row.GetString(4), (int)row.GetInt64(6)), Kind: row.GetString(2), Body: row.Bytes(3),
                    Counts: Days.Parse(row.GetString(5))!.Value));
            foreach (var (place, kind, body, counts) in unprojected)
                Open(session, place, kind, body, counts);
            session.EndRequest(keep: true);
            session.Commit();
            projected += unprojected.Count;
            if (unprojected.Count < Together)
                return projected;
        }
    }

    private static void Open(WriteSession session, PublicPlace place, string kind, byte[] body, DateOnly counts)
    {
        if (kind == EntryKinds.Verdict)
            PublicTable.Open(session, place, WithoutDraft(session, Verdict.Parser.ParseFrom(body)), counts);
        else
            PublicTable.Open(session, place, Inspection.Parser.ParseFrom(body), counts);
    }

    // That build made tombstones of the latest revision, whoever might see it.
    private static Verdict WithoutDraft(WriteSession session, Verdict verdict)
    {
        if (verdict.State != Verdict.Types.State.Withdrawn || PublicTable.Verdict(session, verdict.Name) is not { } known)
            return verdict;
        VerdictTable.Bury(known, verdict.RevisionReason);
        return known;
    }
}
