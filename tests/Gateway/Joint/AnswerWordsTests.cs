using Inspectorates.Gateway.Joint;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>What is said of answers that cannot be used, to the letter.</summary>
public sealed class AnswerWordsTests
{
    [Fact]
    public void A_name_of_another_inspectorate_is_told_with_what_it_is_a_name_of()
    {
        var verdict = Make.Verdict("red", "1", change: one => one.Name = "inspectorates/blue/verdicts/1");
        var inspection = Make.Joint("red", "i");
        inspection.Name = "inspectorates/red/verdicts/i";

        Assert.Equal(
            ["A verdict has the name \"inspectorates/blue/verdicts/1\", which is none of this inspectorate's."],
            AnswerCheck.Faults(Make.Answer("red", verdict), Make.AreaCode));
        Assert.Equal(
            ["A inspection has the name \"inspectorates/red/verdicts/i\", which is none of this inspectorate's."],
            AnswerCheck.Faults(Make.Answer("red") with { Inspections = [inspection] }, Make.AreaCode));
    }

    [Theory]
    [InlineData("blue", (Participation.Types.State)42)]
    [InlineData("", Participation.Types.State.TookPart)]
    public void A_participation_that_is_not_known_or_is_nobodys_is_told(string inspectorate, Participation.Types.State state) =>
        Assert.Equal(
            [$"inspectorates/red/inspections/i does not say in a way known here whether \"{inspectorate}\" took part."],
            AnswerCheck.Faults(Make.Answer("red") with { Inspections = [Make.Joint("red", "i", (inspectorate, state))] }, null));

    [Fact]
    public void An_agency_without_a_kind_is_none()
    {
        var faults = AnswerCheck.Faults(
            Make.Answer("red", Make.Verdict("red", "1", change: verdict => verdict.Subject = Make.About(Make.Agency("", "E1")))), null);

        Assert.Equal(["inspectorates/red/verdicts/1 does not say which agency it is about."], faults);
    }

    [Fact]
    public void A_broad_judgement_alone_is_no_fault() =>
        Assert.Empty(AnswerCheck.Faults(Make.Answer("red", Make.Broad("red", "1")), null));
}
