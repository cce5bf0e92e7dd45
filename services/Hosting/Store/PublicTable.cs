using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Store;

/// <summary>
/// What the public may see, as it gets it: revisions are counted over public ones, recorded when they opened, and the fields
/// of the workflow are left out. Nothing here depends on what is hidden.
/// </summary>
internal static class PublicTable
{
    /// <summary>The verdict as the public has it; null: it has it not.</summary>
    public static Verdict? Verdict(WriteSession session, string name) => session.First(
        "SELECT body FROM public_verdict WHERE name = @name ORDER BY revision DESC LIMIT 1",
        row => V1.Verdict.Parser.ParseFrom(row.Bytes(0)), ("@name", name));

    /// <summary>The inspection as the public has it; null: it has it not.</summary>
    public static Inspection? Inspection(WriteSession session, string name) => session.First(
        "SELECT body FROM public_inspection WHERE name = @name ORDER BY revision DESC LIMIT 1",
        row => V1.Inspection.Parser.ParseFrom(row.Bytes(0)), ("@name", name));

    /// <summary>The verdict as the public has it, and not withdrawn; null: there is none that stands.</summary>
    public static Verdict? StandingVerdict(WriteSession session, string name) =>
        Verdict(session, name) is { State: not V1.Verdict.Types.State.Withdrawn } verdict ? verdict : null;

    /// <summary>The inspection as the public has it, and not withdrawn; null: there is none that stands.</summary>
    public static Inspection? StandingInspection(WriteSession session, string name) =>
        Inspection(session, name) is { State: not V1.Inspection.Types.State.Withdrawn } inspection ? inspection : null;

    /// <summary>The verdicts of an inspection as the public has them, withdrawn ones left out.</summary>
    public static List<Verdict> VerdictsOf(WriteSession session, string inspection) => session.Query(
        "SELECT body FROM public_verdict WHERE inspection = @inspection AND counts_until = @open AND withdrawn = 0 ORDER BY name",
        row => V1.Verdict.Parser.ParseFrom(row.Bytes(0)), ("@inspection", inspection), ("@open", Days.Open));

    /// <summary>The standing verdicts of one coding on a process of an inspection, as the public has them.</summary>
    public static List<Verdict> OfProcess(WriteSession session, string inspectionKey, string process, Verdict.Types.Coding coding) =>
        session.Query(
            """
            SELECT body FROM public_verdict WHERE inspection_key = @key AND process = @process AND coding = @coding
              AND counts_until = @open AND withdrawn = 0 ORDER BY name
            """,
            row => V1.Verdict.Parser.ParseFrom(row.Bytes(0)),
            ("@key", inspectionKey), ("@process", process), ("@coding", (int)coding), ("@open", Days.Open));

    /// <summary>Opens a revision of a verdict to the public.</summary>
    /// <param name="place">The entry that opened it.</param>
    /// <param name="content">Its content; its revision, times and etag are filled here.</param>
    /// <param name="counts">From which day it counts when the past is read.</param>
    public static void Open(WriteSession session, PublicPlace place, Verdict content, DateOnly counts)
    {
        var shown = content.Clone();
        shown.Revision = Next(session, "public_verdict", content.Name, place);
        shown.RecordedAt = Timestamp.FromDateTimeOffset(Instants.Parse(place.At));
        shown.PublishAt = null;
        shown.StateReason = "";
        shown.Etag = "";
        shown.Etag = Etags.Of(shown);

        if (shown.Revision > 1)
            new Span(counts.Iso()).EndOlder(session, "public_verdict", "counts_until", shown.Name);
        session.Insert(
            "public_verdict",
            ("name", shown.Name), ("revision", shown.Revision), ("position", place.Position), ("seq", place.Seq), ("known_at", place.At),
            ("withdrawn", shown.State == V1.Verdict.Types.State.Withdrawn ? 1 : 0), ("framework", shown.Framework),
            ("process", shown.Process), ("coding", (int)shown.Coding), ("inspection", shown.Inspection),
            ("inspection_key", shown.InspectionKey),
            ("sort_day", PublicDays.OfFirst(shown, LondonClock.DayOf(Instants.Parse(place.At))).Iso()), ("counts_from", counts.Iso()),
            ("counts_until", Days.Open), ("body", shown.ToByteArray()));
        foreach (var area in shown.Footprint.Areas)
            session.Insert("public_verdict_area", ("area", area), ("name", shown.Name), ("revision", shown.Revision));
    }

    /// <summary>Opens a revision of an inspection to the public; as <see cref="Open(WriteSession, PublicPlace, V1.Verdict, DateOnly)"/>.</summary>
    public static void Open(WriteSession session, PublicPlace place, Inspection content, DateOnly counts)
    {
        var shown = content.Clone();
        shown.Revision = Next(session, "public_inspection", content.Name, place);
        shown.RecordedAt = Timestamp.FromDateTimeOffset(Instants.Parse(place.At));
        shown.PublishAt = null;
        shown.Etag = "";
        shown.Etag = Etags.Of(shown);

        if (shown.Revision > 1)
            new Span(counts.Iso()).EndOlder(session, "public_inspection", "counts_until", shown.Name);
        session.Insert(
            "public_inspection",
            ("name", shown.Name), ("revision", shown.Revision), ("position", place.Position), ("seq", place.Seq), ("known_at", place.At),
            ("withdrawn", shown.State == V1.Inspection.Types.State.Withdrawn ? 1 : 0), ("framework", shown.Framework),
            ("inspection_key", shown.Key), ("sort_day", InspectionTable.SortDay(shown)), ("counts_from", counts.Iso()),
            ("counts_until", Days.Open), ("body", shown.ToByteArray()));
        foreach (var area in shown.Footprint.Areas)
            session.Insert("public_inspection_area", ("area", area), ("name", shown.Name), ("revision", shown.Revision));
    }

    // The first of a name is the first for everybody: most records need no look-up.
    private static int Next(WriteSession session, string table, string name, PublicPlace place) =>
        place.Revision == 1 ? 1 : 1 + (int)session.Number($"SELECT MAX(revision) FROM {table} WHERE name = @name", ("@name", name));
}

/// <summary>Where something became public.</summary>
/// <param name="Seq">The entry.</param>
/// <param name="Position">The position in the public's own sequence.</param>
/// <param name="At">The entry's instant, as stored.</param>
/// <param name="Revision">The entry's revision among all.</param>
internal sealed record PublicPlace(long Seq, long Position, string At, int Revision);
