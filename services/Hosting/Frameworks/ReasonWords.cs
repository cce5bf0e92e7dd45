using Inspectorates.V1;
using static Inspectorates.V1.Framework.Types;
using Code = Inspectorates.V1.ResolutionReason.Types.Code;
using Kind = Inspectorates.V1.FrameworkAnnouncement.Types.Kind;

namespace Inspectorates.Hosting.Frameworks;

/// <summary>The steps of the reasoning in sentences for people.</summary>
internal static class ReasonWords
{
    /// <summary>Which of its dates decides, how precisely it is known, and how the plan stands to the fact.</summary>
    public static IEnumerable<ResolutionReason> OfStart(Framework framework, FrameworkQuestion question, bool isPlan)
    {
        var start = isPlan ? framework.PlannedStart : framework.ActualStart;
        yield return isPlan
            ? Of(framework, Code.PlannedToHaveBegun,
                $"{framework.Label} was planned to begin {start.When()}. By {question.AsOf.InWords()} it was not known to have begun: the plan decides, and a plan is not a fact.",
                SourceOf(framework, Kind.Planned))
            : Of(framework, Code.Begun, start is null
                ? $"{framework.Label} was in force on {question.Day.InWords()}; the day it began is not recorded."
                : $"{framework.Label} began {start.When()} and had not ended by {question.Day.InWords()}.", SourceOf(framework, Kind.Began));
        if (start.IsCoarse())
            yield return Of(framework, Code.StartNotToTheDay,
                $"That is known to the {(start!.Precision == PlannedDate.Types.Precision.Month ? "month" : "year")} only, and counted from {start.First()!.Value.InWords()}.");
        if (!isPlan && start.First() is { } began && framework.PlannedStart.First() is { } planned && planned != began)
            yield return Of(framework, Code.PlanAndFactDiffer,
                $"It had been planned for {framework.PlannedStart.InWords()} and began {start.When()}: the fact decides.", SourceOf(framework, Kind.Planned));
    }

    /// <summary>What is to be known of the framework that applies.</summary>
    public static IEnumerable<ResolutionReason> OfFramework(Framework framework)
    {
        if (framework.Mode == Mode.SingleAgencyMultiAgencyLens)
            yield return Of(framework, Code.NoJointOverall,
                "It is one inspectorate's inspection with an eye on how agencies work together: there is no joint overall, and what it sees of others' agencies it refers to their host inspectorates.");
        foreach (var judgement in framework.Judgements.Where(judgement => judgement.NotMade))
            yield return Of(framework, Code.JudgementNotMade, $"This judgement is not made on that day: {judgement.Label}.");
        if (framework.Unverified.Length > 0)
            yield return Of(framework, Code.NotVerified, $"Not read in a primary source: {framework.Unverified}");
    }

    /// <summary>Why a framework is out of the question.</summary>
    public static ResolutionReason Excluded(Framework framework, Code why) => Of(framework, why, why switch
    {
        Code.ToBeDecided => framework.Declared.First() is null
            ? $"{framework.Label} is to be decided: what has no date is never selected."
            : $"{framework.Label} has been to be decided since {framework.Declared.InWords()}: what has no date is never selected.",
        Code.InConsultation => $"{framework.Label} was in consultation: what is only proposed is never selected.",
        Code.GivenUp => $"{framework.Label} was given up before it began.",
        Code.EndedBefore => $"{framework.Label} had ended: {framework.ActualEnd.InWords()} was its last.",
        _ => $"{framework.Label} had not begun: that {(framework.State == State.Planned ? $"is planned for {framework.PlannedStart.InWords()}" : $"was {framework.ActualStart.When()}")}.",
    });

    /// <summary>Why one that had begun and has no end gave way.</summary>
    public static ResolutionReason Replaced(Framework framework, List<Framework> latest) =>
        Of(framework, Code.Replaced, $"{framework.Label} began earlier; {string.Join(" and ", latest.Select(one => one.Label))} took its place.");

    public static ResolutionReason MoreThanOne(Framework framework, List<Framework> latest) =>
        Of(framework, Code.MoreThanOne, $"{framework.Label} is one of {latest.Count} of this line that began on the same day, and nothing says which applies.");

    public static ResolutionReason NoneInForce(FrameworkQuestion question) => new()
    {
        Code = Code.NoneInForce,
        Text = $"The registry holds no framework of the line \"{question.Line}\" that applied on {question.Day.InWords()}, by what was known on {question.AsOf.InWords()}.",
    };

    private static string SourceOf(Framework framework, Kind kind) =>
        framework.Announcements.LastOrDefault(one => one.Kind == kind)?.SourceUri is { Length: > 0 } said ? said : framework.SourceUri;

    private static ResolutionReason Of(Framework framework, Code code, string text, string source = "") =>
        new() { Code = code, Text = text, Framework = framework.Code, Version = framework.Version, SourceUri = source };
}
