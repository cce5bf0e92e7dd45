using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>What an inspection must be before it is recorded, and what the service fills in.</summary>
internal sealed class InspectionRules(KnownFrameworks known, LondonClock clock)
{
    /// <summary>Checks an inspection and completes it.</summary>
    /// <param name="faults">Receives everything wrong with it.</param>
    /// <param name="path">Its proto path, such as <c>inspection</c> or <c>records[3].inspection</c>.</param>
    /// <param name="inspection">The inspection; changed in place.</param>
    /// <param name="named">Whether its name says which inspection is meant, as in changing one: its state stays what it is.</param>
    public void Complete(Faults faults, string path, Inspection inspection, bool named = false)
    {
        if (inspection is { State: Inspection.Types.State.Published, Source: not null })
            faults.Published(path);
        OutputOnly(faults, path, inspection, named);
        faults.Required($"{path}.kind", inspection.Kind);
        faults.Range($"{path}.fieldwork", inspection.Fieldwork);
        faults.PastDay($"{path}.published_on", inspection.PublishedOn, clock.Today);
        faults.Day($"{path}.statement_due_on", inspection.StatementDueOn);
        faults.Text($"{path}.theme", inspection.Theme, 300);
        faults.Pilot(path, inspection, clock.Today);
        faults.Footprint($"{path}.footprint", inspection.Footprint);
        State(faults, path, inspection);
        Lists(faults, path, inspection);
        if (inspection.Source is not null)
            faults.Source($"{path}.source", inspection.Source, clock.Today);

        var day = Days.Parse(inspection.Fieldwork?.Start ?? "") ?? Days.Parse(inspection.PublishedOn);
        if (known.Find(faults, path, inspection.Framework, inspection.FrameworkVersion, day) is { } framework)
            inspection.FrameworkVersion = framework.Version;
        inspection.Inspectorate = known.Description.Code;
    }

    private static void OutputOnly(Faults faults, string path, Inspection inspection, bool named)
    {
        faults.OutputOnly($"{path}.name", inspection.Name.Length > 0 && !named);
        if (named)
            faults.OutputOnly($"{path}.state", inspection.State != Inspection.Types.State.Unspecified);
        faults.OutputOnly($"{path}.key", inspection.Key.Length > 0);
        faults.OutputOnly($"{path}.inspectorate", inspection.Inspectorate.Length > 0);
        faults.OutputOnly($"{path}.discrepancies", inspection.Discrepancies.Count > 0);
        faults.OutputOnly($"{path}.etag", inspection.Etag.Length > 0);
        faults.OutputOnly($"{path}.publish_at", inspection.PublishAt is not null);
        faults.OutputOnly($"{path}.state_reason", inspection.StateReason.Length > 0);
        faults.OutputOnly($"{path}.revision", inspection.Revision != 0);
        faults.OutputOnly($"{path}.recorded_at", inspection.RecordedAt is not null);
    }

    private static void State(Faults faults, string path, Inspection inspection)
    {
        faults.Known($"{path}.state", inspection.State);
        if (inspection.State == Inspection.Types.State.Unspecified)
            inspection.State = Inspection.Types.State.Notified;
        var isPublished = inspection.State == Inspection.Types.State.Published;
        if (inspection.State == Inspection.Types.State.Withdrawn)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.state", "An inspection cannot be recorded as WITHDRAWN.");
        if (isPublished && inspection.Source is null)
            faults.Add(ErrorReason.FieldRequired, $"{path}.source", $"{path}.source is required for an inspection recorded as PUBLISHED: it says where its report was published.");
        if (!isPublished && inspection.PublishedOn.Length > 0)
            faults.Add(ErrorReason.FieldsInconsistent, $"{path}.published_on", $"{path}.published_on is given though the state is {inspection.State}.");
    }

    private void Lists(Faults faults, string path, Inspection inspection)
    {
        if (inspection.Agencies.Count > 400)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.agencies", $"{path}.agencies has {inspection.Agencies.Count}; at most 400 are held.");
        for (var index = 0; index < inspection.Agencies.Count; index++)
            faults.Agency($"{path}.agencies[{index}]", inspection.Agencies[index], known);
        if (inspection.Participation.Count > 50)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.participation", $"{path}.participation has {inspection.Participation.Count}; at most 50 are held.");
        for (var index = 0; index < inspection.Participation.Count; index++)
            Participation(faults, $"{path}.participation[{index}]", inspection.Participation[index]);
        if (inspection.Notes.Count > 50)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.notes", $"{path}.notes has {inspection.Notes.Count}; at most 50 are held.");
        for (var index = 0; index < inspection.Notes.Count; index++)
            faults.Text($"{path}.notes[{index}]", inspection.Notes[index], 1000, lines: true);
    }

    /// <summary>Checks what is recorded of one inspectorate.</summary>
    public static void Participation(Faults faults, string field, Participation participation)
    {
        faults.Required($"{field}.state", participation.State);
        faults.Text($"{field}.reason", participation.Reason, 500);
        if (!Codes.IsSlug(participation.Inspectorate))
            faults.Add(ErrorReason.InspectorateUnknown, $"{field}.inspectorate", $"'{Shown.Of(participation.Inspectorate)}' is no code of an inspectorate, such as ofsted.");
    }
}
