using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>
/// The facts of a record as named cells. Words are not among them, nor where the record was read: two editions that say the
/// same are equal.
/// </summary>
internal static class Cells
{
    /// <summary>The cells of the inspection, and of each verdict under <c>... of {key}</c>. Empty ones are left out.</summary>
    public static SortedDictionary<string, string> Of(ImportedRecord record)
    {
        var cells = new SortedDictionary<string, string>(StringComparer.Ordinal);
        AddInspection(cells, record.Inspection);
        foreach (var verdict in record.Verdicts)
            foreach (var (name, value) in Of(verdict.Verdict))
                cells[$"{name} of {verdict.Key}"] = value;
        return cells;
    }

    /// <summary>The cells of one verdict.</summary>
    public static SortedDictionary<string, string> Of(Verdict verdict)
    {
        var cells = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Add(cells, "authors", string.Join(' ', verdict.Authors));
        Add(cells, "framework", verdict.Framework);
        Add(cells, "framework_version", verdict.FrameworkVersion);
        Add(cells, "process", verdict.Process);
        Add(cells, "aspect", verdict.Aspect);
        Add(cells, "judgement", verdict.Judgement);
        Add(cells, "subject", Named(verdict.Subject));
        Add(cells, "areas", string.Join(' ', verdict.Footprint.Areas));
        Add(cells, "grade", verdict.Grade?.Code ?? "");
        Add(cells, "not_judged_reason", verdict.NotJudgedReason);
        Add(cells, "evidence", string.Join(' ', verdict.Evidence.Select(evidence => $"{evidence.Type}*{evidence.Count}{evidence.Reference}{evidence.Indicator}{(evidence.NotCounted ? "-" : "")}")));
        AddRange(cells, "evidence_window", verdict.EvidenceWindow);
        AddRange(cells, "fieldwork", verdict.Fieldwork);
        Add(cells, "published_on", verdict.PublishedOn);
        Add(cells, "placed_on", verdict.PlacedOn);
        Add(cells, "coding", verdict.Coding.ToString());
        Add(cells, "mapped_from", verdict.MappedFrom);
        Add(cells, "pilot", verdict.Pilot ? "yes" : "");
        Add(cells, "credits_earlier_action", verdict.CreditsEarlierAction ? "yes" : "");
        return cells;
    }

    /// <summary>Whether two records say the same.</summary>
    public static bool SameFacts(ImportedRecord one, ImportedRecord other) => Of(one).SequenceEqual(Of(other));

    /// <summary>Whether two inspections say the same.</summary>
    public static bool SameFacts(Inspection one, Inspection other)
    {
        var (cells, others) = (new SortedDictionary<string, string>(), new SortedDictionary<string, string>());
        AddInspection(cells, one);
        AddInspection(others, other);
        return cells.SequenceEqual(others);
    }

    /// <summary>Whether two verdicts say the same.</summary>
    public static bool SameFacts(Verdict one, Verdict other) => Of(one).SequenceEqual(Of(other));

    private static void AddInspection(SortedDictionary<string, string> cells, Inspection inspection)
    {
        Add(cells, "kind", inspection.Kind.ToString());
        Add(cells, "framework", inspection.Framework);
        Add(cells, "framework_version", inspection.FrameworkVersion);
        Add(cells, "areas", string.Join(' ', inspection.Footprint.Areas));
        Add(cells, "agencies", string.Join("; ", inspection.Agencies.Select(Named).Order(StringComparer.Ordinal)));
        AddRange(cells, "fieldwork", inspection.Fieldwork);
        Add(cells, "published_on", inspection.PublishedOn);
        Add(cells, "theme", inspection.Theme);
        foreach (var participation in inspection.Participation)
            Add(cells, $"participation of {participation.Inspectorate}", participation.State.ToString());
        Add(cells, "pilot", inspection.Pilot ? "yes" : "");
        if (inspection.PilotTerms is { } terms)
        {
            Add(cells, "pilot_publish_by", terms.PublishBy);
            Add(cells, "pilot_to_be_decided_on", terms.ToBeDecidedOn);
            Add(cells, "pilot_learning_report", $"{terms.LearningReportUri} {terms.LearningReportOn}".Trim());
        }

        Add(cells, "statement_due_on", inspection.StatementDueOn);
    }

    private static string Named(Subject subject) =>
        subject.Kind == Subject.Types.Kind.Partnership ? "partnership" : Named(subject.Agency);

    private static string Named(Agency agency) => string.Join(' ', new[] { agency.Kind, agency.Code, agency.Name }.Where(part => part.Length > 0));

    private static void AddRange(SortedDictionary<string, string> cells, string name, DateRange? range)
    {
        Add(cells, name + ".start", range?.Start ?? "");
        Add(cells, name + ".end", range?.End ?? "");
    }

    private static void Add(SortedDictionary<string, string> cells, string name, string value)
    {
        if (value.Length > 0)
            cells[name] = value;
    }
}
