using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>Inspections as the writer sees and appends them.</summary>
internal sealed class InspectionTable(EntryLog log)
{
    /// <summary>The latest revision, whoever may see it; null: no such inspection.</summary>
    public static StoredInspection? Find(WriteSession session, string name) => session.First(
        """
        SELECT e.body, v.revision, v.staff_from FROM inspection_revision v JOIN entry e ON e.seq = v.seq
        WHERE v.name = @name ORDER BY v.revision DESC LIMIT 1
        """,
        row => new StoredInspection(Inspection.Parser.ParseFrom(row.Bytes(0)), (int)row.GetInt64(1), Days.Parse(row.GetString(2))!.Value), ("@name", name));

    /// <summary>
    /// The name of the public inspection with a key; null: none. One that is not public yet has no part in what an import makes
    /// public: neither its name nor its days, and it is not published by it.
    /// </summary>
    public static string? NameOfPublic(WriteSession session, string key) => session.First(
        "SELECT name FROM inspection_revision WHERE key = @key AND public_from IS NOT NULL ORDER BY seq LIMIT 1", row => row.GetString(0), ("@key", key));

    /// <summary>Who wrote the record of an inspection that has not been public yet: issuer and subject of each.</summary>
    public static List<(string Issuer, string Subject)> Authors(WriteSession session, string name) => session.Query(
        """
        SELECT DISTINCT e.issuer, e.subject FROM inspection_revision v JOIN entry e ON e.seq = v.seq
        WHERE v.name = @name AND v.authored = 1
        """,
        row => (row.GetString(0), row.GetString(1)), ("@name", name));

    /// <summary>Appends a revision; fills what only the service sets.</summary>
    /// <param name="inspection">The inspection with its name and key. Changed in place and returned.</param>
    /// <param name="revision">Its number among all revisions.</param>
    /// <param name="counts">From which day it counts when the past is read, if it is public.</param>
    /// <param name="opened">What the public gets from now on; null: it gets nothing new.</param>
    /// <param name="authored">Whether the caller counts among the authors.</param>
    public Inspection Append(
        WriteSession session, Stamp stamp, Inspection inspection, int revision, DateOnly counts, Inspection? opened, bool authored = true)
    {
        inspection.Revision = revision;
        inspection.RecordedAt = Timestamp.FromDateTimeOffset(stamp.At);
        inspection.Etag = "";
        inspection.Etag = Etags.Of(inspection);
        var from = (opened is null ? stamp.Today : counts).Iso();

        var seq = log.Append(session, stamp, EntryKinds.Inspection, inspection.Name, revision, inspection.ToByteArray());
        var position = ChangeTable.Append(session, seq, opened is not null);
        if (revision > 1)
        {
            new Span(from).EndOlder(session, "inspection_revision", "staff_until", inspection.Name);
            if (opened is not null)
                new Span(from).EndOlder(session, "inspection_revision", "public_until", inspection.Name);
        }

        session.Insert(
            "inspection_revision",
            ("name", inspection.Name), ("revision", revision), ("seq", seq), ("key", inspection.Key),
            ("framework", inspection.Framework), ("sort_day", SortDay(inspection)), ("public_from", opened is null ? null : from),
            ("public_until", opened is null ? null : Days.Open), ("staff_from", from), ("staff_until", Days.Open),
            ("authored", authored ? 1 : 0));
        foreach (var area in inspection.Footprint.Areas)
            session.Insert("inspection_area", ("area", area), ("name", inspection.Name), ("revision", revision));
        if (opened is not null)
            PublicTable.Open(session, new PublicPlace(seq, position!.Value, session.Head.At, revision), opened, counts);
        return inspection;
    }

    /// <summary>The day by which inspections are listed; empty: none is known.</summary>
    public static string SortDay(Inspection inspection) =>
        new[] { inspection.Fieldwork?.Start, inspection.Fieldwork?.End, inspection.PublishedOn }
            .FirstOrDefault(day => !string.IsNullOrEmpty(day)) ?? "";
}

/// <summary>An inspection as stored.</summary>
/// <param name="Inspection">The inspection.</param>
/// <param name="Revision">Which revision of it, from 1.</param>
/// <param name="From">From which day that revision counts.</param>
internal sealed record StoredInspection(Inspection Inspection, int Revision, DateOnly From);
