using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Hosting.Verification;

/// <summary>What is to open by itself: all that the log says is, at its instant, and nothing else.</summary>
internal sealed class ScheduleTable(RecordDatabase database) : ITableCheck
{
    private const int NanosPerTick = 100;
    private long rows;

    public void Entry(LoggedEntry entry)
    {
        if (RecordKind.All.FirstOrDefault(one => one.Name == entry.Kind) is not { } kind || !IsLatest(kind, entry))
            return;
        var row = database.One("SELECT kind, publish_at FROM schedule WHERE name = @name", ("@name", entry.Name));
        rows += row is null ? 0 : 1;
        var (due, where) = (kind.Read(entry.Body, "").PublishAt, $"entry {entry.Number}: schedule");
        if (due is not null && row is null)
            throw new BrokenRecordException($"{where} has no row of it");
        // The build before knows of no schedule: a row it left behind opens nothing, for the record decides.
        if (due is null && row is not null && entry.Format > 1)
            throw new BrokenRecordException($"{where} has a row of what is not to open by itself");
        if (due is not null)
            Rows.MustSay(row!, 0, [("kind", kind.Name), ("publish_at", Text(due))], where);
    }

    public void End()
    {
        if (database.Count("SELECT COUNT(*) FROM schedule") != rows)
            throw new BrokenRecordException("schedule: there are rows that are in no entry");
    }

    private bool IsLatest(RecordKind kind, LoggedEntry entry) => database.One(
        $"SELECT 1 FROM {kind.Revisions} WHERE name = @name AND revision = @next", ("@name", entry.Name), ("@next", entry.Revision + 1)) is null;

    // The first instant of the clock that is not before it.
    private static string Text(Timestamp instant) => instant.ToDateTime().AddTicks(instant.Nanos % NanosPerTick == 0 ? 0 : 1)
        .ToString("O", CultureInfo.InvariantCulture);
}
