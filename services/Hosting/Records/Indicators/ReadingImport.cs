using Inspectorates.Hosting.Importing;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using static Inspectorates.V1.ImportOutcome.Types;

namespace Inspectorates.Hosting.Records.Indicators;

/// <summary>Imports one reading on the writer: a later edition supersedes, an older one never does, and the same again changes nothing.</summary>
internal sealed class ReadingImport(Names names, FurtherTable records)
{
    /// <param name="offered">The reading, complete; not changed.</param>
    /// <param name="sourceKey">The key it has at its source.</param>
    public ImportOutcome Run(WriteSession session, Stamp stamp, IndicatorReading offered, string sourceKey)
    {
        var standing = FurtherTable.With(session, ReadingKind.Kind, "area", offered.Area)
            .Find(one => one.Indicator == offered.Indicator && one.Period == offered.Period);
        if (standing is null)
        {
            var recorded = offered.Clone();
            recorded.Name = names.New(ReadingKind.Kind);
            return Outcome(Category.Recorded, records.Append(session, stamp, ReadingKind.Kind, recorded));
        }

        var isLater = EditionOrder.Compare(offered.Source, standing.Source) > 0;
        if (SaysTheSame(standing, offered))
            // That a later edition says the same is kept: an edition between the two must not supersede afterwards.
            return Outcome(Category.Unchanged, isLater ? Revised(standing, $"edition {offered.Source.Edition} says the same") : standing);
        if (!isLater)
        {
            var conflict = Outcome(Category.Conflicting, standing);
            conflict.Explanation = "An edition that is not the later says otherwise; what stands stays.";
            conflict.Conflicts.Add(new ImportConflict { Field = "value", Stands = Words(standing), Offered = Words(offered), StandsEdition = standing.Source.Edition });
            return conflict;
        }

        return Outcome(Category.Superseded, Revised(standing, $"edition {offered.Source.Edition}"));

        IndicatorReading Revised(IndicatorReading before, string reason)
        {
            var revised = offered.Clone();
            (revised.Name, revised.Revision, revised.RevisionReason) = (before.Name, before.Revision, reason);
            return records.Append(session, stamp, ReadingKind.Kind, revised);
        }

        ImportOutcome Outcome(Category category, IndicatorReading reading) =>
            new() { SourceKey = sourceKey, Category = category, IndicatorReading = reading.Name };
    }

    private static bool SaysTheSame(IndicatorReading one, IndicatorReading other) =>
        (one.Value, one.Code, one.Counted, one.RoundedTo, one.PeriodEnd) == (other.Value, other.Code, other.Counted, other.RoundedTo, other.PeriodEnd);

    private static string Words(IndicatorReading reading) => reading.Value.Length > 0 ? reading.Value : EnumNames.NameOf(reading.Code);
}
