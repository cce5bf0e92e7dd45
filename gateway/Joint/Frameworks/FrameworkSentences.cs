using Inspectorates.V1;
using static Inspectorates.V1.Framework.Types;
using static Inspectorates.V1.PlannedDate.Types;

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
            yield return FrameworkDates.Last(framework.PlannedStart) < asOf
                ? "That has passed, and it is not known to have begun."
                : "The first day it could have begun is here, and it is not known to have begun.";
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
        var (plan, fact) = (framework.PlannedStart, framework.ActualStart);
        if (FrameworkDates.First(plan) is not { } planned || FrameworkDates.First(fact) is not { } actual)
            return null;
        var began = $"It had been planned for {FrameworkDates.InWords(plan)} and began";
        if (planned <= actual && FrameworkDates.Last(fact) <= FrameworkDates.Last(plan))
            return $"{began} {(FrameworkDates.InWords(plan) == FrameworkDates.InWords(fact) ? "then" : $"{(fact.Precision is Precision.Month or Precision.Year ? "in" : "on")} {FrameworkDates.InWords(fact)}, as planned")}.";
        // Neither is known better than the less precise of the two.
        return $"{began} {Apart(planned, actual, (Precision)Math.Max((int)plan.Precision, (int)fact.Precision))}.";
    }

    private static string Apart(DateOnly planned, DateOnly actual, Precision coarser)
    {
        var months = ((actual.Year - planned.Year) * 12) + actual.Month - planned.Month;
        var (count, unit) = coarser switch
        {
            Precision.Year => (actual.Year - planned.Year, "year"),
            Precision.Month => (months, "month"),
            // In whole months where it is on the same day of another month, and in days otherwise.
            _ => actual.Day == planned.Day ? (months, "month") : (actual.DayNumber - planned.DayNumber, "day"),
        };
        return count == 0 ? $"in that {unit}" : $"{Words.Count(Math.Abs(count), unit)} {(count > 0 ? "later" : "earlier")}";
    }

    private static string Known(PlannedDate? date) => FrameworkDates.InWords(date) + (date?.Precision switch
    {
        PlannedDate.Types.Precision.Month => " (known to the month)",
        PlannedDate.Types.Precision.Year => " (known to the year)",
        _ => "",
    });
}
