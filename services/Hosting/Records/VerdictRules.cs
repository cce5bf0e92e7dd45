using Inspectorates.Hosting.Evidencing;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>What a verdict must be before it is recorded, and what the service fills in.</summary>
internal sealed class VerdictRules(KnownFrameworks known, EvidenceRules evidence, Bases bases, LondonClock clock)
{
    /// <summary>Checks a verdict and completes it.</summary>
    /// <param name="faults">Receives everything wrong with it.</param>
    /// <param name="path">Its proto path, such as <c>verdict</c> or <c>verdicts[3]</c>.</param>
    /// <param name="verdict">The verdict; changed in place.</param>
    /// <param name="named">Whether its name says which verdict is meant, as in superseding.</param>
    /// <param name="joint">Whether it arises from a joint inspection, whose members may be unknown.</param>
    public void Complete(Faults faults, string path, Verdict verdict, bool named = false, bool joint = false)
    {
        if (verdict is { State: Verdict.Types.State.Published, Source: not null })
            faults.Published(path);
        OutputOnly(faults, path, verdict, named);
        Authors(faults, path, verdict, joint);
        StateAndDays(faults, path, verdict);
        verdict.Inspectorate = known.Description.Code;

        var day = Days.Parse(verdict.Fieldwork?.Start ?? "") ?? Days.Parse(verdict.PublishedOn);
        var framework = known.Find(faults, path, verdict.Framework, verdict.FrameworkVersion, day);
        JudgedRules.Complete(faults, path, verdict, framework);
        faults.Subject($"{path}.subject", verdict.Subject, known);
        faults.Footprint($"{path}.footprint", verdict.Footprint);
        evidence.Check(faults, path, verdict.Evidence);
        // Worked out whatever is given: a client of an earlier release sends back what it read without knowing of it.
        bases.Fill(verdict);
        faults.Range($"{path}.evidence_window", verdict.EvidenceWindow);
        faults.Range($"{path}.fieldwork", verdict.Fieldwork);
        faults.Text($"{path}.text", verdict.Text, 4000, lines: true);
        faults.Text($"{path}.no_childs_voice_explanation", verdict.NoChildsVoiceExplanation, 1000, lines: true);
        if (verdict.Source is not null)
            faults.Source($"{path}.source", verdict.Source, clock.Today);
    }

    private static void OutputOnly(Faults faults, string path, Verdict verdict, bool named)
    {
        faults.OutputOnly($"{path}.name", verdict.Name.Length > 0 && !named);
        faults.OutputOnly($"{path}.inspectorate", verdict.Inspectorate.Length > 0);
        faults.OutputOnly($"{path}.inspection_key", verdict.InspectionKey.Length > 0);
        faults.OutputOnly($"{path}.standing", verdict.Standing != 0);
        faults.OutputOnly($"{path}.revision", verdict.Revision != 0);
        faults.OutputOnly($"{path}.recorded_at", verdict.RecordedAt is not null);
        faults.OutputOnly($"{path}.revision_reason", verdict.RevisionReason.Length > 0);
        faults.OutputOnly($"{path}.etag", verdict.Etag.Length > 0);
        faults.OutputOnly($"{path}.publish_at", verdict.PublishAt is not null);
        faults.OutputOnly($"{path}.state_reason", verdict.StateReason.Length > 0);
    }

    private void Authors(Faults faults, string path, Verdict verdict, bool joint)
    {
        for (var index = 0; index < verdict.Authors.Count; index++)
            if (!Codes.IsSlug(verdict.Authors[index]))
                faults.Add(
                    ErrorReason.InspectorateUnknown, $"{path}.authors[{index}]",
                    $"'{Shown.Of(verdict.Authors[index])}' is no code of an inspectorate, such as {known.Description.Code}.");
        string[] authors = [.. verdict.Authors.Distinct().Order(StringComparer.Ordinal)];
        if (authors.Length == 0 && !joint)
            authors = [known.Description.Code];
        verdict.Authors.Clear();
        verdict.Authors.AddRange(authors);
    }

    private void StateAndDays(Faults faults, string path, Verdict verdict)
    {
        if (verdict.State == Verdict.Types.State.Unspecified)
            verdict.State = Verdict.Types.State.Draft;
        if (verdict.State is not (Verdict.Types.State.Draft or Verdict.Types.State.Published))
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.state", $"{path}.state is {verdict.State}; a verdict is recorded as DRAFT, or as PUBLISHED with its source.");
        if (verdict.State == Verdict.Types.State.Published && verdict.Source is null)
            faults.Add(ErrorReason.FieldRequired, $"{path}.source", $"{path}.source is required for a verdict recorded as PUBLISHED: it says where it was published.");

        faults.PastDay($"{path}.published_on", verdict.PublishedOn, clock.Today);
        faults.Day($"{path}.placed_on", verdict.PlacedOn);
        faults.Text($"{path}.placed_because", verdict.PlacedBecause, 500);
        if (verdict.State == Verdict.Types.State.Draft && verdict.PublishedOn.Length > 0)
            faults.Add(ErrorReason.FieldsInconsistent, $"{path}.published_on", $"{path}.published_on is given for a draft.");
        if (verdict.PublishedOn.Length > 0 && verdict.PlacedOn.Length > 0)
            faults.Add(ErrorReason.FieldsInconsistent, $"{path}.placed_on", $"{path}.placed_on is for verdicts without published_on.");
        if (verdict.PlacedOn.Length > 0)
            faults.Require($"{path}.placed_because", verdict.PlacedBecause, "'end of the cycle; the source gives no day'");
    }
}
