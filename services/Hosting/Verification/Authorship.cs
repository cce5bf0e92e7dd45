using Inspectorates.V1;

namespace Inspectorates.Hosting.Verification;

/// <summary>Who counts as an author of a verdict, and may therefore not approve it. Of inspections the log does not tell.</summary>
internal sealed class Authorship(RecordDatabase database) : ITableCheck
{
    public void Entry(LoggedEntry entry)
    {
        if (entry.Kind != RecordKind.Verdict.Name)
            return;
        var verdict = Verdict.Parser.ParseFrom(entry.Body);
        // Authors are looked for after the last revision that was made public: of that one nobody asks.
        if (verdict.State == Verdict.Types.State.Published)
            return;
        var authored = entry.Format == 1 || verdict.State switch
        {
            Verdict.Types.State.Approved or Verdict.Types.State.Scheduled => false,
            // Given back with a reason, or written anew.
            Verdict.Types.State.Draft => verdict.StateReason.Length == 0,
            _ => true,
        };
        var row = database.One("SELECT authored FROM verdict_revision WHERE name = @name AND revision = @revision", ("@name", entry.Name), ("@revision", entry.Revision))!;
        Rows.MustSay(row, 0, [("authored", authored ? 1L : 0L)], $"entry {entry.Number}: verdict_revision");
    }

    public void End()
    {
    }
}
