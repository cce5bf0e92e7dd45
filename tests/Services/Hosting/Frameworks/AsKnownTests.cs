using Inspectorates.Hosting;
using Inspectorates.Hosting.Frameworks;
using Inspectorates.V1;
using Kind = Inspectorates.V1.FrameworkAnnouncement.Types.Kind;
using Precision = Inspectorates.V1.PlannedDate.Types.Precision;
using State = Inspectorates.V1.Framework.Types.State;

namespace Inspectorates.Services.Tests.Hosting.Frameworks;

public sealed class AsKnownTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    public static TheoryData<IInspectorate> Described => SelfDescriptionTests.Described;

    [Theory, MemberData(nameof(Described))]
    public void What_was_announced_of_every_framework_comes_to_what_is_recorded_of_it_today(IInspectorate inspectorate) =>
        Assert.All(inspectorate.Describe().Frameworks, recorded => Assert.Equal(recorded, AsKnown.On(recorded, Today)));

    [Theory, MemberData(nameof(Described))]
    public void At_most_one_framework_of_a_line_applies_on_any_day_since_2012(IInspectorate inspectorate)
    {
        var registry = inspectorate.Describe().Frameworks;
        foreach (var line in Lines.Of(registry))
            for (var day = new DateOnly(2012, 1, 1); day <= Today; day = day.AddDays(1))
                Assert.DoesNotContain(
                    FrameworkRule.Resolve(registry, new(line, day, Today, [], AlreadyInspected.Undetermined)).Reasons,
                    reason => reason.Code == ResolutionReason.Types.Code.MoreThanOne);
    }

    [Theory, MemberData(nameof(Described))]
    public void Every_announcement_says_something_and_where_and_when(IInspectorate inspectorate) =>
        Assert.All(inspectorate.Describe().Frameworks.SelectMany(framework => framework.Announcements), said =>
        {
            Assert.NotEmpty(said.Text);
            Assert.StartsWith("https://", said.SourceUri, StringComparison.Ordinal);
            Assert.NotNull(said.Announced.First());
        });

    [Fact]
    public void An_end_announced_beforehand_is_a_date_and_not_yet_a_state()
    {
        var framework = new Framework
        {
            Code = "f",
            State = State.Ended,
            ActualStart = Day("2018-01-01"),
            ActualEnd = Day("2026-03-31"),
            Announcements = { new FrameworkAnnouncement { Kind = Kind.Ended, Announced = Day("2025-09-01"), Day = Day("2026-03-31") } },
        };

        Assert.Equal((State.InForce, null), StateAndEnd(framework, new(2025, 8, 31)));
        Assert.Equal((State.InForce, "2026-03-31"), StateAndEnd(framework, new(2025, 9, 1)));
        Assert.Equal((State.InForce, "2026-03-31"), StateAndEnd(framework, new(2026, 3, 31)));
        Assert.Equal((State.Ended, "2026-03-31"), StateAndEnd(framework, new(2026, 4, 1)));
    }

    [Fact]
    public void An_end_that_nobody_announced_is_known_once_it_is_over()
    {
        var framework = new Framework
        {
            Code = "f",
            State = State.Ended,
            ActualEnd = new PlannedDate { Day = "2013-10-01", Precision = Precision.Month },
        };

        Assert.Equal((State.InForce, null), StateAndEnd(framework, new(2013, 10, 31)));
        Assert.Equal((State.Ended, "2013-10-01"), StateAndEnd(framework, new(2013, 11, 1)));
    }

    [Fact]
    public void A_plan_whose_announcement_is_not_recorded_counts_as_always_known_and_its_beginning_from_the_day_on()
    {
        var framework = new Framework { Code = "f", State = State.InForce, PlannedStart = Day("2013-09-01"), ActualStart = Day("2013-11-01") };

        Assert.Equal(State.Planned, AsKnown.On(framework, new(2013, 10, 31))!.State);
        Assert.Equal(State.InForce, AsKnown.On(framework, new(2013, 11, 1))!.State);
        Assert.Null(AsKnown.On(new Framework { Code = "f", State = State.InForce, ActualStart = Day("2013-11-01") }, new(2013, 10, 31)));
    }

    private static (State, string?) StateAndEnd(Framework framework, DateOnly day) =>
        AsKnown.On(framework, day) is { } known ? (known.State, known.ActualEnd?.Day) : default;

    private static PlannedDate Day(string iso) => new() { Day = iso, Precision = Precision.Day };
}
