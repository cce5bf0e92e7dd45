using Google.Protobuf.Collections;
using Inspectorates.Reference;
using Inspectorates.V1;
using Agency = Inspectorates.V1.Agency;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>Interests and themes in requests.</summary>
internal static class InterestRules
{
    /// <summary>Checks interests and brings their areas to DfE codes.</summary>
    public static void Interests(this Faults faults, string path, RepeatedField<Interest> interests, int most, KnownFrameworks known)
    {
        if (interests.Count > most)
            faults.Add(ErrorReason.FieldOutOfRange, path, $"{path} has {interests.Count}; at most {most} are held.");
        for (var place = 0; place < Math.Min(interests.Count, most); place++)
            Interest(faults, $"{path}[{place}]", interests[place], known);
    }

    /// <summary>Checks a theme.</summary>
    public static void Theme(this Faults faults, string field, string theme, string framework, KnownFrameworks known, bool isRequired)
    {
        if (theme.Length == 0 && !isRequired)
            return;
        if (faults.Require(field, theme, "strategy-discussion") && !ThemeNames.Has(known, framework, theme))
            faults.Add(
                ErrorReason.FieldMalformed, field,
                $"'{Shown.Of(theme)}' is no theme of {framework}: one is the code of a judgement of it or of a process of the catalogue, or one of its themes in its words.");
    }

    private static void Interest(Faults faults, string path, Interest interest, KnownFrameworks known)
    {
        faults.Required($"{path}.kind", interest.Kind);
        if (faults.Require($"{path}.authority", interest.Authority, "926"))
            interest.Authority = faults.Area($"{path}.authority", interest.Authority) ?? "";
        if (interest.Agency is { } agency)
        {
            faults.Agency($"{path}.agency", agency, known);
            if (agency.Name.Length > 0)
                faults.Add(ErrorReason.FieldOutputOnly, $"{path}.agency.name", $"{path}.agency.name is left empty: the code says which agency.");
            // A code in words might be a name.
            if (agency.Code.Length > 0 && MightBeAnything(agency))
                faults.Add(ErrorReason.AgencyCodeMalformed, $"{path}.agency.code", $"{path}.agency.code is none of an agency known here: leave it empty.");
        }

        if (faults.Day($"{path}.from", interest.From) is { } from && faults.Day($"{path}.until", interest.Until) is { } until && until < from)
            faults.Add(ErrorReason.FieldsInconsistent, $"{path}.until", $"{path}.until is before its first day.");
    }

    private static bool MightBeAnything(Agency agency) =>
        (!AgencyKinds.TryFind(agency.Kind, out var kind) || kind.IdentifierPattern is null || kind.Accepts("a-name"))
        && !Areas.England.All.SelectMany(area => area.Agencies).Any(known => known.Kind == agency.Kind && known.Code == agency.Code);
}
