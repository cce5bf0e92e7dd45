using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>The sentence that explains a difference, part by part.</summary>
public sealed class ExplanationTests
{
    private static string Of(Verdict one, Verdict other) => Assert.Single(Make.View(
        [.. new[] { one, other }.GroupBy(verdict => verdict.Inspectorate).Select(kept => Make.Answer(kept.Key, [.. kept]))],
        catalogue: Make.Catalogue with { AgencyKindLabel = kind => $"any {kind}" }).Differences).Explanation;

    private static string Of(Action<Verdict>? one = null, Action<Verdict>? other = null, Standing standing = Standing.FallsShort) =>
        Of(Make.Verdict("red", "1", change: one), Make.Verdict("blue", "2", standing, change: other));

    [Fact]
    public void A_contradiction_that_is_not_strong_on_the_same_day() =>
        Assert.Equal(
            "Contradiction: on \"Strategy discussion / strategy meeting\" The blue inspectorate says \"Grade FallsShort\" (timeliness, the partnership, "
            + "fieldwork 9 December 2024) and The red inspectorate says \"Grade Meets\" (timeliness, the partnership, fieldwork "
            + "9 December 2024), at the same time; they contradict each other, since both are about the same matter within 365 days.",
            Of());

    [Fact]
    public void A_contradiction_at_times_not_known() =>
        Assert.EndsWith(
            "(timeliness, the partnership, date not known), with a time between them that is not known; "
            + "they contradict each other, since both are about the same matter.",
            Of(Make.Verdict("red", "1", day: ""), Make.Verdict("blue", "2", Standing.Fails, "")),
            StringComparison.Ordinal);

    [Fact]
    public void A_day_apart_is_told_in_the_singular() =>
        Assert.Contains(
            "), 1 day apart; ",
            Of(Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.Fails, "2024-12-08")),
            StringComparison.Ordinal);

    [Fact]
    public void Broad_judgements_are_told_with_framework_and_question_and_without_a_process() =>
        Assert.Equal(
            "Divergence, not a contradiction: The blue inspectorate says \"Grade Fails\" (frame framework, The overall question, the partnership, "
            + "fieldwork 9 December 2024) and The red inspectorate says \"Grade Meets\" (frame framework, The overall question, the partnership, "
            + "fieldwork 9 December 2024), at the same time; a broad judgement covers more than one process, so that both may hold.",
            Of(Make.Broad("red", "1"), Make.Broad("blue", "2", Standing.Fails)));

    [Fact]
    public void A_change_over_time_of_the_same_authors_and_of_others()
    {
        var same = Of(Make.Verdict("red", "1", day: "2020-12-09"), Make.Verdict("red", "2", Standing.Fails));
        var others = Of(Make.Verdict("red", "1", day: "2020-12-09"), Make.Verdict("blue", "2", Standing.Fails));

        Assert.StartsWith("Change over time, not a contradiction: on \"", same, StringComparison.Ordinal);
        Assert.EndsWith("), 1461 days apart; the same authors came to another verdict.", same, StringComparison.Ordinal);
        Assert.StartsWith("Change over time, not a contradiction: on \"", others, StringComparison.Ordinal);
        Assert.EndsWith("), 1461 days apart; practice may have changed between them.", others, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_a_divergence_is_no_more_than_one_is_told()
    {
        EndsWith("one is mapped from an older framework, so that both may hold", verdict => verdict.MappedFrom = "an older code");
        EndsWith(
            "they are about different aspects, so that both may hold", verdict => verdict.Aspect = "recording");
        EndsWith("the aspect is not known of both, so that they may be about different matters", verdict => verdict.Aspect = "");
        EndsWith(
            "one was coded by a rule over the wording and is not confirmed, so that it may not say what it seems to",
            verdict => verdict.Coding = Verdict.Types.Coding.ByRule);
        EndsWith("one of them is mixed, which is opposed to nothing", verdict => verdict.Standing = Standing.Mixed);
        Assert.EndsWith(
            "; they are about different agencies, so that both may hold.",
            Of(
                verdict => verdict.Subject = Make.About(Make.Agency("icb", "E54000022", "Norfolk Board")),
                verdict => verdict.Subject = Make.About(Make.Agency("police-force"))),
            StringComparison.Ordinal);

        static void EndsWith(string why, Action<Verdict> other) =>
            Assert.EndsWith($"), at the same time; {why}.", Of(null, other), StringComparison.Ordinal);
    }

    [Fact]
    public void An_aspect_that_is_not_known_is_told_as_such() =>
        Assert.Contains(
            "The blue inspectorate says \"Grade FallsShort\" (aspect not known, the partnership, fieldwork 9 December 2024) and ",
            Of(null, verdict => verdict.Aspect = ""),
            StringComparison.Ordinal);

    [Fact]
    public void An_agency_is_told_by_its_name_or_else_by_its_kind()
    {
        var explanation = Of(
            verdict => verdict.Subject = Make.About(Make.Agency("icb", "E54000022", "Norfolk Board")),
            verdict => verdict.Subject = Make.About(Make.Agency("icb")));

        Assert.Contains("The blue inspectorate says \"Grade FallsShort\" (timeliness, any icb, fieldwork", explanation, StringComparison.Ordinal);
        Assert.Contains("The red inspectorate says \"Grade Meets\" (timeliness, Norfolk Board, fieldwork", explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Standing.Exceeds, "as expected or better")]
    [InlineData(Standing.Meets, "as expected or better")]
    [InlineData(Standing.Mixed, "mixed")]
    [InlineData(Standing.FallsShort, "short of what is expected")]
    [InlineData(Standing.Fails, "short of what is expected")]
    public void Without_a_printed_grade_it_is_told_where_it_stands(Standing standing, string words) =>
        Assert.Contains(
            $"The blue inspectorate says \"{words}\" (recording, ",
            Of(
                Make.Verdict("red", "1", standing is Standing.Exceeds or Standing.Meets ? Standing.Fails : Standing.Meets),
                Make.Verdict("blue", "2", standing, change: verdict => (verdict.Grade, verdict.Aspect) = (null, "recording"))),
            StringComparison.Ordinal);

    [Fact]
    public void A_joint_inspection_whose_members_are_not_known_is_told_as_such() =>
        Assert.Contains(
            "the joint inspection (who took part is not known) says \"Grade Meets\"", Of(verdict => verdict.Authors.Clear()), StringComparison.Ordinal);
}
