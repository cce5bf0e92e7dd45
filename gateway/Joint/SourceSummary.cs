using Inspectorates.Gateway.Joint.Absences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>What one inspectorate has for the area and what it has not, in plain words.</summary>
internal static class SourceSummary
{
    private const int InspectionsNamed = 3;

    public static string Of(SourceAnswer answer, AreaView view) =>
        string.Join(' ', Sentences(answer, view));

    private static IEnumerable<string> Sentences(SourceAnswer answer, AreaView view)
    {
        var label = view.Descriptions.Label(answer.Inspectorate);
        var verdicts = view.Verdicts.Where(verdict => verdict.Inspectorate == answer.Inspectorate).ToList();
        yield return answer.IsShown
            ? $"{label} {Has(verdicts, view.Area)}{WithoutOwn(answer, view)}."
            : $"{label} gave no proper answer, so that what it has on {view.Area.Name} is not known.";
        if (answer.State is Source.Types.State.Stale)
            yield return "This is its last answer: what it has published since is not known.";
        if (Latest(verdicts, view.Descriptions) is { } latest) yield return latest;
        if (TookPart(answer.Inspectorate, view) is { } part)
            yield return answer.IsShown ? $"It took part in {part}." : $"Others record that it took part in {part}.";
        if (DidNotTakePart(answer.Inspectorate, view) is { } absent) yield return $"It did not take part in {absent}.";
    }

    private static string Has(List<Verdict> verdicts, Area area)
    {
        var broad = verdicts.Count(verdict => verdict.Judgement.Length > 0);
        var unidentified = verdicts.Count(verdict => verdict.Judgement.Length == 0 && verdict.Process.Length == 0);
        var joint = verdicts.Count(verdict => verdict.Authors.Count != 1);
        if (verdicts.Count == 0) return $"has no verdict on {area.Name}";
        List<string> counts =
        [
            CountOrNone(broad, "broad judgement", "broad judgements"),
            CountOrNone(verdicts.Count - broad - unidentified, "verdict on a process", "verdicts on processes"),
        ];
        if (unidentified > 0)
            counts.Add(Words.Count(
                unidentified, "finding whose process was not identified", "findings whose process was not identified"));
        return $"has {Words.List(counts)} on {area.Name}{(joint > 0 ? $", {joint} of them of joint inspections" : "")}";
    }

    private static string CountOrNone(int count, string one, string several) =>
        count == 0 ? $"no {one}" : Words.Count(count, one, several);

    private static string WithoutOwn(SourceAnswer answer, AreaView view)
    {
        var without = view.Hosted(answer)
            .Where(agency => !view.HasOwnVerdict(answer.Inspectorate, agency))
            .Select(agency => agency.Name)
            .ToList();
        return without.Count == 0 ? "" : $", and no verdict of its own on {Words.List(without)}";
    }

    private static string? Latest(IEnumerable<Verdict> verdicts, Descriptions descriptions)
    {
        var latest = verdicts
            .Where(verdict => descriptions.Judgement(verdict) is not null && verdict.Grade is not null)
            .OrderByDescending(verdict => descriptions.Judgement(verdict)!.Headline)
            .ThenByDescending(verdict => Days.OrderingDay(verdict) ?? DateOnly.MinValue)
            .ThenBy(verdict => verdict.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        if (latest is null) return null;
        var framework = descriptions.Framework(latest)!;
        var under = $"under {framework.Label} ({Words.When(latest)})";
        var judgement = descriptions.Judgement(latest)!;
        return judgement.Headline
            ? $"The latest overall is \"{latest.Grade.Label}\" {under}."
            : $"The latest broad judgement is \"{latest.Grade.Label}\" for \"{judgement.Label}\" {under}.";
    }

    private static string? TookPart(string inspectorate, AreaView view) =>
        Name([.. view.TookPartIn(inspectorate).Where(inspection => inspection.Kind is Inspection.Types.Kind.Joint)]);

    private static string? DidNotTakePart(string inspectorate, AreaView view) =>
        Name([.. view.Inspections.Where(inspection => inspection.Participation.Any(participation =>
            participation.Inspectorate == inspectorate
            && Participations.IsKnown(participation.State)
            && participation.State is not Participation.Types.State.TookPart))]);

    private static string? Name(IReadOnlyList<JointInspectionRecord> inspections)
    {
        if (inspections.Count == 0) return null;
        var named = inspections.Take(InspectionsNamed).Select(InspectionWords.Of);
        var more = inspections.Count - InspectionsNamed;
        return Words.List(more > 0 ? named.Append(Words.Count(more, "earlier joint inspection")) : named);
    }
}
