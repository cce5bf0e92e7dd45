using Inspectorates.Joint.V1;
using Inspectorates.V1;
using State = Inspectorates.V1.Participation.Types.State;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>How much an inspectorate has, and which of it is the latest.</summary>
public sealed class SourceSummaryCountTests
{
    private static string Of(params Verdict[] verdicts) => Make.View(Make.Answer("red", verdicts)).Sources.Single().Summary;

    private static Verdict Unidentified(string id, params string[] authors) => Make.Verdict("red", id, change: verdict =>
    {
        verdict.Process = "";
        verdict.Authors.Add(authors);
    });

    [Fact]
    public void One_of_each_is_counted_in_the_singular() => Assert.Equal(
        "The red inspectorate has no broad judgement, 1 verdict on a process and 1 finding whose process was not identified on Norfolk.",
        Of(Make.Verdict("red", "1"), Unidentified("2")));

    [Fact]
    public void Several_of_each_are_counted_in_the_plural_and_those_of_joint_inspections_apart() => Assert.StartsWith(
        "The red inspectorate has 2 broad judgements, 2 verdicts on processes and 2 findings whose process was not identified on Norfolk, "
        + "2 of them of joint inspections. ",
        Of(
            Make.Broad("red", "1"), Make.Broad("red", "2"), Make.Verdict("red", "3"), Make.Verdict("red", "4", change: verdict => verdict.Authors.Add("blue")),
            Unidentified("5"), Unidentified("6", "blue", "green")),
        StringComparison.Ordinal);

    [Fact]
    public void A_finding_whose_process_was_not_identified_is_no_verdict_on_one() => Assert.Equal(
        "The red inspectorate has no broad judgement, no verdict on a process and 1 finding whose process was not identified on Norfolk.",
        Of(Unidentified("1")));

    [Fact]
    public void The_overall_comes_before_a_newer_question_then_the_newest_then_by_name()
    {
        Verdict Broad(string id, string label, string judgement, string day) =>
            Make.Broad("red", id, day: day, judgement: judgement, change: verdict => verdict.Grade.Label = label);

        Assert.Contains(
            "The latest overall is \"A\" under",
            Of(Broad("1", "A", "overall", "2024-01-01"), Broad("2", "B", "first", "2024-06-01")), StringComparison.Ordinal);
        Assert.Contains(
            "The latest overall is \"B\" under",
            Of(Broad("1", "A", "overall", "2024-01-01"), Broad("2", "B", "overall", "2024-06-01")), StringComparison.Ordinal);
        Assert.Contains(
            "The latest overall is \"A\" under",
            Of(Broad("1", "A", "overall", "2024-06-01"), Broad("2", "B", "overall", "2024-01-01")), StringComparison.Ordinal);
        Assert.Contains(
            "The latest overall is \"A\" under",
            Of(Broad("1", "A", "overall", "2024-06-01"), Broad("2", "B", "overall", "2024-06-01")), StringComparison.Ordinal);
        Assert.Contains(
            "The latest overall is \"B\" under",
            Of(Broad("1", "A", "overall", ""), Broad("2", "B", "overall", "1990-01-01")), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_stale_answer_it_is_said_that_it_is_the_last() => Assert.Equal(
        "The red inspectorate has no broad judgement and 1 verdict on a process on Norfolk. This is its last answer: what it has published since is not known.",
        Make.View(Make.Answer("red", Make.Verdict("red", "1")) with { State = Source.Types.State.Stale }).Sources.Single().Summary);

    [Fact]
    public void Three_inspections_are_named_and_the_rest_are_counted()
    {
        string Took(int count) => Make.View(Make.Answer("red") with
        {
            Inspections =
            [
                .. Enumerable.Range(0, count).Select(number =>
                {
                    var inspection = Make.Joint("red", $"{number}", ("red", State.TookPart));
                    inspection.Key = $"joint/926/{2024 - number}";
                    inspection.Fieldwork = new DateRange { Start = $"{2024 - number}-05-01", End = $"{2024 - number}-05-01" };
                    return inspection;
                }),
            ],
        }).Sources.Single().Summary;

        const string Three = "the joint framework of 1 May 2024, the joint framework of 1 May 2023";
        Assert.EndsWith($"It took part in {Three} and the joint framework of 1 May 2022.", Took(3), StringComparison.Ordinal);
        Assert.EndsWith($"It took part in {Three}, the joint framework of 1 May 2022 and 1 earlier joint inspection.", Took(4), StringComparison.Ordinal);
        Assert.EndsWith($"It took part in {Three}, the joint framework of 1 May 2022 and 2 earlier joint inspections.", Took(5), StringComparison.Ordinal);
    }
}
