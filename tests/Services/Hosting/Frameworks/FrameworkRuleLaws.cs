using Inspectorates.Hosting.Frameworks;
using Inspectorates.V1;
using static Inspectorates.V1.FrameworkResolution.Types;
using Code = Inspectorates.V1.ResolutionReason.Types.Code;
using Kind = Inspectorates.V1.FrameworkAnnouncement.Types.Kind;
using Precision = Inspectorates.V1.PlannedDate.Types.Precision;
using State = Inspectorates.V1.Framework.Types.State;

namespace Inspectorates.Services.Tests.Hosting.Frameworks;

/// <summary>What holds of any registry, history and day. Each case is drawn from its number, so that one that fails can be run again.</summary>
public sealed class FrameworkRuleLaws
{
    private const int Cases = 10_000;
    private const string Line = "line";

    private static readonly DateOnly First = new(2012, 1, 1);

    private sealed record Case(List<Framework> Registry, FrameworkQuestion Question)
    {
        public FrameworkResolution Resolve() => FrameworkRule.Resolve(Registry, Question);

        public Framework? Known(Framework framework) => AsKnown.On(framework, Question.AsOf);
    }

    private static Case Draw(int number)
    {
        var random = new Random(number);
        var registry = Enumerable.Range(0, random.Next(0, 7)).Select(place => Draw(random, place)).ToList();
        PastInspection[] past = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ =>
            new PastInspection($"f{random.Next(6)}", random.Next(4) == 0 ? null : Day(random), random.Next(2) == 0))];
        return new Case(registry, new FrameworkQuestion(Line, Day(random), Day(random), past, (AlreadyInspected)random.Next(2)));
    }

    private static Framework Draw(Random random, int place)
    {
        var framework = new Framework
        {
            Code = $"f{place}",
            Label = $"Framework {place}",
            Version = "1",
            State = (State)random.Next(1, 6),
            Mode = (Framework.Types.Mode)random.Next(1, 4),
            Lines = { random.Next(6) == 0 ? "another" : Line },
            PlannedStart = Maybe(random),
        };
        if (framework.State is State.InForce or State.Ended)
            framework.ActualStart = Maybe(random);
        if (framework.State == State.Ended)
            framework.ActualEnd = Maybe(random);
        if (framework.State == State.ToBeDecided)
            framework.Declared = Maybe(random);
        framework.Announcements.Add(Enumerable.Range(0, random.Next(0, 4)).Select(_ => new FrameworkAnnouncement
        {
            Kind = (Kind)random.Next(1, 7),
            Announced = Maybe(random),
            Day = Maybe(random),
        }));
        if (random.Next(3) == 0)
            framework.Transition = new FrameworkTransition { NotYetInspectedUnder = $"f{random.Next(6)}", Text = "Those not yet inspected." };
        return framework;
    }

    private static DateOnly Day(Random random) => First.AddDays(random.Next(0, 1500));

    private static PlannedDate? Maybe(Random random) => random.Next(4) == 0
        ? null
        : new PlannedDate { Day = Day(random).ToString("yyyy-MM-dd", null), Precision = (Precision)random.Next(1, 4) };

    private static void All(Action<Case> law)
    {
        for (var number = 0; number < Cases; number++)
        {
            try
            {
                law(Draw(number));
            }
            catch (Exception broken) when (broken is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"Case {number} breaks the law.", broken);
            }
        }
    }

    [Fact]
    public void What_is_to_be_decided_in_consultation_or_given_up_is_never_selected() => All(one =>
    {
        if (one.Resolve().Framework is { } chosen)
            Assert.True(chosen.State is State.InForce or State.Planned || (chosen.State == State.Ended && chosen.ActualEnd is not null));
    });

    [Fact]
    public void Exactly_one_applies_or_none_and_there_is_always_a_reason() => All(one =>
    {
        var resolution = one.Resolve();

        Assert.NotEmpty(resolution.Reasons);
        Assert.All(resolution.Reasons, reason => Assert.True(reason.Code != Code.Unspecified && reason.Text.Length > 0));
        Assert.Equal(resolution.Outcome == Outcome.Applies, resolution.Framework is not null);
        Assert.Equal(resolution.Outcome == Outcome.Applies, resolution.DecidedBy != DecidedBy.Unspecified);
        Assert.NotEqual(Outcome.Unspecified, resolution.Outcome);
        if (resolution.Outcome == Outcome.UndeterminedBySource)
            Assert.Contains(resolution.Reasons, reason => reason.Code is Code.NoneInForce or Code.MoreThanOne or Code.AlreadyInspected);
    });

    [Fact]
    public void The_order_of_the_registry_and_of_the_history_does_not_matter() => All(one =>
    {
        var turned = new Case([.. one.Registry.AsEnumerable().Reverse()], one.Question with { Past = [.. one.Question.Past.Reverse()] });

        Assert.Equal(one.Resolve(), turned.Resolve());
    });

    [Fact]
    public void Every_framework_known_of_the_line_is_spoken_of_and_no_other() => All(one =>
    {
        var known = one.Registry.Where(framework => framework.Lines.Contains(Line) && one.Known(framework) is not null).Select(framework => framework.Code);

        Assert.Equal(
            known.Order(StringComparer.Ordinal),
            one.Resolve().Reasons.Select(reason => reason.Framework).Where(code => code.Length > 0).Distinct().Order(StringComparer.Ordinal));
    });

    [Fact]
    public void What_applies_had_begun_by_the_day_and_not_ended_and_a_plan_is_called_a_plan() => All(one =>
    {
        var resolution = one.Resolve();
        if (resolution.Framework is not { } chosen)
            return;

        Assert.False(resolution.Start.First() > one.Question.Day);
        Assert.False(chosen.ActualEnd.Last() < one.Question.Day);
        Assert.Equal(chosen.State == State.Planned, resolution.DecidedBy == DecidedBy.PlannedStart);
        Assert.Equal(resolution.Start.IsCoarse(), resolution.Reasons.Any(reason => reason.Code == Code.StartNotToTheDay && reason.Framework == chosen.Code));
    });

    [Fact]
    public void What_was_said_after_the_day_of_knowledge_changes_nothing() => All(one =>
    {
        var later = new PlannedDate { Day = one.Question.AsOf.AddDays(1).ToString("yyyy-MM-dd", null), Precision = Precision.Day };
        var told = one.Registry.Select(framework => framework.Clone()).ToList();
        foreach (var framework in told.Where(framework => framework.Announcements.Count > 0))
            framework.Announcements.Add(new FrameworkAnnouncement { Kind = framework.Announcements[0].Kind, Announced = later, Day = later });

        Assert.Equal(one.Resolve(), (one with { Registry = told }).Resolve());
    });

    [Fact]
    public void A_policy_decides_only_what_the_source_leaves_open() => All(one =>
    {
        var silent = (one with { Question = one.Question with { AlreadyInspected = AlreadyInspected.Undetermined } }).Resolve();
        var decided = (one with { Question = one.Question with { AlreadyInspected = AlreadyInspected.New } }).Resolve();

        if (silent.Reasons.Any(reason => reason.Code == Code.AlreadyInspected))
        {
            Assert.Null(silent.Framework);
            Assert.Contains(decided.Reasons, reason => reason.Code == Code.DecidedByPolicy);
            Assert.NotNull(decided.Framework);
        }
        else
        {
            Assert.Equal(silent, decided);
        }
    });
}
