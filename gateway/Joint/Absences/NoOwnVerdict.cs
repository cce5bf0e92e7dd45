using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Absences;

/// <summary>
/// Inspectorates that took part in a joint inspection and keep no verdict of it. Only of those that answered: what the
/// others keep is not known.
/// </summary>
internal static class NoOwnVerdict
{
    public static IEnumerable<Absence> In(AreaView view)
    {
        var kept = view.Verdicts.Select(verdict => (verdict.Inspectorate, verdict.InspectionKey)).ToHashSet();
        return
            from answer in view.Answers
            where answer.IsShown
            from inspection in view.TookPartIn(answer.Inspectorate)
            where inspection.Kind is Inspection.Types.Kind.Joint && !kept.Contains((answer.Inspectorate, inspection.Key))
            select new Absence
            {
                Inspectorate = answer.Inspectorate,
                Kind = Absence.Types.Kind.NoOwnVerdict,
                InspectionKey = inspection.Key,
                Explanation = $"{view.Descriptions.Label(answer.Inspectorate)} took part in {InspectionWords.Of(inspection)} "
                    + "and keeps no verdict of its own from it.",
            };
    }
}
