using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>
/// Whether an answer can be used: whether it is the answer to the question, from the inspectorate that was asked, in
/// values the contract knows. An answer with one fault is not used at all, because nobody can say what else is wrong.
/// </summary>
public static class AnswerCheck
{
    /// <summary>Every fault of the answer, each as a sentence; none where it can be used.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="area">DfE code of the area that was asked about; null: all areas.</param>
    public static IEnumerable<string> Faults(SourceAnswer answer, string? area) =>
    [
        .. DescriptionFaults(answer),
        .. answer.Verdicts.SelectMany(verdict => VerdictFaults(verdict, answer.Inspectorate, area)),
        .. Twice(answer.Verdicts.Select(verdict => verdict.Name)),
        .. answer.Inspections.SelectMany(inspection => InspectionFaults(inspection, answer.Inspectorate, area)),
        .. Twice(answer.Inspections.Select(inspection => inspection.Name)),
        .. answer.Earlier.SelectMany(verdict => VerdictFaults(verdict, answer.Inspectorate, area)),
        .. Twice(answer.Earlier.Select(verdict => $"{verdict.Name} in version {verdict.Revision}")),
        .. answer.Positions.SelectMany(position => PositionAnswerFaults.Of(position, answer.Inspectorate, area)),
        .. Twice(answer.Positions.Select(position => $"{position.Name} in version {position.Revision}")),
    ];

    private static IEnumerable<string> DescriptionFaults(SourceAnswer answer)
    {
        if (answer.Description is { } described && described.Code != answer.Inspectorate)
            yield return $"It describes itself as \"{described.Code}\".";
    }

    private static IEnumerable<string> VerdictFaults(Verdict verdict, string inspectorate, string? area) =>
    [
        .. RecordFaults("verdict", verdict.Name, $"inspectorates/{inspectorate}/verdicts/", verdict.Inspectorate, inspectorate),
        .. FootprintFaults(verdict.Name, verdict.Footprint, area),
        .. VerdictAnswerFaults.Of(verdict),
        .. DayFaults(verdict.Name, verdict.Fieldwork?.Start, verdict.Fieldwork?.End, verdict.PublishedOn, verdict.PlacedOn),
    ];

    private static IEnumerable<string> InspectionFaults(Inspection inspection, string inspectorate, string? area) =>
    [
        .. RecordFaults(
            "inspection", inspection.Name, $"inspectorates/{inspectorate}/inspections/", inspection.Inspectorate, inspectorate),
        .. FootprintFaults(inspection.Name, inspection.Footprint, area),
        .. DayFaults(inspection.Name, inspection.Fieldwork?.Start, inspection.Fieldwork?.End, inspection.PublishedOn),
        .. inspection.Participation
            .Where(participation => !IsGiven(participation.State) || participation.Inspectorate.Length == 0)
            .Select(participation =>
                $"{inspection.Name} does not say in a way known here whether \"{participation.Inspectorate}\" took part."),
    ];

    internal static IEnumerable<string> RecordFaults(string what, string name, string prefix, string keeper, string inspectorate)
    {
        if (!name.StartsWith(prefix, StringComparison.Ordinal) || name.Length == prefix.Length)
            yield return $"A {what} has the name \"{name}\", which is none of this inspectorate's.";
        if (keeper != inspectorate)
            yield return $"{name} says that \"{keeper}\" keeps it.";
    }

    private static IEnumerable<string> FootprintFaults(string name, Footprint? footprint, string? area)
    {
        if (footprint is null || footprint.Areas.Count == 0)
            yield return $"{name} is about no area.";
        else if (area is not null && !footprint.Areas.Contains(area))
            yield return $"{name} is not about the area asked for ({area}).";
    }

    private static IEnumerable<string> DayFaults(string name, params IEnumerable<string?> days) =>
        days.Where(day => !string.IsNullOrEmpty(day) && Days.Parse(day) is null)
            .Select(day => $"{name} has \"{day}\" for a day.");

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{same.Key} comes more than once.");

    internal static bool IsGiven<T>(T value) where T : struct, Enum =>
        Enum.IsDefined(value) && !value.Equals(default(T));
}
