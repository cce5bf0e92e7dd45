using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>
/// One inspection from all the sources that speak of it. The weightiest says what it is; the others only fill in what it
/// leaves empty. The order in which they came does not matter.
/// </summary>
internal static class MergedInspection
{
    /// <param name="records">The standing record of each source, at least one, each with its source filled.</param>
    public static Inspection Of(IEnumerable<ImportedRecord> records)
    {
        Inspection[] ranked = [.. records
            .OrderBy(record => record.Inspection.Source.Authority == Provenance.Types.Authority.Official ? 0 : 1)
            .ThenByDescending(record => record.Inspection.Source.EditionDay, StringComparer.Ordinal)
            .ThenBy(record => record.SourceKey, StringComparer.Ordinal)
            .Select(record => record.Inspection)];
        var merged = ranked[0].Clone();
        foreach (var other in ranked.Skip(1))
            Fill(merged, other);
        return merged;
    }

    private static void Fill(Inspection merged, Inspection other)
    {
        if (merged.PublishedOn.Length == 0)
            merged.PublishedOn = other.PublishedOn;
        if (merged.Theme.Length == 0)
            merged.Theme = other.Theme;
        if (merged.StatementDueOn.Length == 0)
            merged.StatementDueOn = other.StatementDueOn;
        if (merged.Agencies.Count == 0)
            merged.Agencies.AddRange(other.Agencies);
        merged.Notes.AddRange(other.Notes.Except(merged.Notes));
        FillFieldwork(merged, other);
        FillParticipation(merged, other);
        FillPilot(merged, other);
    }

    private static void FillFieldwork(Inspection merged, Inspection other)
    {
        if (other.Fieldwork is null)
            return;
        merged.Fieldwork ??= new DateRange();
        if (merged.Fieldwork.Start.Length == 0)
            merged.Fieldwork.Start = other.Fieldwork.Start;
        if (merged.Fieldwork.End.Length == 0)
            merged.Fieldwork.End = other.Fieldwork.End;
    }

    private static void FillPilot(Inspection merged, Inspection other)
    {
        merged.Pilot |= other.Pilot;
        if (other.PilotTerms is not { } offered)
            return;
        merged.PilotTerms ??= new PilotTerms();
        if (merged.PilotTerms is { PublishBy.Length: 0, ToBeDecided: false } terms)
            (terms.PublishBy, terms.ToBeDecided, terms.ToBeDecidedOn) = (offered.PublishBy, offered.ToBeDecided, offered.ToBeDecidedOn);
        if (merged.PilotTerms.LearningReportUri.Length == 0)
            (merged.PilotTerms.LearningReportUri, merged.PilotTerms.LearningReportOn) = (offered.LearningReportUri, offered.LearningReportOn);
    }

    // "Unknown" says nothing: any other word of another source does.
    private static void FillParticipation(Inspection merged, Inspection other)
    {
        foreach (var offered in other.Participation)
        {
            var known = merged.Participation.FirstOrDefault(one => one.Inspectorate == offered.Inspectorate);
            if (known is null)
                merged.Participation.Add(offered.Clone());
            else if (known.State == Participation.Types.State.Unknown && offered.State != Participation.Types.State.Unknown)
                known.MergeFrom(new Participation { State = offered.State, Reason = offered.Reason });
        }
    }
}
