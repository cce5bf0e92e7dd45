using System.Globalization;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Measures;

/// <summary>What is measured of an inspectorate, in plain words, each sentence true by itself.</summary>
internal static class MeasureSentences
{
    public static IEnumerable<string> Of(string label, InspectorateMeasures measures, InTime inTime)
    {
        foreach (var held in measures.Concerns.Where(held => held.BeyondTime > 0))
            yield return $"{Words.AtStart(Words.Count(held.BeyondTime, "concern"))} of {label} {Are(held.BeyondTime)} held beyond {Its(held.BeyondTime)} time and not escalated: "
                + $"{(held.BeyondTime == 1 ? "it is" : "they are")} with the {Role(held.Holder)}{Longest(held)}.";
        var received = measures.Received ?? new ReferralMeasures();
        if (received.Count == 0)
            yield return $"No other inspectorate has referred a concern to {label}.";
        else if (inTime.Of == 0)
            yield return $"{label} has received {Words.Count(received.Count, "referral")}; none had to be acknowledged yet.";
        else
            yield return $"{label} acknowledged {inTime.InTime_} of {Words.Count(inTime.Of, "referral")} in time ({inTime.Percent} per cent){Median(received)}.";
        if (received.AcknowledgementOverdue > 0)
            yield return $"{Words.Count(received.AcknowledgementOverdue, "referral")} to {label} {Are(received.AcknowledgementOverdue)} not acknowledged though the day for it is over.";
        if (received.AnswerOverdue > 0)
            yield return $"{Words.Count(received.AnswerOverdue, "referral")} to {label} {Are(received.AnswerOverdue)} not answered though the day that it named is over.";
        var sent = measures.Sent ?? new ReferralMeasures();
        if (sent.Undelivered > 0)
            yield return $"{Words.Count(sent.Undelivered, "referral")} of {label} {(sent.Undelivered == 1 ? "has" : "have")} not arrived yet, as far as {label} knows.";
    }

    public static string Of(ReferralPassage passage, string sender, string host) => passage switch
    {
        { Sent: < 0 } => $"{host} has received {Words.Count(passage.Received, "referral")} from {sender}; how many {sender} has sent is not known, for it could not be asked.",
        { Received: < 0 } => $"{sender} has sent {Words.Count(passage.Sent, "referral")} to {host}; how many are there is not known, for {host} could not be asked.",
        _ when passage.Received > passage.Sent =>
            $"{host} has received {Words.Count(passage.Received, "referral")} from {sender}, which has {(passage.Sent == 0 ? "none" : $"{passage.Sent}")} of them in its own record.",
        { Underway: 0 } => $"{sender} has sent {Words.Count(passage.Sent, "referral")} to {host}, and {(passage.Sent == 1 ? "it is" : "all of them are")} there.",
        { Sent: 1 } => $"{sender} has sent 1 referral to {host}; it is not there yet.",
        _ => $"{sender} has sent {Words.Count(passage.Sent, "referral")} to {host}; {passage.Underway} of them {Are(passage.Underway)} not there yet.",
    };

    /// <summary>Working days, given in hundredths, as a number: "2.5".</summary>
    public static string InDays(int hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A role in words: "head of service".</summary>
    public static string Role(string holder) => holder.Replace('-', ' ');

    private static string Longest(HeldConcerns held) => held.MostWorkingDaysBeyond == 0
        ? ", by less than a working day"
        : $", the longest by {Words.Count(held.MostWorkingDaysBeyond, "working day")}";

    private static string Median(ReferralMeasures received) => (received.MedianAcknowledgementHundredths, received.Acknowledged) switch
    {
        ( < 0, _) => "",
        (0, 1) => "; the acknowledgement came on the same working day",
        (var hundredths, 1) => $"; the acknowledgement came within {Days(hundredths)}",
        (0, _) => "; half of the acknowledgements came on the same working day",
        (var hundredths, _) => $"; half of the acknowledgements came within {Days(hundredths)}",
    };

    private static string Days(int hundredths) => $"{InDays(hundredths)} working {(hundredths == 100 ? "day" : "days")}";

    private static string Are(int count) => count == 1 ? "is" : "are";

    private static string Its(int count) => count == 1 ? "its" : "their";
}
