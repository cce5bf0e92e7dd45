using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;
using State = Inspectorates.V1.Inspector.Types.State;

namespace Inspectorates.Hosting.Records.Teams;

/// <summary>Takes inspectors from requests: checked, and told all faults at once. None of their fields takes free text.</summary>
internal sealed class InspectorIntake(IInspectorate inspectorate, KnownFrameworks known)
{
    private const string Path = "inspector";
    private const int Most = 100;

    /// <summary>An inspector to be recorded.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public Inspector New(Inspector? given)
    {
        var (faults, taken) = (new Faults(), Given(given));
        faults.OutputOnly($"{Path}.name", taken.Name.Length > 0);
        faults.OutputOnly($"{Path}.inspectorate", taken.Inspectorate.Length > 0);
        faults.OutputOnly($"{Path}.revision", taken.Revision != 0);
        faults.OutputOnly($"{Path}.recorded_at", taken.RecordedAt is not null);
        faults.OutputOnly($"{Path}.etag", taken.Etag.Length > 0);
        return Complete(faults, taken);
    }

    /// <summary>An inspector as they are to be from now on; what only the service sets is left empty.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public Inspector Revised(Inspector? given)
    {
        var (faults, taken) = (new Faults(), Given(given));
        faults.Require($"{Path}.name", taken.Name, $"inspectorates/{inspectorate.Code}/inspectors/3f2504e0");
        (taken.Revision, taken.RecordedAt, taken.Etag) = (0, null, "");
        return Complete(faults, taken);
    }

    private static Inspector Given(Inspector? given) =>
        given?.Clone() ?? throw RefusalException.Of(ErrorReason.FieldRequired, Path, "inspector is required.");

    private Inspector Complete(Faults faults, Inspector taken)
    {
        taken.Inspectorate = inspectorate.Code;
        faults.Required($"{Path}.background", taken.Background);
        faults.Known($"{Path}.state", taken.State);
        if (taken.State == State.Unspecified)
            taken.State = State.Active;
        Home(faults, taken);
        if (taken.Competences.Count > Most)
            faults.Add(ErrorReason.FieldOutOfRange, $"{Path}.competences", $"{Path}.competences has {taken.Competences.Count}; at most {Most} are held.");
        for (var place = 0; place < Math.Min(taken.Competences.Count, Most); place++)
            Competence(faults, $"{Path}.competences[{place}]", taken.Competences[place]);
        faults.Interests($"{Path}.interests", taken.Interests, Most, known);
        faults.ThrowIfAny();
        return taken;
    }

    private static void Home(Faults faults, Inspector taken)
    {
        if (taken.HomeAuthority.Length > 0)
            taken.HomeAuthority = faults.Area($"{Path}.home_authority", taken.HomeAuthority) ?? "";
        else if (taken.HomeAuthorityUntil.Length > 0)
            faults.Add(ErrorReason.FieldsInconsistent, $"{Path}.home_authority_until", $"{Path}.home_authority_until is given without {Path}.home_authority.");
        faults.Day($"{Path}.home_authority_until", taken.HomeAuthorityUntil);
    }

    private void Competence(Faults faults, string path, Competence competence)
    {
        if (faults.Require($"{path}.framework", competence.Framework, known.Codes))
        {
            if (!known.Has(competence.Framework))
                faults.Add(ErrorReason.FrameworkUnknown, $"{path}.framework", $"This inspectorate has no framework '{Shown.Of(competence.Framework)}'. It has {known.Codes}.");
            else
                faults.Theme($"{path}.theme", competence.Theme, competence.Framework, known, isRequired: false);
        }

        faults.Require($"{path}.valid_from", competence.ValidFrom, "2026-01-01");
        if (faults.Day($"{path}.valid_from", competence.ValidFrom) is { } from && faults.Day($"{path}.valid_until", competence.ValidUntil) is { } until && until < from)
            faults.Add(ErrorReason.FieldsInconsistent, $"{path}.valid_until", $"{path}.valid_until is before its first day.");
    }
}
