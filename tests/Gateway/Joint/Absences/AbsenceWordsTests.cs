using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.Absence.Types;
using static Inspectorates.V1.Grade.Types;
using State = Inspectorates.V1.Participation.Types.State;

namespace Inspectorates.Gateway.Tests.Joint.Absences;

/// <summary>How absences are told, to the letter, and in which order.</summary>
public sealed class AbsenceWordsTests
{
    private static readonly Agency Police = Make.Agency("police-force", "E23000024", "Norfolk Constabulary");

    private static Absence NotJudged(Action<Verdict> change) => Assert.Single(
        Make.View(Make.Answer("red", Make.Verdict("red", "1", Standing.NotJudged, change: verdict =>
        {
            verdict.NotJudgedReason = "insufficient evidence";
            change(verdict);
        }))).Absences);

    public static TheoryData<Action<Verdict>, string, string> WithoutAGrade => new()
    {
        { _ => { }, "", "The red inspectorate gave no grade of \"Strategy discussion / strategy meeting\" (fieldwork 9 December 2024): insufficient evidence." },
        { verdict => verdict.NotJudgedReason = "insufficient evidence.", "", "The red inspectorate gave no grade of \"Strategy discussion / strategy meeting\" (fieldwork 9 December 2024): insufficient evidence." },
        { verdict => (verdict.Process, verdict.Judgement) = ("", "overall"), "", "The red inspectorate gave no grade of \"The overall question\" (fieldwork 9 December 2024): insufficient evidence." },
        { verdict => (verdict.Process, verdict.Judgement) = ("", "unheard-of"), "", "The red inspectorate gave no grade of \"unheard-of\" (fieldwork 9 December 2024): insufficient evidence." },
        { verdict => verdict.Process = "", "", "The red inspectorate gave no grade of \"a process that was not identified\" (fieldwork 9 December 2024): insufficient evidence." },
        { verdict => verdict.Subject = Make.About(Police), "Norfolk Constabulary", "The red inspectorate gave no grade of \"Strategy discussion / strategy meeting\" by Norfolk Constabulary (fieldwork 9 December 2024): insufficient evidence." },
        { verdict => verdict.Subject = Make.About(Make.Agency("police-force")), "", "The red inspectorate gave no grade of \"Strategy discussion / strategy meeting\" (fieldwork 9 December 2024): insufficient evidence." },
        { verdict => (verdict.NotJudgedReason, verdict.Grade) = ("", new Grade { Label = "Inspected but not rated" }), "", "The red inspectorate gave no grade of \"Strategy discussion / strategy meeting\" (fieldwork 9 December 2024): Inspected but not rated." },
        { verdict => (verdict.NotJudgedReason, verdict.Grade) = ("", null), "", "The red inspectorate gave no grade of \"Strategy discussion / strategy meeting\" (fieldwork 9 December 2024): no reason is recorded." },
    };

    [Theory]
    [MemberData(nameof(WithoutAGrade), DisableDiscoveryEnumeration = true)]
    public void A_verdict_without_a_grade_says_of_what_by_whom_when_and_why(Action<Verdict> change, string agency, string explanation)
    {
        var absence = NotJudged(change);

        Assert.Equal((Kind.NotJudged, agency, explanation), (absence.Kind, absence.Agency, absence.Explanation));
    }

    public static TheoryData<State, string, string> Absent => new()
    {
        { State.NotInScope, "", "The blue inspectorate did not take part in the joint framework of 9 to 13 December 2024; its agencies were not in scope." },
        { State.NotInScope, "by theme.", "The blue inspectorate did not take part in the joint framework of 9 to 13 December 2024; its agencies were not in scope: by theme." },
        { State.Withdrew, "", "The blue inspectorate withdrew from the joint framework of 9 to 13 December 2024." },
        { State.NotParticipating, "too few", "The blue inspectorate did not take part in the joint framework of 9 to 13 December 2024: too few." },
        { State.Unknown, "", "It is not known whether The blue inspectorate took part in the joint framework of 9 to 13 December 2024." },
    };

    [Theory]
    [MemberData(nameof(Absent))]
    public void Whoever_did_not_take_part_is_told_with_the_reason(State state, string reason, string explanation)
    {
        var inspection = Make.Joint("red", "r", ("blue", state));
        inspection.Participation[0].Reason = reason;

        var absence = Assert.Single(Make.View(Make.Answer("red") with { Inspections = [inspection] }, Make.Answer("blue")).Absences);

        Assert.Equal(("blue", explanation), (absence.Inspectorate, absence.Explanation));
    }

    [Theory]
    [InlineData("2024-12-09", "the joint framework of 9 to 13 December 2024")]
    [InlineData("", "the joint framework published on 27 February 2025")]
    [InlineData(null, "the joint framework")]
    public void An_inspection_is_called_by_its_fieldwork_else_by_its_report(string? start, string words)
    {
        var inspection = Make.Joint("red", "r");
        if (start is not "2024-12-09")
            inspection.Fieldwork = null;
        if (start is null)
            inspection.PublishedOn = "";

        Assert.Equal(
            $"It is not recorded who took part in {words}.",
            Assert.Single(Make.View(Make.Answer("red") with { Inspections = [inspection] }).Absences).Explanation);
    }

    [Fact]
    public void They_come_by_inspectorate_then_kind_then_the_newest_key_then_words_and_each_once()
    {
        Inspection Joint(string id, string key, params (string, State)[] participation)
        {
            var inspection = Make.Joint("red", id, participation);
            inspection.Key = key;
            return inspection;
        }

        var red = Make.Answer(
            "red",
            Make.Verdict("red", "2", Standing.NotJudged, change: verdict => verdict.NotJudgedReason = "b"),
            Make.Verdict("red", "3", Standing.NotJudged, change: verdict => verdict.NotJudgedReason = "a"),
            Make.Verdict("red", "4", Standing.NotJudged, change: verdict => verdict.NotJudgedReason = "a")) with
        {
            Description = Make.Inspectorate("red", "icb"),
            Inspections =
            [
                Joint("1", "joint/926/2023-01-01", ("blue", State.Withdrew)),
                Joint("2", "joint/926/2024-01-01", ("blue", State.NotInScope)),
            ],
        };
        foreach (var inspection in red.Inspections)
            inspection.Agencies.Add(Police);

        Assert.Equal(
            [
                ("blue", Kind.NotParticipating, "joint/926/2024-01-01"),
                ("blue", Kind.NotParticipating, "joint/926/2023-01-01"),
                ("red", Kind.NotInspected, ""),
                ("red", Kind.NotJudged, ""),
                ("red", Kind.NotJudged, ""),
            ],
            Make.View(Make.Answer("blue"), red).Absences.Select(absence => (absence.Inspectorate, absence.Kind, absence.InspectionKey)));
        Assert.Equal(
            ["a.", "b."],
            Make.View(Make.Answer("blue"), red).Absences.Where(absence => absence.Kind is Kind.NotJudged).Select(absence => absence.Explanation[^2..]));
    }
}
