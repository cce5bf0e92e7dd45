using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Absences;

/// <summary>
/// Agencies serving the area that an inspectorate has powers over and of which it has neither a verdict nor an
/// inspection. Only of inspectorates that answered: what the others have is not known.
/// </summary>
internal static class NotInspected
{
    public static IEnumerable<Absence> In(AreaView view) =>
        view.Answers.Where(answer => answer.IsShown).SelectMany(answer => view.Hosted(answer)
            .Where(agency => !view.HasAnyVerdict(answer.Inspectorate, agency) && !HasInspection(view, answer.Inspectorate, agency))
            .Select(agency => new Absence
            {
                Inspectorate = answer.Inspectorate,
                Kind = Absence.Types.Kind.NotInspected,
                Agency = agency.Name,
                Explanation = $"No inspection of {agency.Name} by {view.Descriptions.Label(answer.Inspectorate)}, which has "
                    + "powers over it, is recorded here.",
            }));

    // An inspection of no agency in particular is of the partnership, and so of all its agencies.
    private static bool HasInspection(AreaView view, string inspectorate, Agency agency) =>
        view.Records.Inspections
            .Where(inspection => inspection.Inspectorate == inspectorate || TookPart(inspection, inspectorate))
            .Any(inspection => inspection.Agencies.Count == 0
                || inspection.Agencies.Any(inspected =>
                    Subjects.MayBeSame(inspected, agency, view.Catalogue.KindsMayBeSame)));

    private static bool TookPart(Inspection inspection, string inspectorate) =>
        inspection.Participation.Any(participation =>
            participation.Inspectorate == inspectorate && participation.State is Participation.Types.State.TookPart);
}
