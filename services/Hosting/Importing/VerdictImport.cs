using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>Brings the verdicts of one record to what is to stand, and counts what became of each.</summary>
internal sealed class VerdictImport(
    WriteSession session, Stamp stamp, Names names, VerdictTable verdicts, ImportOutcome outcome, ImportedRecord standing,
    ImportedRecord? before, ImportDecision decision, Inspection inspection)
{
    private readonly Dictionary<string, string> known = ImportTable.Verdicts(session, standing.SourceKey);

    public void Run()
    {
        var older = before?.Verdicts.ToDictionary(verdict => verdict.Key, verdict => verdict.Verdict) ?? [];
        foreach (var offered in standing.Verdicts)
            Bring(offered.Key, offered.Verdict, older.GetValueOrDefault(offered.Key));
        foreach (var key in older.Keys.Except(standing.Verdicts.Select(verdict => verdict.Key)))
            Vanish(key);
        FollowPilot();
    }

    private void Bring(string key, Verdict offered, Verdict? older)
    {
        var current = known.TryGetValue(key, out var name) ? VerdictTable.Find(session, name) : null;
        if (current is { State: Verdict.Types.State.Withdrawn })
            current = null;
        if (IsReplacedByReading(offered))
        {
            outcome.VerdictsReplacedByReading++;
            if (current is not null)
                Withdraw(current, Coding.Replaced, FirstDay(current));
            return;
        }

        if (current is null)
            Record(key, offered);
        else if (older is not null && Cells.SameFacts(older, offered) && older.Text == offered.Text && SameAuthority(older, offered))
            outcome.VerdictsUnchanged++;
        else
            Supersede(current, offered);
        ReplaceByRule(offered);
    }

    private void Record(string key, Verdict offered)
    {
        var verdict = Filled(offered);
        verdict.Name = names.NewVerdict();
        verdicts.Append(session, stamp, verdict, 1, PublicDays.OfFirst(verdict, stamp.Today), verdict);
        ImportTable.SetVerdict(session, standing.SourceKey, key, verdict.Name);
        outcome.VerdictsRecorded++;
    }

    private void Supersede(Verdict current, Verdict offered)
    {
        var verdict = Filled(offered);
        verdict.Name = current.Name;
        verdict.RevisionReason = decision.Explanation.Length > 0 ? decision.Explanation : $"edition {offered.Source.Edition}";
        var counts = decision.IsRestated ? PublicDays.OfFirst(verdict, stamp.Today) : PublicDays.OfCorrection(verdict, stamp.Today);
        verdicts.Append(session, stamp, verdict, current.Revision + 1, counts, verdict);
        outcome.VerdictsSuperseded++;
    }

    // A source may tell that it was a pilot after others have brought verdicts of it. What is being written over goes its own way.
    private void FollowPilot()
    {
        foreach (var verdict in PublicTable.VerdictsOf(session, inspection.Name).Where(verdict => verdict.Pilot != inspection.Pilot))
        {
            if (VerdictTable.Find(session, verdict.Name) is not { State: Verdict.Types.State.Published } current)
                continue;
            var followed = current.Clone();
            (followed.Pilot, followed.RevisionReason) = (inspection.Pilot, inspection.Pilot ? "its inspection was a pilot" : "its inspection was no pilot");
            verdicts.Append(session, stamp, followed, current.Revision + 1, PublicDays.OfFirst(followed, stamp.Today), followed);
        }
    }

    private void Vanish(string key)
    {
        if (!known.TryGetValue(key, out var name) || VerdictTable.Find(session, name) is not { } current
            || current.State == Verdict.Types.State.Withdrawn)
            return;
        var source = standing.Inspection.Source;
        var counts = decision.IsRestated ? FirstDay(current) : PublicDays.EditionDay(source, stamp.Today);
        Withdraw(current, $"edition {source.Edition} no longer has it", counts);
        outcome.VerdictsWithdrawn++;
    }

    private bool IsReplacedByReading(Verdict offered) =>
        offered is { Coding: Verdict.Types.Coding.ByRule, Process.Length: > 0 }
        && PublicTable.OfProcess(session, inspection.Key, offered.Process, Verdict.Types.Coding.ByReading).Count > 0;

    private void ReplaceByRule(Verdict offered)
    {
        if (offered is not { Coding: Verdict.Types.Coding.ByReading, Process.Length: > 0 })
            return;
        foreach (var byRule in PublicTable.OfProcess(session, inspection.Key, offered.Process, Verdict.Types.Coding.ByRule))
        {
            // The reading says better what was published then: the rule's word never counted.
            Withdraw(byRule, Coding.Replaced, PublicDays.OfFirst(byRule, stamp.Today));
            outcome.VerdictsReplacedByReading++;
        }
    }

    private void Withdraw(Verdict current, string reason, DateOnly counts)
    {
        verdicts.Withdraw(session, stamp, VerdictTable.Find(session, current.Name)!, reason, counts);
        ImportTable.RemoveVerdict(session, current.Name);
    }

    // As the public has it: a draft over it has days of its own.
    private DateOnly FirstDay(Verdict current) =>
        PublicDays.OfFirst(PublicTable.Verdict(session, current.Name) ?? current, stamp.Today);

    private Verdict Filled(Verdict offered)
    {
        var verdict = offered.Clone();
        verdict.Inspection = inspection.Name;
        verdict.InspectionKey = inspection.Key;
        // Never mixed: what a pilot found is a pilot's, whoever forgets to say so.
        verdict.Pilot = inspection.Pilot;
        return verdict;
    }

    private static bool SameAuthority(Verdict one, Verdict other) => one.Source.Authority == other.Source.Authority;

    private static class Coding
    {
        public const string Replaced = "coding by reading of the same inspection and process replaces coding by rule";
    }
}
