using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Recommendation.Types;

namespace Inspectorates.Gateway.Joint.Recommendations;

/// <summary>What is to be known of a recommendation, in plain words for whoever it concerns.</summary>
/// <param name="bodies">What bodies are called.</param>
/// <param name="asOf">The day of the view.</param>
/// <param name="all">All recommendations of the area, replaced ones included.</param>
internal sealed class RecommendationSentences(BodyWords bodies, DateOnly asOf, IReadOnlyList<Recommendation> all)
{
    private readonly Dictionary<string, Recommendation> byName = all.DistinctBy(one => one.Name).ToDictionary(one => one.Name);

    /// <summary>0: it is not overdue.</summary>
    public int DaysOverdue(Recommendation recommendation) =>
        Days.Parse(recommendation.DueOn) is { } due && due < asOf ? asOf.DayNumber - due.DayNumber : 0;

    /// <summary>-1: it has a day.</summary>
    public int DaysUndecided(Recommendation recommendation) =>
        recommendation.DueToBeDecided && Days.Parse(recommendation.ToBeDecidedOn) is { } declared ? Math.Max(0, asOf.DayNumber - declared.DayNumber) : -1;

    public IEnumerable<string> Of(Recommendation recommendation)
    {
        yield return Control(recommendation);
        yield return Due(recommendation);
        foreach (var (before, isFirst) in Before(recommendation))
            yield return $"It was {(isFirst ? "first" : "then")} addressed to {Called(before.Addressee)}, and changed because: {before.StateReason}";
    }

    /// <summary>How many of one body's recommendations it can act on.</summary>
    public static string Of(AddresseeCount count)
    {
        var parts = new List<string>();
        if (count.Controls > 0)
            parts.Add($"{count.Controls} {(count.Controls == 1 ? "is" : "are")} for it to do");
        if (count.Influences > 0)
            parts.Add($"{count.Influences} {(count.Influences == 1 ? "depends" : "depend")} on others who decide");
        if (count.BeyondControl > 0)
            parts.Add($"{count.BeyondControl} {(count.BeyondControl == 1 ? "is" : "are")} beyond its control");
        if (count.NotAssessed > 0)
            parts.Add($"of {count.NotAssessed} nobody has said who controls it");
        var anew = count.AddressedAnew == 0 ? "" : $" {Words.Count(count.AddressedAnew, "recommendation")} first addressed to it {(count.AddressedAnew == 1 ? "has" : "have")} gone to others, or been split, since.";
        return count.Total == 0
            ? $"{Words.AtStart(count.Label)}: nothing is addressed to it now.{anew}"
            : $"{Words.AtStart(count.Label)}: {Words.Count(count.Total, "recommendation")}; {Words.List(parts)}.{anew}";
    }

    // Each knows the one before it alone; the oldest comes first. What was named before is not followed again.
    private List<(Recommendation Before, bool IsFirst)> Before(Recommendation recommendation)
    {
        var chain = new List<Recommendation>();
        var next = recommendation;
        while (next.Predecessors.Select(name => byName.GetValueOrDefault(name)).OfType<Recommendation>().FirstOrDefault(one => one.Name != recommendation.Name && !chain.Contains(one)) is { } before)
            chain.Add(next = before);
        chain.Reverse();
        return [.. chain.Select((one, place) => (one, place == 0))];
    }

    private string Control(Recommendation recommendation)
    {
        var (addressee, others) = (Called(recommendation.Addressee), Words.List(recommendation.ControllingBodies.Select(Called)));
        return recommendation.Control switch
        {
            DegreeOfControl.Controls => $"Addressed to {addressee}, who can act on it.",
            DegreeOfControl.Influences when others.Length == 0 => $"Addressed to {addressee}, who takes part and does not decide.",
            DegreeOfControl.Influences => $"Addressed to {addressee}, who takes part and does not decide: {others} can act on it.",
            DegreeOfControl.NoControl when others.Length == 0 => $"Addressed to {addressee}, who has no control of it.",
            DegreeOfControl.NoControl => $"Addressed to {addressee}, who has no control of it: {others} can act on it.",
            _ => $"Addressed to {addressee}; nobody has said who can act on it.",
        };
    }

    private string Due(Recommendation recommendation)
    {
        if (DaysUndecided(recommendation) is >= 0 and var open)
            return $"By when is still to be decided, for {Words.Count(open, "day")} now.";
        if (Days.Parse(recommendation.DueOn) is not { } due)
            return "By when is not recorded.";
        return DaysOverdue(recommendation) is > 0 and var late
            ? $"It was to be done by {Words.Day(due)}, {Words.Count(late, "day")} before the day of this view."
            : $"To be done by {Words.Day(due)}.";
    }

    private string Called(Subject body) => bodies.Label(bodies.InArea(body));
}
