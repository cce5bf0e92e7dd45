using Inspectorates.Hosting.Records.Concerns;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Referrals;

/// <summary>
/// What is measured of an inspectorate itself: how it holds concerns and deals with referrals, in counts and working days and nothing
/// else. Pure: a function of the latest revisions and the instant, whatever their order.
/// </summary>
internal static class Measuring
{
    /// <param name="own">The inspectorate's code.</param>
    /// <param name="concerns">The latest revision of every concern.</param>
    /// <param name="referrals">The latest revision of every referral, sent and received.</param>
    /// <param name="now">The instant of the measures.</param>
    public static InspectorateMeasures Of(
        string own, IReadOnlyCollection<Concern> concerns, IReadOnlyCollection<Referral> referrals, DateTimeOffset now)
    {
        var sent = referrals.Where(referral => referral.Sender == own).ToList();
        var received = referrals.Where(referral => referral.Sender != own).ToList();
        return new InspectorateMeasures
        {
            Inspectorate = own,
            AsOf = LondonClock.DayOf(now).Iso(),
            Concerns = { Held(concerns, now) },
            Sent = Of(own, sent, now),
            Received = Of(own, received, now),
            SentTo = { With(own, sent, referral => referral.Host, now) },
            ReceivedFrom = { With(own, received, referral => referral.Sender, now) },
        };
    }

    private static IEnumerable<HeldConcerns> Held(IEnumerable<Concern> concerns, DateTimeOffset now) => concerns
        .Where(concern => concern.State == Concern.Types.State.Open)
        .GroupBy(concern => concern.Holder)
        .OrderBy(held => held.Key, StringComparer.Ordinal)
        .Select(held =>
        {
            var beyond = held.Select(concern => HeldTime.Of(concern, now)).OfType<HeldBeyond>().ToList();
            return new HeldConcerns
            {
                Holder = held.Key,
                Held = held.Count(),
                BeyondTime = beyond.Count,
                MostWorkingDaysBeyond = beyond.Select(one => one.WorkingDays).DefaultIfEmpty().Max(),
            };
        });

    private static IEnumerable<ReferralsWith> With(string own, IEnumerable<Referral> referrals, Func<Referral, string> other, DateTimeOffset now) =>
        referrals.GroupBy(other)
            .OrderBy(with => with.Key, StringComparer.Ordinal)
            .Select(with => new ReferralsWith { Inspectorate = with.Key, Measures = Of(own, [.. with], now) });

    private static ReferralMeasures Of(string own, List<Referral> referrals, DateTimeOffset now)
    {
        var today = LondonClock.DayOf(now);
        return new ReferralMeasures
        {
            Count = referrals.Count,
            Delivered = referrals.Count(referral => referral.State != Referral.Types.State.Undelivered),
            Undelivered = referrals.Count(referral => ReferralWaits.Undelivered(referral, own).Any()),
            Acknowledged = referrals.Count(referral => referral.Acknowledgement is not null),
            AcknowledgedInTime = referrals.Count(IsInTime),
            AcknowledgementOverdue = referrals.Count(referral => ReferralWaits.IsAcknowledgementOverdue(referral, today)),
            Answered = referrals.Count(referral => referral.Answer is not null),
            AnswerOverdue = referrals.Count(referral => ReferralWaits.IsAnswerOverdue(referral, today)),
            MedianAcknowledgementHundredths = Median(referrals.Select(referral => DaysTo(referral, referral.AcknowledgedOn))),
            MedianAnswerHundredths = Median(referrals.Select(referral => DaysTo(referral, referral.AnsweredOn))),
        };
    }

    // Days sort as text. Where no last day is known none was missed.
    private static bool IsInTime(Referral referral) => referral.Acknowledgement is not null
        && (referral.AcknowledgeBy.Length == 0 || string.CompareOrdinal(referral.AcknowledgedOn, referral.AcknowledgeBy) <= 0);

    private static int? DaysTo(Referral referral, string day) =>
        Days.Parse(referral.ReferredOn) is { } from && Days.Parse(day) is { } to ? HeldTime.DaysSince(from, to) : null;

    private static int Median(IEnumerable<int?> days)
    {
        var sorted = days.OfType<int>().Order().ToList();
        if (sorted.Count == 0)
            return -1;
        return 50 * (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]);
    }
}
