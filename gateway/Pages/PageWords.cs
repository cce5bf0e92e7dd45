using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.Reference;
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

    /// <summary>What the kind of difference means, for a reader who does not know it.</summary>
    public static string KindExplained(Difference difference) => difference.Kind switch
    {
        Difference.Types.Kind.Contradiction =>
            $"A contradiction: two inspectorates, or groups of them, looked at the same matter within {Days(difference.WindowDays)} and "
            + "came to opposite verdicts. Neither may overrule the other, and nobody here says which is right.",
        Difference.Types.Kind.OverTime =>
            "A change over time, and no contradiction: the two verdicts on the same matter are opposed, and either the same "
            + "authors made both or so much time lies between them that practice may have changed.",
        _ => "A divergence, and no contradiction: the two verdicts differ, and so does what they are about, so that both may "
            + $"hold. {Reason(difference.Reason)}",
    };

    public static string Reason(Difference.Types.Reason reason) => reason switch
    {
        Difference.Types.Reason.DifferentScope => "Here at least one of them is a broad judgement, which covers more than one process.",
        Difference.Types.Reason.MappedFramework => "Here one was mapped from a criterion of an older framework.",
        Difference.Types.Reason.DifferentAgency => "Here they are about the work of two different agencies.",
        Difference.Types.Reason.DifferentAspect => "Here they are about two different aspects of the process.",
        Difference.Types.Reason.AspectUnknown => "Here it is not known which aspect of the process one of them is about.",
        Difference.Types.Reason.CodedByRule => "Here one was coded from a report’s wording by a rule, and nobody has confirmed it.",
        Difference.Types.Reason.MixedGrade => "Here one of them is mixed: neither what is expected nor plainly short of it.",
        _ => "",
    };

    public static string Cause(DifferenceCause.Types.Kind cause) => cause switch
    {
        DifferenceCause.Types.Kind.PracticeChanged => "Practice changed",
        DifferenceCause.Types.Kind.FrameworkChanged => "Framework changed",
        DifferenceCause.Types.Kind.InspectorateChanged => "Inspectorate changed",
        DifferenceCause.Types.Kind.EvidenceChanged => "Evidence changed",
        _ => "Unexplained",
    };

    /// <summary>What the verdict rests on, by type.</summary>
    public static string Evidence(JointVerdict verdict) =>
        EvidenceWords.List(verdict.Evidence) is { Length: > 0 } types ? types : "not recorded";

    /// <summary>What the process is called; empty: no process in particular.</summary>
    public static string Term(string process) =>
        process.Length == 0 ? "" : ProcessCatalogue.England.TryFind(process, out var known) ? known.Term : process;

    /// <summary>What the stage of the child's journey is called, as within a sentence; empty: none is known.</summary>
    public static string Stage(string stage) =>
        JourneyStages.All.FirstOrDefault(known => known.Code == stage) is { } one ? Joint.Words.InSentence(one.Label) : Plain(stage);

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
        JointVerdict.Types.Flag.HearsayOnly => "Rests on other agencies’ opinions only: what one says of another is not evidence by itself, and it weighs nothing here.",
        JointVerdict.Types.Flag.ProxyOnly => "Rests only on figures from which nothing follows by itself: it weighs nothing here.",
        JointVerdict.Types.Flag.NoChildsVoice => "No child’s voice is recorded in what it rests on.",
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

    public static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>What a test comes to, in words.</summary>
    public static string Test(AgreementChiSquared? result) => result is null
        ? "they differ in nothing, so that there is nothing to test"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Statistic:0.00} with {Count(result.DegreesOfFreedom, "degree")} of freedom, {(result.PValue < 0.001 ? "less than 0.1" : (result.PValue * 100).ToString("0.0", CultureInfo.InvariantCulture))} % likely by chance");

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

    /// <summary>What those are called that gave no proper answer.</summary>
    public static IEnumerable<string> NotProper(IEnumerable<Source> sources) => sources
        .Where(source => source.State is not (Source.Types.State.Answered or Source.Types.State.NoVerdict))
        .Select(source => source.Label.Length > 0 ? source.Label : source.Inspectorate);

    public static string Parts(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));

    public static string Plain(string slug) => slug.Replace('-', ' ');

    public static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    public static string Anchor(string name) => "v-" + name.Replace('/', '-');

    /// <summary>The anchor of an inspection: by its key, which says what it was and does not change when it is recorded anew.</summary>
    public static string Anchor(JointInspectionRecord inspection) =>
        (inspection.Key.Length > 0 ? inspection.Key : inspection.Name).Replace('/', '-');

    /// <summary>The day and the instant of the record that a page is of, as a query; empty: now.</summary>
    public static string Past(string asOf, Timestamp? recordedAsOf) => QueryString.Create(
        new Dictionary<string, string?> { ["asOf"] = asOf, ["recordedAsOf"] = recordedAsOf is null ? "" : Iso(recordedAsOf) }
            .Where(one => one.Value is { Length: > 0 })).ToString();

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
