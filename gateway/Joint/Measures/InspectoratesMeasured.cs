using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Measures;

/// <summary>
/// How the inspectorates themselves deal with concerns and referrals, side by side. A pure function: the same answers, in any order,
/// make the same list; what one of them could not be asked is not known and never nothing.
/// </summary>
public static class InspectoratesMeasured
{
    /// <summary>Each that answered, in the order of codes.</summary>
    /// <param name="answered">Their measures with what they are called.</param>
    public static IReadOnlyList<MeasuredInspectorate> Of(IEnumerable<(string Label, InspectorateMeasures Measures)> answered) =>
    [
        .. answered.OrderBy(one => one.Measures.Inspectorate, StringComparer.Ordinal).Select(one =>
        {
            var received = one.Measures.Received ?? new ReferralMeasures();
            var share = InTime(received.AcknowledgedInTime, received.Acknowledged + received.AcknowledgementOverdue);
            return new MeasuredInspectorate
            {
                Inspectorate = one.Measures.Inspectorate,
                Label = one.Label,
                Measures = one.Measures,
                AcknowledgedInTime = share,
                Sentences = { MeasureSentences.Of(one.Label, one.Measures, share) },
            };
        }),
    ];

    /// <summary>What was sent from one to another, and what of it is there.</summary>
    /// <param name="answered">The measures of those that answered.</param>
    /// <param name="labels">What each inspectorate is called, those that did not answer included.</param>
    public static IReadOnlyList<ReferralPassage> Passages(IReadOnlyList<InspectorateMeasures> answered, IReadOnlyDictionary<string, string> labels)
    {
        var byCode = answered.ToDictionary(one => one.Inspectorate, StringComparer.Ordinal);
        var pairs = answered.SelectMany(one => one.SentTo.Select(to => (Sender: one.Inspectorate, Host: to.Inspectorate)))
            .Concat(answered.SelectMany(one => one.ReceivedFrom.Select(from => (Sender: from.Inspectorate, Host: one.Inspectorate))))
            .Distinct()
            .OrderBy(pair => pair.Sender, StringComparer.Ordinal).ThenBy(pair => pair.Host, StringComparer.Ordinal);
        return [.. pairs.Select(pair =>
        {
            var sent = byCode.TryGetValue(pair.Sender, out var sender) ? Count(sender.SentTo, pair.Host) : -1;
            var received = byCode.TryGetValue(pair.Host, out var host) ? Count(host.ReceivedFrom, pair.Sender) : -1;
            var underway = sent < 0 || received < 0 ? -1 : Math.Max(sent - received, 0);
            var passage = new ReferralPassage { Sender = pair.Sender, Host = pair.Host, Sent = sent, Received = received, Underway = underway };
            passage.Sentence = MeasureSentences.Of(passage, labels.GetValueOrDefault(pair.Sender, pair.Sender), labels.GetValueOrDefault(pair.Host, pair.Host));
            return passage;
        })];
    }

    private static int Count(IEnumerable<ReferralsWith> with, string inspectorate) =>
        with.FirstOrDefault(one => one.Inspectorate == inspectorate)?.Measures?.Count ?? 0;

    private static InTime InTime(int inTime, int of) =>
        new() { InTime_ = inTime, Of = of, Percent = of == 0 ? -1 : (int)(((200L * inTime) + of) / (2L * of)) };
}
