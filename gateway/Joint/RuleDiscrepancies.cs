using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>
/// Published results that do not follow from their inspectorate's own rule, as the inspectorates' services record them,
/// and how many published results there are beside them. Nothing is checked here: a rule is its inspectorate's.
/// </summary>
internal static class RuleDiscrepancies
{
    /// <summary>Every recorded discrepancy in the areas, newest report first; a record of an inspection over several once.</summary>
    public static IReadOnlyList<ListedDiscrepancy> List(
        IReadOnlySet<string> areas, IReadOnlyList<SourceAnswer> answers, string inspectorate)
    {
        var descriptions = new Descriptions(answers);
        return
        [
            .. Inspections(areas, answers, inspectorate)
                .SelectMany(inspection => inspection.Discrepancies.Select(found => Write(inspection, found, descriptions)))
                .OrderByDescending(listed => listed.PublishedOn, StringComparer.Ordinal)
                .ThenBy(listed => listed.Inspection, StringComparer.Ordinal)
                .ThenBy(listed => listed.Discrepancy.Judgement, StringComparer.Ordinal),
        ];
    }

    /// <summary>How each inspectorate's published results stand to its rules, in the order of their codes.</summary>
    public static IReadOnlyList<RuleCount> Count(
        IReadOnlySet<string> areas, IReadOnlyList<SourceAnswer> answers, string inspectorate)
    {
        var descriptions = new Descriptions(answers);
        var inspections = Inspections(areas, answers, inspectorate).ToLookup(inspection => inspection.Inspectorate);
        return
        [
            .. answers.Where(answer => inspectorate.Length == 0 || answer.Inspectorate == inspectorate)
                .OrderBy(answer => answer.Inspectorate, StringComparer.Ordinal)
                .Select(answer => Count(answer, [.. inspections[answer.Inspectorate]], descriptions)),
        ];
    }

    private static IEnumerable<Inspection> Inspections(
        IReadOnlySet<string> areas, IReadOnlyList<SourceAnswer> answers, string inspectorate) =>
        answers
            .Where(answer => answer.IsShown && (inspectorate.Length == 0 || answer.Inspectorate == inspectorate))
            .SelectMany(answer => answer.Inspections.DistinctBy(inspection => inspection.Name))
            .Where(inspection => inspection.State is not Inspection.Types.State.Withdrawn
                && (inspection.Footprint?.Areas.Any(areas.Contains) ?? false));

    private static RuleCount Count(SourceAnswer answer, List<Inspection> inspections, Descriptions descriptions)
    {
        var label = descriptions.Label(answer.Inspectorate);
        var discrepant = inspections.Count(inspection => inspection.Discrepancies.Count > 0);
        var without = inspections.Count(inspection => inspection.Discrepancies.Count == 0
            && string.IsNullOrEmpty(Framework(inspection, descriptions)?.AggregationRule));
        var rest = inspections.Count - discrepant - without;
        return new()
        {
            Inspectorate = answer.Inspectorate,
            Label = label,
            Answered = answer.IsShown,
            Inspections = inspections.Count,
            WithoutRule = without,
            Discrepant = discrepant,
            NoneRecorded = rest,
            Explanation = answer.IsShown
                ? $"{label} has {Words.Count(inspections.Count, "inspection")} here: {without} under a framework without a rule by which an "
                    + $"overall follows, {discrepant} whose published result does not follow from the rule, and {rest} of which no "
                    + "discrepancy is recorded, because the result follows or because too little is recorded to tell."
                : $"{label} gave no proper answer, so that nothing is known of its results; that is not agreement with its rules.",
        };
    }

    private static ListedDiscrepancy Write(Inspection inspection, RuleDiscrepancy found, Descriptions descriptions)
    {
        var framework = Framework(inspection, descriptions);
        var judgement = framework?.Judgements.FirstOrDefault(known => known.Code == found.Judgement)?.Label;
        return new()
        {
            Inspectorate = inspection.Inspectorate,
            Areas = { inspection.Footprint.Areas },
            Inspection = inspection.Name,
            Framework = inspection.Framework,
            FrameworkVersion = inspection.FrameworkVersion,
            FrameworkLabel = string.IsNullOrEmpty(framework?.Label) ? inspection.Framework : framework.Label,
            JudgementLabel = string.IsNullOrEmpty(judgement) ? found.Judgement : judgement,
            Published = Grade(found.PublishedGrade, framework),
            Allowed = { found.AllowedGrades.Select(code => Grade(code, framework)) },
            Discrepancy = found.Clone(),
            Fieldwork = inspection.Fieldwork?.Clone(),
            PublishedOn = inspection.PublishedOn,
            ReportUri = inspection.Source?.Uri ?? "",
            Fictional = inspection.Footprint.Areas.Any(Catalogue.IsFictional),
        };
    }

    private static Framework? Framework(Inspection inspection, Descriptions descriptions) =>
        descriptions.Framework(inspection.Inspectorate, inspection.Framework, inspection.FrameworkVersion);

    private static Grade Grade(string code, Framework? framework) =>
        framework?.Grades.FirstOrDefault(known => known.Code == code)?.Clone() ?? new Grade { Code = code, Label = code };
}
