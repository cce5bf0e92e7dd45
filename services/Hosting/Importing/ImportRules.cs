using Inspectorates.Hosting.Evidencing;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Indicators;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>What an imported record must be before it is compared with what stands.</summary>
internal sealed class ImportRules(VerdictRules verdicts, InspectionRules inspections, ReadingRules readings, PublicationGate gate)
{
    private const int MostVerdicts = 500;

    /// <summary>Checks a record and completes it in place.</summary>
    public void Complete(Faults faults, string path, ImportedRecord record)
    {
        if (faults.Require($"{path}.source_key", record.SourceKey, "ilacs/926/2022-11-07"))
            faults.Text($"{path}.source_key", record.SourceKey, 200);
        if (record.IndicatorReading is not null)
        {
            readings.Complete(faults, $"{path}.indicator_reading", record.IndicatorReading);
            if (record.Inspection is not null || record.Verdicts.Count > 0 || HasFollowUps(record))
                faults.Add(ErrorReason.FieldsInconsistent, $"{path}.indicator_reading", "A record is a reading of an indicator, or about an inspection, never both.");
            return;
        }

        if (record.Verdicts.Count > MostVerdicts)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.verdicts", $"{path}.verdicts has {record.Verdicts.Count}; at most {MostVerdicts} are taken.");
        if (record.Inspection is null)
        {
            faults.Add(ErrorReason.FieldRequired, $"{path}.inspection", $"{path}.inspection is required.");
            return;
        }

        if (record.Inspection.Source is null)
            faults.Add(ErrorReason.FieldRequired, $"{path}.inspection.source", $"{path}.inspection.source is required: its edition and authority decide what supersedes what.");
        if (record.Inspection.State == Inspection.Types.State.Unspecified)
            record.Inspection.State = Inspection.Types.State.Published;
        else if (record.Inspection.State != Inspection.Types.State.Published)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.inspection.state", "What is imported is published: the state is PUBLISHED.");
        inspections.Complete(faults, $"{path}.inspection", record.Inspection);
        Verdicts(faults, path, record);
    }

    private static bool HasFollowUps(ImportedRecord record) =>
        record.Statement is not null || record.Recommendations.Count + record.Replies.Count + record.AccuracyExchanges.Count > 0;

    private void Verdicts(Faults faults, string path, ImportedRecord record)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < record.Verdicts.Count; index++)
        {
            var (field, offered) = ($"{path}.verdicts[{index}]", record.Verdicts[index]);
            if (faults.Require($"{field}.key", offered.Key, "help-and-protection") && !keys.Add(offered.Key))
                faults.Add(ErrorReason.FieldsInconsistent, $"{field}.key", $"The key '{Shown.Of(offered.Key)}' is there twice in this record.");
            faults.Text($"{field}.key", offered.Key, 200);
            if (offered.Verdict is null)
                faults.Add(ErrorReason.FieldRequired, $"{field}.verdict", $"{field}.verdict is required.");
            else
                Verdict(faults, $"{field}.verdict", offered.Verdict, record.Inspection);
        }
    }

    private void Verdict(Faults faults, string path, Verdict verdict, Inspection inspection)
    {
        if (verdict.Inspection.Length > 0)
            faults.Add(ErrorReason.FieldOutputOnly, $"{path}.inspection", $"{path}.inspection is filled from the record: leave it out.");
        if (verdict.State == V1.Verdict.Types.State.Unspecified)
            verdict.State = V1.Verdict.Types.State.Published;
        else if (verdict.State != V1.Verdict.Types.State.Published)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.state", "What is imported is published: the state is PUBLISHED.");
        verdict.Source ??= inspection.Source?.Clone();
        if (verdict.FrameworkVersion.Length == 0 && verdict.Framework == inspection.Framework)
            verdict.FrameworkVersion = inspection.FrameworkVersion;
        verdicts.Complete(faults, path, verdict, joint: inspection.Kind == Inspection.Types.Kind.Joint);
        // What is imported is public at once: it is no way around the gate.
        if (gate.IsHearsay(verdict))
            faults.Add(PublicationGate.Hearsay(path));
    }
}
