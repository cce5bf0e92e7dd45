using Inspectorates.Hosting.Records.Concerns;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Referrals;

/// <summary>
/// What of a referral is late or has not arrived, on the day it is read, in plain words. Pure: a function of the referral, the
/// reading inspectorate and the instant.
/// </summary>
internal static class ReferralWaits
{
    /// <param name="referral">The referral's latest revision.</param>
    /// <param name="own">Code of the inspectorate whose record it is in.</param>
    /// <param name="now">The instant it is read at.</param>
    public static IEnumerable<string> Of(Referral referral, string own, DateTimeOffset now)
    {
        var today = LondonClock.DayOf(now);
        foreach (var sent in Undelivered(referral, own))
            yield return $"The {NameOf(sent.Message)} has not arrived at {sent.Message.Recipient}, as far as is known here: it was written "
                + $"{Ago(LondonClock.DayOf(sent.Message.WrittenAt.ToDateTimeOffset()), today)} and is sent until its receipt is here.";
        if (IsAcknowledgementOverdue(referral, today))
            yield return $"{referral.Host} has not acknowledged the referral; the last day for it was {referral.AcknowledgeBy}, {Ago(Days.Parse(referral.AcknowledgeBy)!.Value, today)}.";
        if (IsAnswerOverdue(referral, today))
            yield return $"{referral.Host} has not answered the referral; it said that it would by {referral.Acknowledgement.DueOn}, {Ago(Days.Parse(referral.Acknowledgement.DueOn)!.Value, today)}.";
        if (referral is { Answer: null, Acknowledgement.DueToBeDecided: true } && Days.Parse(referral.Acknowledgement.ToBeDecidedOn) is { } declared)
            yield return $"{referral.Host} has still to decide by when it will answer; it said so {Ago(declared, today)}.";
    }

    /// <summary>The messages of one's own that are not known to have arrived. One that was replied to has.</summary>
    public static IEnumerable<ReferralExchange> Undelivered(Referral referral, string own) => referral.Exchanges.Where(one =>
        one.Message.Origin == own && one.Receipt is null && !(one.Message.Referred is not null && referral.Acknowledgement is not null));

    /// <summary>Whether it is not acknowledged though its day is over.</summary>
    public static bool IsAcknowledgementOverdue(Referral referral, DateOnly today) =>
        referral.Acknowledgement is null && Days.Parse(referral.AcknowledgeBy) is { } last && last < today;

    /// <summary>Whether it is not answered though the day its host named is over.</summary>
    public static bool IsAnswerOverdue(Referral referral, DateOnly today) =>
        referral is { Answer: null, Acknowledgement: { } said } && Days.Parse(said.DueOn) is { } last && last < today;

    private static string NameOf(ReferralMessage message) => message.ContentCase switch
    {
        ReferralMessage.ContentOneofCase.Referred => "referral",
        ReferralMessage.ContentOneofCase.Acknowledgement => "acknowledgement",
        _ => "answer",
    };

    private static string Ago(DateOnly day, DateOnly today) => HeldTime.DaysSince(day, today) switch
    {
        null => $"on {day.Iso()}",
        0 => "less than a working day ago",
        { } days => $"{HeldTime.InWords(days)} ago",
    };
}
