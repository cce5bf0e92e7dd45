using Inspectorates.V1;
using static Inspectorates.V1.Framework.Types;

namespace Inspectorates.Gateway.Joint.Frameworks;

/// <summary>What is to be known of a framework's dates, in sentences for people.</summary>
internal static class FrameworkSentences
{
    public static IEnumerable<string> Of(Framework framework, DateOnly asOf)
    {
        yield return StateOf(framework, asOf);
        if (PlanAndFact(framework) is { } both)
            yield return both;
        if (framework.State is State.InConsultation or State.Ended && framework.ActualStart is null && FrameworkDates.First(framework.PlannedStart) is not null)
            yield return $"The last plan was for {FrameworkDates.InWords(framework.PlannedStart)}.";
        if (framework.State is State.Planned && FrameworkDates.First(framework.PlannedStart) <= asOf)
            yield return "That has passed, and it is not known to have begun.";
        if (framework.Mode is Mode.SingleAgencyMultiAgencyLens)
            yield return "There is no joint overall: what it sees of others' agencies is referred to their host inspectorates.";
        if (framework.Unverified.Length > 0)
            yield return $"Not read in a primary source: {framework.Unverified}";
    }

    private static string StateOf(Framework framework, DateOnly asOf) => framework.State switch
    {
        State.InForce when framework.ActualStart is null => "It is in force; the day it began is not recorded.",
        State.InForce => $"It has been in force since {Known(framework.ActualStart)}.",
        State.Planned => $"It is planned for {Known(framework.PlannedStart)}: a plan is not a fact.",
        State.ToBeDecided when FrameworkTimeline.DaysUndecided(framework, asOf) is { } days =>
            $"It has been to be decided since {Known(framework.Declared)}: {Words.Count(days, "day")} with no date.",
        State.ToBeDecided => "It is to be decided; since when is not recorded.",
        State.InConsultation => "It is in consultation: nothing is decided.",
        State.Ended when framework.ActualEnd is null => "It was given up before it began.",
        State.Ended when framework.ActualStart is null => $"It was in force until {Known(framework.ActualEnd)}; the day it began is not recorded.",
        State.Ended => $"It was in force from {Known(framework.ActualStart)} until {Known(framework.ActualEnd)}.",
        _ => "Its state is not known.",
    };

    private static string? PlanAndFact(Framework framework)
    {
        if (FrameworkDates.First(framework.PlannedStart) is not { } planned || FrameworkDates.First(framework.ActualStart) is not { } actual)
            return null;
        var months = ((actual.Year - planned.Year) * 12) + actual.Month - planned.Month;
        var plan = $"It had been planned for {FrameworkDates.InWords(framework.PlannedStart)} and began";
        return (months, actual.CompareTo(planned)) switch
        {
            (_, 0) => $"{plan} then.",
            (0, _) => $"{plan} on another day of that month.",
            ( > 0, _) => $"{plan} {Words.Count(months, "month")} later.",
            _ => $"{plan} {Words.Count(-months, "month")} earlier.",
        };
    }

    private static string Known(PlannedDate? date) => FrameworkDates.InWords(date) + (date?.Precision switch
    {
        PlannedDate.Types.Precision.Month => " (known to the month)",
        PlannedDate.Types.Precision.Year => " (known to the year)",
        _ => "",
    });
}
