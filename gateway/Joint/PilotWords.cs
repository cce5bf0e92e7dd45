using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>
/// What became of a pilot (F10): whether what was learnt is published, and for how many days it has been late. A report that came
/// is late by the days it came late, however long ago that was.
/// </summary>
internal static class PilotWords
{
    private const string Apart = "This was a pilot: its verdicts count neither as differences nor in statistics unless they are asked for.";

    /// <summary>Fills what is told of a pilot.</summary>
    /// <param name="inspection">The inspection; changed in place and returned.</param>
    /// <param name="asOf">The view's day: what came later is not yet known.</param>
    public static JointInspectionRecord Tell(JointInspectionRecord inspection, DateOnly asOf)
    {
        inspection.PilotDaysUndecided = -1;
        if (!inspection.Pilot)
            return inspection;
        var terms = inspection.PilotTerms ?? new PilotTerms();
        var due = Days.Parse(terms.PublishBy);
        var came = Days.Parse(terms.LearningReportOn) is { } day && day <= asOf ? day : (DateOnly?)null;
        if (due is { } promised)
            inspection.PilotDaysOverdue = Math.Max(0, (came ?? asOf).DayNumber - promised.DayNumber);
        if (came is null && due is null && Days.Parse(terms.ToBeDecidedOn) is { } declared)
            inspection.PilotDaysUndecided = Math.Max(0, asOf.DayNumber - declared.DayNumber);
        inspection.PilotSentence = $"{Apart} {Learnt(inspection, due, came)}";
        return inspection;
    }

    private static string Learnt(JointInspectionRecord inspection, DateOnly? due, DateOnly? came)
    {
        var late = inspection.PilotDaysOverdue;
        return (due, came) switch
        {
            ({ } by, { } on) when late > 0 => $"What was learnt was to be published by {Words.Day(by)} and came on {Words.Day(on)}, {Words.Count(late, "day")} late.",
            (_, { } on) => $"What was learnt was published on {Words.Day(on)}.",
            ({ } by, null) when late > 0 => $"What was learnt was to be published by {Words.Day(by)} and is {Words.Count(late, "day")} overdue.",
            ({ } by, null) => $"What was learnt is to be published by {Words.Day(by)}.",
            _ when inspection.PilotDaysUndecided >= 0 => "When what was learnt is published is to be decided, and has been for "
                + $"{Words.Count(inspection.PilotDaysUndecided, "day")}.",
            _ when inspection.PilotTerms is { ToBeDecided: true } => "When what was learnt is published is to be decided; since when is not recorded.",
            _ => "Nobody says by when what was learnt is published.",
        };
    }
}
