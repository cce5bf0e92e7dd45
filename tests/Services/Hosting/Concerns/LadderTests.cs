using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Records.Concerns;
using Inspectorates.Hosting.Settings;
using Inspectorates.V1;
using Microsoft.Extensions.Configuration;

namespace Inspectorates.Services.Tests.Hosting.Concerns;

/// <summary>Who holds a concern, until when, and how far beyond its time: by exact days, and whatever the days.</summary>
public sealed class LadderTests
{
    // Friday 12 June 2026, noon in London.
    private static readonly DateTimeOffset Friday = new(2026, 6, 12, 11, 0, 0, TimeSpan.Zero);

    private static readonly Ladder Usual = new(Read([]));

    [Fact]
    public void F4_the_usual_ladder_has_five_steps_within_five_working_days_then_the_board_and_an_immediate_route_of_a_day()
    {
        var ladder = Usual.Describe();

        Assert.Equal(
            ["practitioner", "line-manager", "service-manager", "head-of-service", "director", "board"], ladder.Steps.Select(step => step.Holder));
        Assert.Equal([1, 1, 1, 1, 1, 14], ladder.Steps.Select(step => step.WorkingDays));
        Assert.Equal(5, ladder.Steps.Take(5).Sum(step => step.WorkingDays));
        Assert.Equal(24, ladder.ImmediateHours);
    }

    [Theory]
    // A weekend, and the late May bank holiday of 2026 on Monday the 25th.
    [InlineData("practitioner", "2026-06-12T11:00:00Z", "2026-06-15")]
    [InlineData("practitioner", "2026-05-22T11:00:00Z", "2026-05-26")]
    [InlineData("board", "2026-06-12T11:00:00Z", "2026-07-02")]
    // Half past eleven in the evening by UTC is the next day in London's summer.
    [InlineData("practitioner", "2026-06-15T23:30:00Z", "2026-06-17")]
    // The bank holidays of 2029 are not known: no day is better than a wrong one.
    [InlineData("board", "2028-12-20T11:00:00Z", "")]
    public void A_step_is_due_by_working_days_from_the_day_after_it_was_reached(string holder, string at, string due)
    {
        var stage = Usual.Reach(holder, DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture), null);

        Assert.Equal(due, stage.DueOn);
        Assert.Null(stage.DueAt);
    }

    [Fact]
    public void On_the_immediate_route_the_hours_count_from_when_it_was_raised_whatever_the_step_and_the_weekend()
    {
        var later = Usual.Reach("director", Friday.AddHours(20), Friday);

        Assert.Equal(Timestamp.FromDateTimeOffset(Friday.AddHours(24)), later.DueAt);
        Assert.Equal("", later.DueOn);
    }

    [Theory]
    [InlineData("2026-06-15T22:59:00Z", null, 0)]
    [InlineData("2026-06-15T23:00:00Z", "held beyond its time by 1 working day", 1)]
    [InlineData("2026-06-18T11:00:00Z", "held beyond its time by 3 working days", 3)]
    [InlineData("2026-06-21T11:00:00Z", "held beyond its time by 4 working days", 4)]
    public void F4_a_concern_held_and_not_escalated_is_shown_against_its_holder(string now, string? text, int days)
    {
        var held = HeldTime.Of(Raised(Friday, immediate: false), At(now));

        Assert.Equal(text, held?.Text);
        if (text is not null)
            Assert.Equal(("practitioner", days), (held!.Holder, held.WorkingDays));
    }

    [Fact]
    public void On_the_immediate_route_it_is_beyond_its_time_from_the_hour()
    {
        var concern = Raised(Friday, immediate: true);

        Assert.Null(HeldTime.Of(concern, Friday.AddHours(24)));
        Assert.Equal("held beyond its time by less than a working day", HeldTime.Of(concern, Friday.AddHours(24).AddMinutes(1))!.Text);
        Assert.Equal("held beyond its time by 1 working day", HeldTime.Of(concern, At("2026-06-15T11:00:00Z"))!.Text);
    }

    [Theory]
    [InlineData(Concern.Types.State.Referred)]
    [InlineData(Concern.Types.State.Closed)]
    public void What_is_no_longer_held_is_not_held_beyond_its_time(Concern.Types.State state)
    {
        var concern = Raised(Friday, immediate: false);
        concern.State = state;

        Assert.Null(HeldTime.Of(concern, Friday.AddDays(100)));
    }

    [Fact]
    public void Escalating_begins_the_next_steps_time_and_ends_the_last_ones()
    {
        var concern = Raised(Friday, immediate: false);
        var late = At("2026-06-18T11:00:00Z");
        Assert.NotNull(HeldTime.Of(concern, late));

        concern.Stage = Usual.Reach(Usual.Above(concern.Stage)[0], late, null);

        Assert.Equal(("line-manager", "2026-06-19"), (concern.Stage.Holder, concern.Stage.DueOn));
        Assert.Null(HeldTime.Of(concern, late));
    }

    [Fact]
    public void Nothing_is_above_the_last_step_and_a_step_that_is_gone_counts_by_its_number()
    {
        Assert.Empty(Usual.Above(Usual.Reach("board", Friday, null)));
        Assert.Equal(["head-of-service", "director", "board"], Usual.Above(new ConcernStage { Number = 3, Holder = "team-manager" }));
    }

    [Fact]
    public void However_long_a_concern_is_held_it_never_becomes_less_late()
    {
        for (var offset = 0; offset < 300; offset++)
        {
            var raised = Friday.AddHours(offset * 7);
            foreach (var immediate in new[] { false, true })
            {
                var concern = Raised(raised, immediate);
                var before = -1;
                for (var hour = 0; hour < 24 * 12; hour += 5)
                {
                    var days = HeldTime.Of(concern, raised.AddHours(hour))?.WorkingDays ?? -1;
                    Assert.True(days >= before, $"raised {raised:O}, after {hour} h: {days} after {before}");
                    before = days;
                }
            }
        }
    }

    [Theory]
    [InlineData("Escalation:Steps", "director")]
    [InlineData("Escalation:Steps", "director 0")]
    [InlineData("Escalation:Steps", "Jane Smith 1")]
    [InlineData("Escalation:Steps", "director 1, director 2")]
    [InlineData("Escalation:ImmediateHours", "0")]
    public void A_ladder_that_cannot_be_climbed_is_a_fault_of_the_settings(string key, string value)
    {
        var faults = new List<string>();

        Read(new() { [key] = value }, faults);

        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.StartsWith(key, fault, StringComparison.Ordinal));
    }

    [Fact]
    public void An_inspectorate_sets_its_own_ladder()
    {
        var ladder = new Ladder(Read(new() { ["Escalation:Steps"] = "inspector 2, chief-inspector 10", ["Escalation:ImmediateHours"] = "4" }));

        Assert.Equal(["inspector", "chief-inspector"], ladder.Holders);
        Assert.Equal("chief inspector", ladder.Describe().Steps[1].Label);
        Assert.Equal(4, ladder.Describe().ImmediateHours);
    }

    private static Concern Raised(DateTimeOffset at, bool immediate) => new()
    {
        State = Concern.Types.State.Open,
        Holder = "practitioner",
        Stage = Usual.Reach("practitioner", at, immediate ? at : null),
    };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static EscalationSettings Read(Dictionary<string, string?> settings, List<string>? faults = null)
    {
        var found = faults ?? [];
        var read = EscalationSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), found);
        if (faults is null)
            Assert.Empty(found);
        return read;
    }
}
