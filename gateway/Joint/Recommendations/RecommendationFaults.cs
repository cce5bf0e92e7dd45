using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Recommendations;

/// <summary>What can be wrong in a recommendation so that it cannot be told.</summary>
internal static class RecommendationFaults
{
    public static IEnumerable<string> Of(Recommendation recommendation, string inspectorate, string? area)
    {
        var name = recommendation.Name;
        foreach (var fault in AnswerCheck.RecordFaults("recommendation", name, $"inspectorates/{inspectorate}/recommendations/", recommendation.Inspectorate, inspectorate))
            yield return fault;
        if (area is not null && recommendation.Footprint?.Areas.Contains(area) is not true)
            yield return $"{name} is not about the area asked for ({area}).";
        if (!AnswerCheck.IsGiven(recommendation.State) || !AnswerCheck.IsGiven(recommendation.Control))
            yield return $"{name} is in a state that is not known here.";
        if (recommendation.Addressee is not { } addressee || recommendation.ControllingBodies.Append(addressee).Any(body => !BodyWords.IsWhole(body)))
            yield return $"{name} names no body that is known here.";
        foreach (var day in new[] { recommendation.DueOn, recommendation.ToBeDecidedOn, recommendation.PublishedOn }.Where(day => day.Length > 0 && Days.Parse(day) is null))
            yield return $"{name} has \"{day}\" for a day.";
    }
}
