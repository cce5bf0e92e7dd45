using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Measures;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Answers how the inspectorates themselves hold concerns and deal with referrals: each is asked once, all at once.</summary>
internal sealed class InspectorateMeasuring(InspectorateSources sources, GatewaySettings settings, TimeProvider time)
{
    /// <summary>The measures of all that answer.</summary>
    /// <exception cref="RefusedException">No inspectorate answered.</exception>
    public async Task<GetInspectorateMeasuresResponse> GetAsync(Caller caller, CancellationToken cancelled)
    {
        var within = settings.Asking.Within(caller.Patience);
        var replies = await Task.WhenAll(sources.All.Select(source => AskAsync(source, caller, within, cancelled)));
        var given = replies.Where(reply => reply.Answer is not null).ToList();
        if (given.Count == 0)
            throw JointViews.NobodyAnswered([.. replies.Select(reply => reply.Source)]);
        var written = replies.Select(reply => SourceRecords.Write(reply.Source, reply.Answer is null ? "" : "Its measures are in this answer.", null)).ToList();
        var labels = written.ToDictionary(source => source.Inspectorate, source => source.Label);
        return new()
        {
            Inspectorates = { InspectoratesMeasured.Of(given.Select(reply => (labels[reply.Source.Inspectorate], reply.Answer!.Measures))) },
            Passages = { InspectoratesMeasured.Passages([.. given.Select(reply => reply.Answer!.Measures)], labels) },
            Sources = { written },
            Complete = given.Count == replies.Length,
            AsOf = Days.Iso(LondonDay.Today(time)),
        };
    }

    private static Task<SourceReply<GetMeasuresResponse>> AskAsync(InspectorateSource source, Caller caller, TimeSpan within, CancellationToken cancelled) =>
        source.AskAsync(
            async (channel, options) =>
            {
                var answer = await channel.Referrals.GetMeasuresAsync(new(), options);
                return answer.Measures?.Inspectorate == source.Code && IsWhole(answer.Measures)
                    ? answer
                    : throw new InvalidAnswerException("What its service answered about its own measures is another's or not whole.");
            },
            caller, within, cancelled);

    // What is counted twice, or more of a part than of the whole, is no measure.
    private static bool IsWhole(InspectorateMeasures measures) =>
        measures.SentTo.Concat(measures.ReceivedFrom).All(with => with.Inspectorate.Length > 0 && with.Inspectorate != measures.Inspectorate && IsWhole(with.Measures))
        && measures.SentTo.DistinctBy(with => with.Inspectorate).Count() == measures.SentTo.Count
        && measures.ReceivedFrom.DistinctBy(with => with.Inspectorate).Count() == measures.ReceivedFrom.Count
        && IsWhole(measures.Sent) && IsWhole(measures.Received)
        && measures.Concerns.All(held => held.Holder.Length > 0 && held.BeyondTime >= 0 && held.BeyondTime <= held.Held && held.MostWorkingDaysBeyond >= 0);

    private static bool IsWhole(ReferralMeasures? of) =>
        of is { Delivered: >= 0, Undelivered: >= 0, AcknowledgedInTime: >= 0, AcknowledgementOverdue: >= 0, Answered: >= 0, AnswerOverdue: >= 0 }
        && of.Delivered <= of.Count && of.Undelivered <= of.Count && of.AcknowledgedInTime <= of.Acknowledged
        && (long)of.Acknowledged + of.AcknowledgementOverdue <= of.Count && (long)of.Answered + of.AnswerOverdue <= of.Acknowledged;
}
