using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using SetAsideReason = Inspectorates.Joint.V1.LeftOutPair.Types.Reason;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>Row 1: what is never held against anything.</summary>
public sealed class SetAsideTests
{
    private static readonly Verdict Good = Make.Verdict("red", "1");

    private static IReadOnlyList<SetAsideReason> ReasonsFor(Action<Verdict> change)
    {
        var comparison = Compare.Verdicts(Good, Make.Verdict("blue", "2", Standing.Fails, change: change));
        Assert.Equal(Finding.SetAside, comparison.Finding);
        return comparison.LeftOutFor;
    }

    [Fact]
    public void Two_verdicts_of_one_inspection_are_one_agreed_text()
    {
        var one = Make.Verdict("red", "1", change: verdict => verdict.InspectionKey = "joint/926/2024-12-09");
        var other = Make.Verdict("blue", "2", Standing.Fails, change: verdict => verdict.InspectionKey = "joint/926/2024-12-09");

        var comparison = Compare.Verdicts(one, other);

        Assert.Equal(Finding.SetAside, comparison.Finding);
        Assert.Equal([SetAsideReason.SameInspection], comparison.LeftOutFor);
    }

    [Fact]
    public void Two_verdicts_without_an_inspection_are_not_of_one_inspection() =>
        Assert.Equal(Finding.Contradiction, Compare.Verdicts(Good, Make.Verdict("blue", "2", Standing.Fails)).Finding);

    [Theory]
    [InlineData(Standing.NotJudged)]
    [InlineData(Standing.Unspecified)]
    [InlineData((Standing)42)]
    public void What_has_no_place_on_the_axis_is_not_judged(Standing standing) =>
        Assert.Equal([SetAsideReason.NotJudged], ReasonsFor(verdict => verdict.Standing = standing));

    [Fact]
    public void A_withdrawn_verdict_is_set_aside() =>
        Assert.Equal([SetAsideReason.Withdrawn], ReasonsFor(verdict => verdict.State = Verdict.Types.State.Withdrawn));

    [Fact]
    public void A_pilot_is_set_aside() => Assert.Equal([SetAsideReason.Pilot], ReasonsFor(verdict => verdict.Pilot = true));

    [Fact]
    public void What_rests_on_other_agencies_opinions_only_is_set_aside() =>
        Assert.Equal([SetAsideReason.HearsayOnly], ReasonsFor(verdict => verdict.Evidence.Add(
            new Evidence { Type = Evidence.Types.Type.OtherAgencysOpinion })));

    [Fact]
    public void What_rests_on_an_opinion_and_on_records_is_compared()
    {
        var corroborated = Make.Verdict("blue", "2", Standing.Fails, change: verdict =>
        {
            verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.OtherAgencysOpinion });
            verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.DocumentOrRecordReview });
        });

        Assert.Equal(Finding.Contradiction, Compare.Verdicts(Good, corroborated).Finding);
    }

    [Theory]
    [InlineData(Verdict.Types.Basis.HearsayOnly, SetAsideReason.HearsayOnly)]
    [InlineData(Verdict.Types.Basis.ProxyOnly, SetAsideReason.ProxyOnly)]
    public void What_its_own_service_says_it_rests_on_decides_whatever_counts_are_withheld_here(Verdict.Types.Basis basis, SetAsideReason reason) =>
        Assert.Equal([reason], ReasonsFor(verdict =>
        {
            verdict.Basis = basis;
            verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.TrackedChild });
        }));

    [Theory]
    [InlineData(Evidence.Types.Type.Indicator)]
    [InlineData(Evidence.Types.Type.OtherAgencysOpinion)]
    public void What_its_own_service_says_is_direct_is_compared(Evidence.Types.Type type)
    {
        var direct = Make.Verdict("blue", "2", Standing.Fails, change: verdict =>
        {
            verdict.Basis = Verdict.Types.Basis.Direct;
            verdict.Evidence.Add(new Evidence { Type = type, Count = 1 });
        });

        Assert.Equal(Finding.Contradiction, Compare.Verdicts(Good, direct).Finding);
    }

    [Fact]
    public void Every_reason_is_listed() =>
        Assert.Equal([SetAsideReason.NotJudged, SetAsideReason.Pilot], ReasonsFor(verdict =>
        {
            verdict.Standing = Standing.NotJudged;
            verdict.Pilot = true;
        }));
}
