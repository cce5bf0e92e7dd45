using Inspectorates.Gateway.Joint.Recommendations;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Replies;

/// <summary>What can be wrong in what inspected bodies say so that it cannot be told.</summary>
internal static class ReplyFaults
{
    public static IEnumerable<string> Of(Reply reply, string inspectorate, string? area) =>
    [
        .. AnswerCheck.RecordFaults("reply", reply.Name, $"inspectorates/{inspectorate}/replies/", reply.Inspectorate, inspectorate),
        .. Common(reply.Name, reply.Footprint, reply.InspectedBody, area, reply.ReceivedOn, reply.PublishedOn),
        .. AnswerCheck.IsGiven(reply.State) && reply.Text.Length > 0 ? Array.Empty<string>() : [$"{reply.Name} says nothing that is known here."],
    ];

    public static IEnumerable<string> Of(AccuracyExchange exchange, string inspectorate, string? area) =>
    [
        .. AnswerCheck.RecordFaults("exchange", exchange.Name, $"inspectorates/{inspectorate}/accuracyExchanges/", exchange.Inspectorate, inspectorate),
        .. Common(exchange.Name, exchange.Footprint, exchange.InspectedBody, area, exchange.SentOn, exchange.AnsweredOn),
        .. exchange.PointsRaised >= exchange.PointsAccepted && exchange.PointsAccepted >= 0
            ? Array.Empty<string>() : [$"{exchange.Name} has accepted more points than were raised."],
    ];

    private static IEnumerable<string> Common(string name, Footprint? footprint, Subject? body, string? area, params string[] days)
    {
        if (area is not null && footprint?.Areas.Contains(area) is not true)
            yield return $"{name} is not about the area asked for ({area}).";
        if (body is null || !BodyWords.IsWhole(body))
            yield return $"{name} names no body that is known here.";
        foreach (var day in days.Where(day => day.Length > 0 && Days.Parse(day) is null))
            yield return $"{name} has \"{day}\" for a day.";
    }
}
