using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.Difference.Types;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>Rows 4 to 9: two verdicts on processes.</summary>
public sealed class ProcessVerdictTests
{
    private static Comparison Against(Action<Verdict> one, Action<Verdict> other) => Compare.Verdicts(
        Make.Verdict("red", "1", change: one), Make.Verdict("blue", "2", Standing.FallsShort, change: other));

    private static void Diverges(Reason reason, Comparison comparison) =>
        Assert.Equal((Finding.Divergence, reason), (comparison.Finding, comparison.Reason));

    [Fact]
    public void Verdicts_on_two_processes_say_nothing_about_each_other() =>
        Assert.Equal(Finding.NothingInCommon, Against(_ => { }, verdict => verdict.Process = "icpc").Finding);

    [Fact]
    public void Verdicts_whose_processes_were_not_identified_say_nothing_about_each_other() =>
        Assert.Equal(Finding.NothingInCommon, Against(verdict => verdict.Process = "", verdict => verdict.Process = "").Finding);

    [Fact]
    public void A_criterion_mapped_from_an_older_framework_diverges_before_anything_else() =>
        Diverges(Reason.MappedFramework, Against(
            verdict => verdict.Subject = Make.About(Make.Agency("police-force")),
            verdict =>
            {
                verdict.Coding = Verdict.Types.Coding.Mapped;
                verdict.Subject = Make.About(Make.Agency("icb"));
            }));

    [Fact]
    public void What_says_from_where_it_is_mapped_is_mapped_however_it_was_coded() =>
        Diverges(Reason.MappedFramework, Against(_ => { }, verdict => verdict.MappedFrom = "a criterion"));

    [Fact]
    public void Verdicts_about_two_agencies_diverge_before_their_aspects_are_looked_at() =>
        Diverges(Reason.DifferentAgency, Against(
            verdict => verdict.Subject = Make.About(Make.Agency("police-force")),
            verdict =>
            {
                verdict.Subject = Make.About(Make.Agency("local-authority"));
                verdict.Aspect = "recording";
            }));

    [Fact]
    public void Two_bodies_of_one_kind_are_two_agencies() =>
        Diverges(Reason.DifferentAgency, Against(
            verdict => verdict.Subject = Make.About(Make.Agency("icb", "E54000022")),
            verdict => verdict.Subject = Make.About(Make.Agency("icb", "E54000023"))));

    [Fact]
    public void A_kind_alone_stands_for_any_body_of_it() =>
        Assert.Equal(Finding.Contradiction, Against(
            verdict => verdict.Subject = Make.About(Make.Agency("icb", "E54000022", "Norfolk Board")),
            verdict => verdict.Subject = Make.About(Make.Agency("icb"))).Finding);

    [Fact]
    public void A_kind_within_another_may_be_the_same_agency() =>
        Assert.Equal(Finding.Contradiction, Against(
            verdict => verdict.Subject = Make.About(Make.Agency("icb", "E54000022", "Norfolk Board")),
            verdict => verdict.Subject = Make.About(Make.Agency("health"))).Finding);

    [Fact]
    public void An_agency_against_the_partnership_is_a_contradiction_with_the_remark() =>
        Assert.Equal(Finding.Contradiction, Against(
            verdict => verdict.Subject = Make.About(Make.Agency("probation-region")), _ => { }).Finding);

    [Fact]
    public void Different_aspects_diverge_before_an_unconfirmed_coding() =>
        Diverges(Reason.DifferentAspect, Against(_ => { }, verdict =>
        {
            verdict.Aspect = "recording";
            verdict.Coding = Verdict.Types.Coding.ByRule;
        }));

    [Fact]
    public void The_whole_and_a_part_are_different_aspects() =>
        Diverges(Reason.DifferentAspect, Against(_ => { }, verdict => verdict.Aspect = "whole"));

    [Fact]
    public void Synonyms_are_one_aspect() =>
        Assert.Equal(Finding.Contradiction, Against(_ => { }, verdict => verdict.Aspect = "Promptness").Finding);

    [Fact]
    public void An_unknown_aspect_diverges_before_coding_by_rule() =>
        Diverges(Reason.AspectUnknown, Against(_ => { }, verdict =>
        {
            verdict.Aspect = "";
            verdict.Coding = Verdict.Types.Coding.ByRule;
        }));

    [Fact]
    public void Coding_by_rule_diverges_before_a_mixed_grade() =>
        Diverges(Reason.CodedByRule, Against(_ => { }, verdict =>
        {
            verdict.Coding = Verdict.Types.Coding.ByRule;
            verdict.Standing = Standing.Mixed;
        }));

    [Fact]
    public void Coding_by_reading_contradicts_like_any_other() =>
        Assert.Equal(Finding.Contradiction, Against(_ => { }, verdict => verdict.Coding = Verdict.Types.Coding.ByReading).Finding);
}
