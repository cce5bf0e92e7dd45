using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using State = Inspectorates.V1.Participation.Types.State;

namespace Inspectorates.Gateway.Tests.Joint.Absences;

/// <summary>What is not there and why.</summary>
public sealed class AbsenceTests
{
    private static SourceAnswer Host(string inspectorate, string kind, params Verdict[] verdicts) =>
        Make.Answer(inspectorate, verdicts) with { Description = Make.Inspectorate(inspectorate, kind) };

    private static IEnumerable<(string, Absence.Types.Kind)> Kinds(JointInspection view) =>
        view.Absences.Select(absence => (absence.Inspectorate, absence.Kind));

    [Fact]
    public void An_agency_nobody_with_powers_over_it_inspected_is_named()
    {
        var absence = Assert.Single(Make.View(Host("blue", "police-force")).Absences);

        Assert.Equal(Absence.Types.Kind.NotInspected, absence.Kind);
        Assert.Equal("Norfolk Constabulary", absence.Agency);
        Assert.Equal(
            "No inspection of Norfolk Constabulary by The blue inspectorate, which has powers over it, is recorded here.",
            absence.Explanation);
    }

    [Fact]
    public void What_an_inspectorate_that_did_not_answer_has_is_not_guessed() =>
        Assert.Empty(Make.View(Host("blue", "police-force") with { State = Source.Types.State.Unreachable }).Absences);

    [Theory]
    [InlineData("E23000024")]
    [InlineData("")]
    public void A_verdict_on_the_agency_or_its_kind_is_an_inspection_of_it(string code) =>
        Assert.Empty(Make.View(Host("blue", "police-force", Make.Verdict("blue", "1", change: verdict =>
            verdict.Subject = Make.About(Make.Agency("police-force", code))))).Absences);

    [Fact]
    public void Taking_part_without_a_verdict_of_its_own_is_not_the_same_as_not_inspecting()
    {
        var view = Make.View(
            Host("blue", "police-force"),
            Make.Answer("red") with { Inspections = [Make.Joint("red", "r", ("blue", State.TookPart))] });

        Assert.Equal([("blue", Absence.Types.Kind.NoOwnVerdict)], Kinds(view));
        Assert.Equal(
            "The blue inspectorate took part in the joint framework of 9 to 13 December 2024 and keeps no verdict of its own from it.",
            Assert.Single(view.Absences).Explanation);
    }

    [Theory]
    [InlineData(State.NotInScope, Absence.Types.Kind.NotParticipating, "its agencies were not in scope")]
    [InlineData(State.Withdrew, Absence.Types.Kind.NotParticipating, "withdrew from")]
    [InlineData(State.NotParticipating, Absence.Types.Kind.NotParticipating, "did not take part in")]
    [InlineData(State.Unknown, Absence.Types.Kind.ParticipationUnknown, "It is not known whether")]
    public void Not_taking_part_is_told_with_what_is_known_of_it(State state, Absence.Types.Kind kind, string words)
    {
        var view = Make.View(Make.Answer("red") with { Inspections = [Make.Joint("red", "r", ("blue", state))] });

        var absence = Assert.Single(view.Absences);
        Assert.Equal(("blue", kind, "joint/926/2024-12-09"), (absence.Inspectorate, absence.Kind, absence.InspectionKey));
        Assert.Contains(words, absence.Explanation);
    }

    [Fact]
    public void A_joint_inspection_of_nobody_known_is_told() =>
        Assert.Equal(
            [("", Absence.Types.Kind.ParticipationUnknown)],
            Kinds(Make.View(Make.Answer("red") with { Inspections = [Make.Joint("red", "r")] })));

    [Fact]
    public void A_verdict_without_a_grade_is_told_with_its_reason()
    {
        var view = Make.View(Make.Answer("red", Make.Verdict("red", "1", Standing.NotJudged, change: verdict =>
            verdict.NotJudgedReason = "insufficient evidence to rate")));

        var absence = Assert.Single(view.Absences);
        Assert.Equal(Absence.Types.Kind.NotJudged, absence.Kind);
        Assert.EndsWith("insufficient evidence to rate.", absence.Explanation);
    }
}
