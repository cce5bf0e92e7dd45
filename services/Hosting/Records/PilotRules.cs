using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>
/// What is recorded of a pilot (F10 of the account of the domain): by when what was learnt is published, and where it was.
/// </summary>
internal static class PilotRules
{
    /// <summary>Checks the terms of a pilot, and that there are some.</summary>
    /// <param name="faults">Receives everything wrong with them.</param>
    /// <param name="path">Proto path of the inspection.</param>
    /// <param name="inspection">The inspection.</param>
    /// <param name="today">Today in London.</param>
    public static void Pilot(this Faults faults, string path, Inspection inspection, DateOnly today)
    {
        var field = $"{path}.pilot_terms";
        if (inspection.PilotTerms is not { } terms)
        {
            // What was published elsewhere is recorded as far as its source says.
            if (inspection.Pilot && inspection.Source is null)
                faults.Add(ErrorReason.FieldRequired, field, $"{field} is required for a pilot: by when what is learnt from it is published.");
            return;
        }

        if (!inspection.Pilot)
            faults.Add(ErrorReason.FieldsInconsistent, field, $"{field} is given though {path}.pilot is not set.");
        if (inspection.Source is null)
            faults.OutputOnly($"{field}.to_be_decided_on", terms.ToBeDecidedOn.Length > 0);
        else
            faults.PastDay($"{field}.to_be_decided_on", terms.ToBeDecidedOn, today);
        faults.Due($"{field}.publish_by", terms.PublishBy, $"{field}.to_be_decided", terms.ToBeDecided, earliest: null);
        faults.Address($"{field}.learning_report_uri", terms.LearningReportUri);
        faults.PastDay($"{field}.learning_report_on", terms.LearningReportOn, today);
        if (terms.LearningReportUri.Length > 0 != terms.LearningReportOn.Length > 0)
            faults.Add(
                ErrorReason.FieldsInconsistent, $"{field}.{(terms.LearningReportOn.Length == 0 ? "learning_report_on" : "learning_report_uri")}",
                $"{field} has one of learning_report_uri and learning_report_on: give both, or neither while nothing is published.");
    }

    /// <summary>Fills the day since which it is to be decided when the report comes.</summary>
    /// <param name="inspection">As it is written. Changed in place.</param>
    /// <param name="before">The terms as they were; null: there were none.</param>
    /// <param name="today">Today in London.</param>
    public static void Declare(Inspection inspection, PilotTerms? before, DateOnly today)
    {
        if (inspection.PilotTerms is not { } terms)
            return;
        // A source says when it was declared. What was to be decided before is as long to be decided as it was.
        var said = inspection.Source is null ? "" : terms.ToBeDecidedOn;
        terms.ToBeDecidedOn = !terms.ToBeDecided ? "" : said.Length > 0 ? said : before is { ToBeDecidedOn.Length: > 0 } ? before.ToBeDecidedOn : Store.Days.Iso(today);
    }
}
