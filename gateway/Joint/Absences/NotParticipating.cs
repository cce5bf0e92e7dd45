using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Absences;

/// <summary>Inspectorates that did not take part in a joint inspection, and those of which that is not known.</summary>
internal static class NotParticipating
{
    public static IEnumerable<Absence> In(AreaView view) =>
        view.Inspections
            .Where(inspection => inspection.Kind is Inspection.Types.Kind.Joint)
            .SelectMany(inspection => inspection.Participation.Count == 0
                ? [NobodyKnown(inspection)]
                : inspection.Participation
                    .Where(participation => participation.State is not Participation.Types.State.TookPart)
                    .Select(participation => Of(inspection, participation, view.Descriptions)));

    private static Absence NobodyKnown(JointInspectionRecord inspection) => new()
    {
        Kind = Absence.Types.Kind.ParticipationUnknown,
        InspectionKey = inspection.Key,
        Explanation = $"It is not recorded who took part in {InspectionWords.Of(inspection)}.",
    };

    private static Absence Of(JointInspectionRecord inspection, Participation participation, Descriptions descriptions)
    {
        var who = descriptions.Label(participation.Inspectorate);
        var what = InspectionWords.Of(inspection);
        var why = participation.Reason.Length > 0 ? $": {participation.Reason.TrimEnd('.')}" : "";
        var known = Participations.IsKnown(participation.State);
        return new Absence
        {
            Inspectorate = participation.Inspectorate,
            Kind = known ? Absence.Types.Kind.NotParticipating : Absence.Types.Kind.ParticipationUnknown,
            InspectionKey = inspection.Key,
            Explanation = participation.State switch
            {
                Participation.Types.State.NotInScope => $"{who} did not take part in {what}; its agencies were not in scope{why}.",
                Participation.Types.State.Withdrew => $"{who} withdrew from {what}{why}.",
                Participation.Types.State.NotParticipating => $"{who} did not take part in {what}{why}.",
                _ => $"It is not known whether {who} took part in {what}{why}.",
            },
        };
    }
}
