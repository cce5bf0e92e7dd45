using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Framework.Types;

namespace Inspectorates.Gateway.Joint.Frameworks;

/// <summary>
/// The frameworks of all inspectorates in the order of time. A pure function: the same descriptions, in any order, make the
/// same list; no date is altered, and a plan is never told as a fact.
/// </summary>
public static class FrameworkTimeline
{
    /// <summary>The list.</summary>
    /// <param name="described">Every framework with the code of the inspectorate that describes it, as known on the day.</param>
    /// <param name="asOf">The day of the list.</param>
    public static IReadOnlyList<ListedFramework> Of(IEnumerable<(string Inspectorate, Framework Framework)> described, DateOnly asOf) =>
    [
        .. described
            // A joint framework is one, whoever describes it; others may share a code by chance.
            .GroupBy(one => (one.Framework.Code, one.Framework.Version, By: one.Framework.Mode == Mode.Joint ? "" : one.Inspectorate))
            .Select(same => Listed([.. same.OrderBy(one => one.Inspectorate, StringComparer.Ordinal)], asOf))
            .OrderBy(listed => Place(listed.Framework) is null)
            .ThenBy(listed => Place(listed.Framework) ?? FrameworkDates.First(listed.Framework.Declared) ?? DateOnly.MaxValue)
            .ThenBy(listed => listed.Framework.Code, StringComparer.Ordinal)
            .ThenBy(listed => listed.Framework.Version, StringComparer.Ordinal)
            .ThenBy(listed => listed.DescribedBy[0], StringComparer.Ordinal),
    ];

    /// <summary>Days since it was declared to be to be decided; null: it is not, or the day is not recorded.</summary>
    public static int? DaysUndecided(Framework framework, DateOnly asOf) =>
        framework.State == State.ToBeDecided && FrameworkDates.First(framework.Declared) is { } declared
            ? asOf.DayNumber - declared.DayNumber
            : null;

    private static ListedFramework Listed(IReadOnlyList<(string Inspectorate, Framework Framework)> same, DateOnly asOf)
    {
        var framework = same[0].Framework.Clone();
        var sentences = FrameworkSentences.Of(framework, asOf).ToList();
        framework.Grades.Clear();
        framework.Judgements.Clear();
        framework.Processes.Clear();
        return new ListedFramework
        {
            Framework = framework,
            DescribedBy = { same.Select(one => one.Inspectorate).Distinct() },
            DaysUndecided = DaysUndecided(framework, asOf) ?? -1,
            Sentences = { sentences },
        };
    }

    /// <summary>Where it stands in time: when it began, else is planned to, else ended; null: nowhere.</summary>
    private static DateOnly? Place(Framework framework) =>
        FrameworkDates.First(framework.ActualStart) ?? FrameworkDates.First(framework.PlannedStart) ?? FrameworkDates.First(framework.ActualEnd);
}
