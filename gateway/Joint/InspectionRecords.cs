using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>The inspections of an area, newest first. The records of a joint inspection share its key and become one.</summary>
internal static class InspectionRecords
{
    public static IEnumerable<JointInspectionRecord> Merge(IEnumerable<Inspection> records, Descriptions descriptions) =>
        records
            .OrderBy(record => record.Inspectorate, StringComparer.Ordinal)
            .ThenBy(record => record.Name, StringComparer.Ordinal)
            .GroupBy(record => record.Key.Length > 0 ? record.Key : record.Name)
            .Select(ofOne => Merge([.. ofOne], descriptions))
            .OrderByDescending(record => DaySpan.Of(record.Fieldwork)?.First ?? Days.Parse(record.PublishedOn) ?? DateOnly.MinValue)
            .ThenBy(record => record.Key, StringComparer.Ordinal)
            .ThenBy(record => record.Name, StringComparer.Ordinal);

    private static JointInspectionRecord Merge(IReadOnlyList<Inspection> records, Descriptions descriptions)
    {
        var first = records[0];
        var (participation, conflicts) = Participations.Merge(records, descriptions);
        var framework = records
            .Select(record => descriptions.Framework(record.Inspectorate, record.Framework, record.FrameworkVersion)?.Label)
            .FirstOrDefault(label => !string.IsNullOrEmpty(label));
        return new JointInspectionRecord
        {
            Name = first.Name,
            Key = first.Key,
            Names = { records.Select(record => record.Name) },
            Kind = records.Any(record => record.Kind is Inspection.Types.Kind.Joint) ? Inspection.Types.Kind.Joint : first.Kind,
            Framework = first.Framework,
            FrameworkVersion = First(records, record => record.FrameworkVersion),
            FrameworkLabel = framework ?? first.Framework,
            Fieldwork = (records.FirstOrDefault(record => DaySpan.Of(record.Fieldwork) is not null) ?? first).Fieldwork?.Clone(),
            PublishedOn = First(records, record => record.PublishedOn),
            Theme = First(records, record => record.Theme),
            Participation = { participation },
            Pilot = records.Any(record => record.Pilot),
            PilotTerms = PilotTermsOf([.. records.Select(record => record.PilotTerms).OfType<PilotTerms>()]),
            SourceUri = First(records, record => record.Source?.Uri ?? ""),
            StatementDueOn = First(records, record => record.StatementDueOn),
            Discrepancies = { records.SelectMany(record => record.Discrepancies).Distinct().Select(found => found.Clone()) },
            Notes = { Notes(records, conflicts, descriptions).Distinct() },
            Inspectorates = { records.Select(record => record.Inspectorate).Distinct() },
        };
    }

    // Each field from the first record that has it: that the report came one of them may know alone. A day decides what was to be decided.
    private static PilotTerms? PilotTermsOf(IReadOnlyList<PilotTerms> terms)
    {
        if (terms.Count == 0)
            return null;
        var merged = terms[0].Clone();
        merged.PublishBy = terms.Select(one => one.PublishBy).FirstOrDefault(day => day.Length > 0) ?? "";
        var isOpen = merged.PublishBy.Length == 0 && terms.Any(one => one.ToBeDecided || one.ToBeDecidedOn.Length > 0);
        merged.ToBeDecided = isOpen && terms.Any(one => one.ToBeDecided);
        merged.ToBeDecidedOn = isOpen ? terms.Select(one => one.ToBeDecidedOn).FirstOrDefault(day => day.Length > 0) ?? "" : "";
        var report = terms.FirstOrDefault(one => one.LearningReportOn.Length > 0) ?? terms.FirstOrDefault(one => one.LearningReportUri.Length > 0);
        (merged.LearningReportOn, merged.LearningReportUri) = (report?.LearningReportOn ?? "", report?.LearningReportUri ?? "");
        return merged;
    }

    private static IEnumerable<string> Notes(
        IReadOnlyList<Inspection> records, IReadOnlyList<string> conflicts, Descriptions descriptions) =>
    [
        .. records.SelectMany(record => record.Notes),
        .. conflicts,
        .. Conflict("the day it was published", record => record.PublishedOn, records, descriptions),
        .. Conflict("the theme", record => record.Theme, records, descriptions),
        .. Conflict("the day a statement is due", record => record.StatementDueOn, records, descriptions),
        .. Conflict("the day by which what the pilot taught is published", record => record.PilotTerms?.PublishBy ?? "", records, descriptions),
        .. Conflict("the fieldwork", record => Words.Span(record.Fieldwork) ?? "", records, descriptions),
        .. records
            .Where(record => record.State is Inspection.Types.State.Withdrawn)
            .Select(record => $"{descriptions.Label(record.Inspectorate)} has it as withdrawn."),
    ];

    // The first record's value is shown; that another has another is said.
    private static IEnumerable<string> Conflict(
        string what, Func<Inspection, string> field, IReadOnlyList<Inspection> records, Descriptions descriptions)
    {
        var said = records.Where(record => field(record).Length > 0).ToList();
        if (said.Select(field).Distinct().Count() > 1)
            yield return $"The records differ on {what}: "
                + $"{Words.List(said.Select(record => $"{descriptions.Label(record.Inspectorate)} has {field(record)}"))}.";
    }

    private static string First(IReadOnlyList<Inspection> records, Func<Inspection, string> field) =>
        records.Select(field).FirstOrDefault(value => value.Length > 0) ?? "";
}
