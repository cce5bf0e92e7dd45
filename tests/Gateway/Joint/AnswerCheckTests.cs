using Inspectorates.Gateway.Joint;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>Which answers cannot be used.</summary>
public sealed class AnswerCheckTests
{
    private static IEnumerable<string> Faults(Action<Verdict>? change = null, string? area = Make.AreaCode) =>
        AnswerCheck.Faults(Make.Answer("red", Make.Verdict("red", "1", change: change)), area);

    [Fact]
    public void A_proper_answer_has_no_fault()
    {
        Assert.Empty(Faults());
        Assert.Empty(Faults(area: null));
        Assert.Empty(AnswerCheck.Faults(Make.Answer("red") with { Inspections = [Make.Joint("red", "i")] }, Make.AreaCode));
    }

    public static TheoryData<string, Action<Verdict>> Faulty => new()
    {
        { "none of this inspectorate's", verdict => verdict.Name = "inspectorates/blue/verdicts/1" },
        { "none of this inspectorate's", verdict => verdict.Name = "inspectorates/red/verdicts/" },
        { "\"blue\" keeps it", verdict => verdict.Inspectorate = "blue" },
        { "not about the area asked for", verdict => verdict.Footprint = new Footprint { Areas = { "927" } } },
        { "about no area", verdict => verdict.Footprint = null },
        { "a standing that is not known", verdict => verdict.Standing = (Standing)42 },
        { "a standing that is not known", verdict => verdict.Standing = Standing.Unspecified },
        { "stands elsewhere than its grade", verdict => verdict.Standing = Standing.Fails },
        { "a state that is not known", verdict => verdict.State = (Verdict.Types.State)42 },
        { "coded in a way", verdict => verdict.Coding = (Verdict.Types.Coding)42 },
        { "at once", verdict => verdict.Judgement = "overall" },
        { "does not say whom", verdict => verdict.Subject = null },
        { "does not say which agency", verdict => verdict.Subject = new Subject { Kind = Subject.Types.Kind.Agency } },
        { "\"9/12/2024\" for a day", verdict => verdict.PublishedOn = "9/12/2024" },
        { "\"2024-02-30\" for a day", verdict => verdict.Fieldwork.Start = "2024-02-30" },
        { "an author without a code", verdict => verdict.Authors.Add("") },
    };

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void A_verdict_that_cannot_be_used_is_told(string fault, Action<Verdict> change) =>
        Assert.Contains(Faults(change), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void A_verdict_that_comes_twice_is_told() =>
        Assert.Equal(
            ["inspectorates/red/verdicts/1 comes more than once."],
            AnswerCheck.Faults(Make.Answer("red", Make.Verdict("red", "1"), Make.Verdict("red", "1")), Make.AreaCode));

    [Fact]
    public void Another_inspectorates_description_is_told() =>
        Assert.Equal(
            ["It describes itself as \"blue\"."],
            AnswerCheck.Faults(Make.Answer("red") with { Description = Make.Inspectorate("blue") }, null));

    [Fact]
    public void An_inspection_of_another_area_is_told() =>
        Assert.Single(AnswerCheck.Faults(Make.Answer("red") with { Inspections = [Make.Joint("red", "i")] }, "927"));

    [Fact]
    public void An_unknown_state_of_participation_is_told() =>
        Assert.Single(AnswerCheck.Faults(
            Make.Answer("red") with { Inspections = [Make.Joint("red", "i", ("blue", (Participation.Types.State)42))] }, null));
}
