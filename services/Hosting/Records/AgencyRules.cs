using Inspectorates.Reference;
using Inspectorates.V1;
using Agency = Inspectorates.V1.Agency;

namespace Inspectorates.Hosting.Records;

/// <summary>Whom a record is about.</summary>
internal static class AgencyRules
{
    public static void Subject(this Faults faults, string field, Subject? subject, KnownFrameworks known)
    {
        if (subject is null)
        {
            faults.Add(ErrorReason.FieldRequired, field, $"{field} is required: an agency, or the partnership.");
            return;
        }

        faults.Required($"{field}.kind", subject.Kind);
        if (subject.Kind == V1.Subject.Types.Kind.Agency && subject.Agency is null)
            faults.Add(ErrorReason.FieldRequired, $"{field}.agency", $"{field}.agency is required where the kind is AGENCY.");
        else if (subject.Kind == V1.Subject.Types.Kind.Partnership && subject.Agency is not null)
            faults.Add(ErrorReason.FieldsInconsistent, $"{field}.agency", $"{field}.agency is given though the kind is PARTNERSHIP.");
        else if (subject.Agency is { } agency)
            faults.Agency($"{field}.agency", agency, known);
    }

    public static void Agency(this Faults faults, string field, Agency agency, KnownFrameworks known)
    {
        faults.Text($"{field}.name", agency.Name, 200);
        faults.Text($"{field}.code", agency.Code, 64);
        if (!faults.Require($"{field}.kind", agency.Kind, "local-authority"))
            return;

        var isKnown = AgencyKinds.TryFind(agency.Kind, out var kind) && kind.IsAgency;
        if (!isKnown && !known.HostKinds.Contains(agency.Kind))
            faults.Add(
                ErrorReason.AgencyKindUnknown, $"{field}.kind",
                $"'{Shown.Of(agency.Kind)}' is no known kind of agency. Known: {string.Join(", ", AgencyKinds.All.Where(one => one.IsAgency).Select(one => one.Code))}.");
        else if (isKnown && agency.Code.Length > 0 && !kind!.Accepts(agency.Code))
            faults.Add(
                ErrorReason.AgencyCodeMalformed, $"{field}.code",
                $"'{Shown.Of(agency.Code)}' is no code of the kind {agency.Kind}: {kind.IdentifierWords ?? "agencies of this kind have no codes"}.");
    }
}
