using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>The record's values in words for readers.</summary>
internal static class PageWords
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static string State(Source.Types.State state) => state switch
    {
        Source.Types.State.Answered => "Answered",
        Source.Types.State.NoVerdict => "Answered: nothing here",
        Source.Types.State.Stale => "Earlier answer",
        Source.Types.State.Unreachable => "Could not be reached",
        Source.Types.State.InvalidAnswer => "Gave no usable answer",
        _ => "Not known",
    };

    public static string Standing(Grade.Types.Standing standing) => standing switch
    {
        Grade.Types.Standing.Exceeds => "exceeds what is expected",
        Grade.Types.Standing.Meets => "meets what is expected",
        Grade.Types.Standing.Mixed => "mixed: neither what is expected nor plainly short of it",
        Grade.Types.Standing.FallsShort => "falls short of what is expected",
        Grade.Types.Standing.Fails => "fails: far short of what is expected",
        _ => "not judged",
    };

    public static string StandingClass(Grade.Types.Standing standing) => standing switch
    {
        Grade.Types.Standing.Exceeds or Grade.Types.Standing.Meets => "meets",
        Grade.Types.Standing.FallsShort or Grade.Types.Standing.Fails => "short",
        _ => "between",
    };

    public static string Conclusion(ProcessView.Types.Conclusion conclusion) => conclusion switch
    {
        ProcessView.Types.Conclusion.Contradictory => "Contradictory",
        ProcessView.Types.Conclusion.Divergent => "Divergent",
        ProcessView.Types.Conclusion.Consistent => "Consistent",
        ProcessView.Types.Conclusion.SingleView => "Seen by one only",
        _ => "Undetermined",
    };

    public static string Kind(Difference difference) => (difference.Kind, difference.Strong) switch
    {
        (Difference.Types.Kind.Contradiction, true) => "Strong contradiction",
        (Difference.Types.Kind.Contradiction, _) => "Contradiction",
        (Difference.Types.Kind.Divergence, _) => "Divergence",
        _ => "Change over time",
    };

    public static string Kind(Inspection.Types.Kind kind) => kind switch
    {
        Inspection.Types.Kind.Joint => "Joint inspection",
        Inspection.Types.Kind.FocusedVisit => "Focused visit, which gives no grades",
        Inspection.Types.Kind.Monitoring => "Monitoring visit, which gives no grades",
        _ => "Inspection",
    };

    public static string TookPart(Participation.Types.State state) => state switch
    {
        Participation.Types.State.TookPart => "Took part",
        Participation.Types.State.NotInScope => "Its agencies were not in scope",
        Participation.Types.State.Withdrew => "Began and withdrew",
        Participation.Types.State.NotParticipating => "Did not take part",
        _ => "Not known",
    };

    public static string Flag(JointVerdict.Types.Flag flag) => flag switch
    {
        JointVerdict.Types.Flag.CodedByRule => "Coded from the report’s wording by a rule; not confirmed by anybody.",
        JointVerdict.Types.Flag.CodedByReading => "Coded from the report by a reader; not confirmed by the inspectorate.",
        JointVerdict.Types.Flag.Mapped => "Mapped from a criterion of an older framework.",
        JointVerdict.Types.Flag.Pilot => "From a pilot.",
        JointVerdict.Types.Flag.WiderThanArea => "About more areas than this one.",
        JointVerdict.Types.Flag.Joint => "A finding of a joint report.",
        JointVerdict.Types.Flag.MembersUnknown => "Of a joint report whose members are not known.",
        JointVerdict.Types.Flag.PlacedByCycle => "The day of publication is not known; it was placed by other means.",
        JointVerdict.Types.Flag.FrameworkEnded => "The framework is no longer in force.",
        JointVerdict.Types.Flag.Scraped => "Read off the report by somebody else than the inspectorate.",
        JointVerdict.Types.Flag.HearsayOnly => "Rests on other agencies’ opinions only.",
        JointVerdict.Types.Flag.Fictional => "Made up: it concerns a fictional area.",
        JointVerdict.Types.Flag.RuleDiscrepancy
            => "The published grade does not follow from the framework’s own rule; the published grade stands.",
        _ => "Flagged in a way this page does not know yet.",
    };

    public static string Aspect(string aspect) => aspect switch
    {
        "" => "not known",
        "whole" => "the whole",
        _ => Plain(aspect),
    };

    public static string Day(string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
            : "day not known";

    public static string Range(DateRange? range) => (range?.Start ?? "", range?.End ?? "") switch
    {
        ("", "") => "not known",
        ("", var end) => $"to {Day(end)}",
        (var start, "") => $"from {Day(start)}",
        var (start, end) when start == end => Day(start),
        var (start, end) => $"{Day(start)} to {Day(end)}",
    };

    public static string Instant(Timestamp at) =>
        TimeZoneInfo.ConvertTime(at.ToDateTimeOffset(), London).ToString("d MMMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Iso(Timestamp at) => at.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    public static string Days(int days) => Count(days, "day");

    public static string Age(int days) => days switch
    {
        < 0 => "not known",
        < 60 => $"{Count(days, "day")} at the day of this view",
        < 730 => $"about {Count(days / 30, "month")} at the day of this view",
        _ => $"about {Count(days / 365, "year")} at the day of this view",
    };

    public static string Count(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    public static string List(IEnumerable<string> parts) => parts.ToArray() switch
    {
        [] => "",
        [var one] => one,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };

    public static string Parts(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));

    public static string Plain(string slug) => slug.Replace('-', ' ');

    public static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    public static string Anchor(string name) => "v-" + name.Replace('/', '-');

    /// <summary>Where every version of the verdict is shown; null: its name is not of the contract's form.</summary>
    public static string? HistoryLink(string name, Timestamp? recordedAsOf) =>
        name.Split('/') is ["inspectorates", { Length: > 0 } inspectorate, "verdicts", { Length: > 0 } id]
            ? $"/verdicts/{Uri.EscapeDataString(inspectorate)}/{Uri.EscapeDataString(id)}"
                + (recordedAsOf is null ? "" : $"?recordedAsOf={Uri.EscapeDataString(Iso(recordedAsOf))}")
            : null;

    /// <summary>The address where it is one a browser may follow; null: none, or one that would run something.</summary>
    public static string? SafeLink(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.AbsoluteUri
            : null;
}
