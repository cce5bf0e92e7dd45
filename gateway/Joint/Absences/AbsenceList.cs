using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Absences;

/// <summary>Everything that is not there though it might be looked for, by inspectorate.</summary>
internal static class AbsenceList
{
    public static IEnumerable<Absence> Of(AreaView view) =>
        NotInspected.In(view)
            .Concat(NotParticipating.In(view))
            .Concat(NoOwnVerdict.In(view))
            .Concat(NotJudged.In(view))
            .OrderBy(absence => absence.Inspectorate, StringComparer.Ordinal)
            .ThenBy(absence => absence.Kind)
            .ThenByDescending(absence => absence.InspectionKey, StringComparer.Ordinal)
            .ThenBy(absence => absence.Explanation, StringComparer.Ordinal)
            .DistinctBy(absence => absence.Explanation);
}
