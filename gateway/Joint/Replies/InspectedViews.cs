using Inspectorates.Gateway.Joint.Recommendations;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Replies;

/// <summary>What the inspected bodies say, beside the inspections it is about: their words as they are, and how the facts were checked.</summary>
internal sealed class InspectedViews
{
    private readonly BodyWords bodies;
    private readonly Descriptions descriptions;
    private readonly ILookup<string, Reply> replies;
    private readonly ILookup<string, AccuracyExchange> exchanges;
    private readonly HashSet<string> notKnown;

    public InspectedViews(Area area, IReadOnlyList<SourceAnswer> answers, Catalogue catalogue, Descriptions descriptions)
    {
        var shown = answers.Where(answer => answer.IsShown).ToList();
        (bodies, this.descriptions) = (new BodyWords(area, catalogue), descriptions);
        replies = shown.SelectMany(answer => answer.Replies.Records).ToLookup(reply => reply.Inspection);
        exchanges = shown.SelectMany(answer => answer.Exchanges.Records).ToLookup(one => one.Inspection);
        notKnown = Keepers.NotKnown(answers, answer => [answer.Replies.Reading, answer.Exchanges.Reading]);
    }

    /// <summary>Writes what the inspected say into the record of each inspection of which anything is known.</summary>
    /// <param name="inspections">The inspections of the view. Changed in place.</param>
    public void Fill(IEnumerable<JointInspectionRecord> inspections)
    {
        foreach (var inspection in inspections)
            inspection.Inspected = Of(inspection);
    }

    private WhatTheInspectedSay? Of(JointInspectionRecord inspection)
    {
        var said = new WhatTheInspectedSay
        {
            Replies = { OldestFirst(inspection.Names.SelectMany(name => replies[name]), reply => reply.ReceivedOn, reply => reply.Name) },
            Exchanges = { OldestFirst(inspection.Names.SelectMany(name => exchanges[name]), one => one.SentOn, one => one.Name) },
            NotKnown = { Keepers.Of(inspection).Where(notKnown.Contains) },
        };
        if (said.Replies.Count + said.Exchanges.Count + said.NotKnown.Count == 0)
            return null;
        said.ReplyBodies.AddRange(said.Replies.Select(reply => Called(reply.InspectedBody)));
        said.Sentences.AddRange(Sentences(said));
        return said;
    }

    // Whichever inspectorate keeps them. Days sort as text.
    private static IEnumerable<T> OldestFirst<T>(IEnumerable<T> records, Func<T, string> day, Func<T, string> name)
        where T : Google.Protobuf.IDeepCloneable<T> =>
        records.OrderBy(day, StringComparer.Ordinal).ThenBy(name, StringComparer.Ordinal).Select(one => one.Clone());

    private IEnumerable<string> Sentences(WhatTheInspectedSay said)
    {
        if (said.NotKnown.Count > 0)
            yield return $"What {Words.List(said.NotKnown.Select(code => descriptions.Label(code)))} has of the replies of those inspected could not be read.";
        foreach (var reply in said.Replies)
            yield return $"{Words.AtStart(Called(reply.InspectedBody))} replied{(Days.Parse(reply.ReceivedOn) is { } received ? $" on {Words.Day(received)}" : "")}: the words are its own, and the inspectorate cannot change them.";
        foreach (var exchange in said.Exchanges)
            yield return Checked(exchange);
    }

    private string Checked(AccuracyExchange exchange)
    {
        var sent = $"The draft was sent to {Called(exchange.InspectedBody)} to check its facts{(Days.Parse(exchange.SentOn) is { } day ? $" on {Words.Day(day)}" : "")}";
        return Days.Parse(exchange.AnsweredOn) is { } answered
            ? $"{sent} and answered on {Words.Day(answered)}: {Words.Count(exchange.PointsRaised, "point")} raised, {exchange.PointsAccepted} accepted."
            : $"{sent}; no answer is recorded.";
    }

    private string Called(Subject body) => bodies.Label(bodies.InArea(body));
}
