using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Participation.Types;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>What several records of one inspection make together.</summary>
public sealed class InspectionMergeTests
{
    private static SourceAnswer With(string inspectorate, params Inspection[] inspections) =>
        Make.Answer(inspectorate) with { State = Source.Types.State.Answered, Inspections = inspections };

    private static Inspection Record(string keeper, Action<Inspection>? change = null, string id = "i")
    {
        var inspection = Make.Joint(keeper, id);
        change?.Invoke(inspection);
        return inspection;
    }

    private static JointInspectionRecord Of(Action<Inspection> blue, Action<Inspection> red) =>
        Assert.Single(Make.View(With("blue", Record("blue", blue)), With("red", Record("red", red))).Inspections);

    [Fact]
    public void Those_without_a_key_are_one_each_however_alike()
    {
        var inspections = Make.View(With("red", Record("red", one => one.Key = "", "2"), Record("red", one => one.Key = "", "1"))).Inspections;

        Assert.Equal(["inspectorates/red/inspections/1", "inspectorates/red/inspections/2"], inspections.Select(one => one.Name));
    }

    [Fact]
    public void Of_one_day_they_come_by_key_then_by_name_and_without_fieldwork_by_the_report()
    {
        Inspection Keyed(string id, string key, string fieldwork = "2024-12-09", string published = "2025-02-27") => Record("red", one =>
        {
            (one.Key, one.PublishedOn) = (key, published);
            one.Fieldwork = fieldwork.Length == 0 ? null : new DateRange { Start = fieldwork, End = fieldwork };
        }, id);

        Assert.Equal(
            ["5", "2", "1", "3", "4", "6"],
            Make.View(With(
                "red", Keyed("1", "b"), Keyed("2", "a"), Keyed("4", "", "2023-01-01"), Keyed("3", "", "2023-01-01"),
                Keyed("5", "c", "", "2025-01-01"), Keyed("6", "d", "", ""))).Inspections.Select(one => one.Name[^1..]));
    }

    [Fact]
    public void It_is_joint_or_a_pilot_where_one_record_says_so_and_else_what_the_first_says()
    {
        Assert.Equal(Inspection.Types.Kind.Joint, Of(one => one.Kind = Inspection.Types.Kind.Single, _ => { }).Kind);
        Assert.Equal(
            Inspection.Types.Kind.FocusedVisit,
            Of(one => one.Kind = Inspection.Types.Kind.FocusedVisit, one => one.Kind = Inspection.Types.Kind.Single).Kind);
        Assert.True(Of(_ => { }, one => one.Pilot = true).Pilot);
        Assert.True(Of(one => one.Pilot = true, _ => { }).Pilot);
        Assert.False(Of(_ => { }, _ => { }).Pilot);
    }

    [Fact]
    public void What_the_first_record_does_not_know_the_next_one_tells()
    {
        var told = Of(
            one =>
            {
                (one.Fieldwork, one.PublishedOn, one.Theme, one.StatementDueOn, one.FrameworkVersion) = (null, "", "", "", "");
            },
            one =>
            {
                (one.Theme, one.StatementDueOn) = ("exploitation", "2025-05-01");
                one.Source = new Provenance { Uri = "https://example.org/report" };
            });

        Assert.Equal(
            ("2024-12-09", "2025-02-27", "exploitation", "2025-05-01", "1", "https://example.org/report"),
            (told.Fieldwork.Start, told.PublishedOn, told.Theme, told.StatementDueOn, told.FrameworkVersion, told.SourceUri));
        Assert.Empty(told.Notes);
    }

    [Fact]
    public void What_nobody_knows_is_empty_and_a_framework_nobody_describes_is_called_by_its_code()
    {
        void Nothing(Inspection one) =>
            (one.Fieldwork, one.PublishedOn, one.Theme, one.StatementDueOn, one.Framework) = (null, "", "", "", "unheard-of");
        var told = Of(Nothing, Nothing);

        Assert.Null(told.Fieldwork);
        Assert.Equal(("", "", "", "", "unheard-of"), (told.PublishedOn, told.Theme, told.StatementDueOn, told.SourceUri, told.FrameworkLabel));
        Assert.Empty(told.Notes);
    }

    public static TheoryData<Action<Inspection>, Action<Inspection>, string> Conflicts => new()
    {
        { one => one.PublishedOn = "2025-02-28", _ => { }, "The records differ on the day it was published: The blue inspectorate has 2025-02-28 and The red inspectorate has 2025-02-27." },
        { one => one.Theme = "neglect", one => one.Theme = "exploitation", "The records differ on the theme: The blue inspectorate has neglect and The red inspectorate has exploitation." },
        { one => one.StatementDueOn = "2025-05-01", one => one.StatementDueOn = "2025-05-02", "The records differ on the day a statement is due: The blue inspectorate has 2025-05-01 and The red inspectorate has 2025-05-02." },
        { one => one.Fieldwork.End = "2024-12-12", _ => { }, "The records differ on the fieldwork: The blue inspectorate has 9 to 12 December 2024 and The red inspectorate has 9 to 13 December 2024." },
        { one => one.State = Inspection.Types.State.Withdrawn, _ => { }, "The blue inspectorate has it as withdrawn." },
        { one => one.Notes.Add("A day is missing."), one => one.Notes.Add("A day is missing."), "A day is missing." },
    };

    [Theory]
    [MemberData(nameof(Conflicts), DisableDiscoveryEnumeration = true)]
    public void What_the_records_differ_in_is_said(Action<Inspection> blue, Action<Inspection> red, string note) =>
        Assert.Equal([note], Of(blue, red).Notes);

    public static TheoryData<State, State, string> OfTheThird => new()
    {
        { State.NotInScope, State.TookPart, "The blue inspectorate has \"not in scope\" and The red inspectorate has \"took part\"." },
        { State.NotParticipating, State.Withdrew, "The blue inspectorate has \"not participating\" and The red inspectorate has \"withdrew\"." },
    };

    [Theory]
    [MemberData(nameof(OfTheThird))]
    public void Where_two_know_of_a_third_the_first_by_code_is_shown_and_the_conflict_is_said(State blues, State reds, string conflict)
    {
        var told = Of(
            one => one.Participation.Add(new Participation { Inspectorate = "green", State = blues }),
            one => one.Participation.Add(new Participation { Inspectorate = "green", State = reds }));

        Assert.Equal(blues, Assert.Single(told.Participation).State);
        Assert.Equal([$"The records differ on whether green took part: {conflict}"], told.Notes);
    }

    [Fact]
    public void Who_took_part_is_told_in_the_order_of_codes_and_that_two_agree_is_no_conflict()
    {
        void Say(Inspection one) => one.Participation.Add(
        [
            new Participation { Inspectorate = "red", State = State.TookPart }, new Participation { Inspectorate = "blue", State = State.TookPart },
        ]);
        var told = Of(Say, Say);

        Assert.Equal(["blue", "red"], told.Participation.Select(one => one.Inspectorate));
        Assert.Empty(told.Notes);
    }

    [Fact]
    public void A_state_that_is_not_known_is_called_so() => Assert.Equal("not known", Participations.In(State.Unknown));
}
