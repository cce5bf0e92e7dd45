using Inspectorates.V1;
using static Inspectorates.V1.Framework.Types;
using static Inspectorates.V1.FrameworkResolution.Types;
using Code = Inspectorates.V1.ResolutionReason.Types.Code;

namespace Inspectorates.Hosting.Frameworks;

/// <summary>
/// Which framework of a line applies on a day: the one that began last by then. A function of the registry, the history and the
/// day, whatever the order of either; it selects exactly one, or says why the sources do not. What is to be decided or in
/// consultation has no day and is never selected.
/// </summary>
internal static class FrameworkRule
{
    /// <param name="registry">The inspectorate's frameworks as recorded, in any order.</param>
    /// <param name="question">What is asked.</param>
    public static FrameworkResolution Resolve(IEnumerable<Framework> registry, FrameworkQuestion question)
    {
        var known = registry
            .Where(framework => Lines.Of(framework).Contains(question.Line))
            .Select(framework => AsKnown.On(framework, question.AsOf))
            .OfType<Framework>()
            .OrderBy(framework => Start(framework).First() ?? DateOnly.MinValue)
            .ThenBy(framework => framework.Code, StringComparer.Ordinal)
            .ThenBy(framework => framework.Version, StringComparer.Ordinal)
            .ToList();
        var possible = known.Where(framework => Excluded(framework, question.Day) is null).ToList();
        var last = possible.Select(framework => Start(framework).First()).Max();
        var latest = possible.Where(framework => Start(framework).First() == last).ToList();

        var resolution = latest is [var one] ? Applies(one, question) : Undetermined(latest, question);
        resolution.Line = question.Line;
        resolution.Reasons.Add(known
            .Where(framework => !latest.Exists(chosen => ReferenceEquals(chosen, framework)))
            .Select(framework => WhyNot(framework, latest, question.Day)));
        return resolution;
    }

    private static FrameworkResolution Applies(Framework framework, FrameworkQuestion question)
    {
        var isPlan = framework.State == State.Planned;
        var reasons = ReasonWords.OfStart(framework, question, isPlan).ToList();
        var decided = Transition.Of(framework, question, reasons);
        if (!decided)
            return new() { Outcome = Outcome.UndeterminedBySource, Reasons = { reasons } };
        reasons.AddRange(ReasonWords.OfFramework(framework));
        return new()
        {
            Outcome = Outcome.Applies,
            Framework = framework,
            DecidedBy = isPlan ? DecidedBy.PlannedStart : DecidedBy.ActualStart,
            Start = Start(framework)?.Clone(),
            Reasons = { reasons },
            Judgements = { framework.Judgements.Where(judgement => !judgement.NotMade).Select(judgement => judgement.Clone()) },
            Themes = { framework.Themes.Where(theme => LookedAt(theme, question.Day)).Select(theme => theme.Clone()) },
        };
    }

    private static FrameworkResolution Undetermined(List<Framework> latest, FrameworkQuestion question) => new()
    {
        Outcome = Outcome.UndeterminedBySource,
        Reasons = { latest.Count == 0 ? [ReasonWords.NoneInForce(question)] : latest.Select(one => ReasonWords.MoreThanOne(one, latest)) },
    };

    private static ResolutionReason WhyNot(Framework framework, List<Framework> latest, DateOnly day) =>
        Excluded(framework, day) is { } why ? ReasonWords.Excluded(framework, why) : ReasonWords.Replaced(framework, latest);

    /// <summary>Why a framework is out of the question on a day; null: it is not.</summary>
    private static Code? Excluded(Framework framework, DateOnly day) => framework.State switch
    {
        State.ToBeDecided => Code.ToBeDecided,
        State.InConsultation => Code.InConsultation,
        State.Planned when framework.PlannedStart.First() is not { } planned || planned > day => Code.NotYetBegun,
        State.Ended when framework.ActualEnd is null => framework.ActualStart is null ? Code.GivenUp : Code.EndedBefore,
        _ when Start(framework).First() > day => Code.NotYetBegun,
        _ when framework.ActualEnd.Last() < day => Code.EndedBefore,
        _ => null,
    };

    // A plan is a start only until it is known what came of it.
    private static PlannedDate? Start(Framework framework) =>
        framework.State == State.Planned ? framework.PlannedStart : framework.ActualStart;

    private static bool LookedAt(FrameworkTheme theme, DateOnly day) =>
        theme.Start.First() is { } first && first <= day && !(theme.End.Last() < day);
}
