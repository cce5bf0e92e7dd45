using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

public sealed class WeighedVerdictTests
{
    [Fact]
    public void Of_broad_judgements_the_headline_of_the_latest_inspection_is_weighed()
    {
        var balance = ProfileOf.Equal.Weigh(Make.Answer(
            "red",
            Make.Broad("red", "old", Standing.Fails, "2020-01-10"),
            Make.Broad("red", "new", Standing.Exceeds, "2024-01-10"),
            Make.Broad("red", "part", Standing.FallsShort, "2024-01-10", "first"),
            Make.Verdict("red", "process", Standing.Fails)));

        Assert.Equal(["new"], Weighed(balance, "red"));
        Assert.Equal("4", balance.Score.Fraction);
    }

    [Fact]
    public void Where_there_is_no_headline_the_mean_of_the_questions_is_and_the_lowest_is_known()
    {
        var balance = ProfileOf.Equal.Weigh(Make.Answer(
            "red",
            Question("one", "first", Standing.Exceeds),
            Question("two", "second", Standing.Fails)));

        Assert.Equal("5/2", balance.Score.Fraction);
        Assert.Equal(Standing.Fails, Assert.Single(balance.Contributions).Lowest);

        static Verdict Question(string id, string judgement, Standing standing) =>
            Make.Broad("red", id, standing, judgement: judgement, change: verdict => verdict.Framework = "questions");
    }

    [Fact]
    public void Of_verdicts_on_processes_the_latest_of_each_aspect_and_subject_are_weighed()
    {
        var balance = ProfileOf.OnProcesses.Weigh(Make.Answer(
            "red",
            Make.Verdict("red", "old", Standing.Fails, "2020-01-10"),
            Make.Verdict("red", "new", Standing.Exceeds, "2024-01-10"),
            Make.Verdict("red", "same-day", Standing.Meets, "2024-01-10"),
            Make.Verdict("red", "dateless", Standing.Fails, ""),
            Make.Verdict("red", "aspect", Standing.FallsShort, "2019-01-10", verdict => verdict.Aspect = "recording"),
            Make.Verdict("red", "agency", Standing.FallsShort, "2019-01-10", verdict => verdict.Subject = Make.About(Make.Agency("health"))),
            Make.Verdict("red", "nowhere", Standing.Fails, "2024-01-10", verdict => verdict.Process = ""),
            Make.Broad("red", "broad", Standing.Fails)));

        Assert.Equal(["agency", "aspect", "new", "same-day"], Weighed(balance, "red"));
        Assert.Equal("11/4", balance.Score.Fraction);
    }

    [Fact]
    public void Only_verdicts_on_the_chosen_processes_are_weighed()
    {
        var profile = ProfileOf.OnProcesses with { Processes = ["icpc"] };
        var balance = profile.Weigh(Make.Answer(
            "red", Make.Verdict("red", "one"), Make.Verdict("red", "two", Standing.Fails, change: verdict => verdict.Process = "icpc")));

        Assert.Equal(["two"], Weighed(balance, "red"));
    }

    [Fact]
    public void Findings_of_joint_inspections_are_weighed_with_their_keeper_or_left_out_as_the_profile_says()
    {
        var joint = Make.Answer("red", Make.Verdict("red", "joint", change: verdict => verdict.Authors.Add("blue")));

        Assert.Equal(["joint"], Weighed(ProfileOf.OnProcesses.Weigh(joint), "red"));
        var without = (ProfileOf.OnProcesses with { JointFindings = false }).Weigh(joint);
        Assert.Empty(without.Contributions);
        Assert.Equal("No overall can be given: nothing that this profile gives a weight is there to be weighed.", without.NoOverall);
        Assert.Equal(without.NoOverall, without.Sentences[0]);
        Assert.Null(without.Score);
    }

    public static TheoryData<string> NeverWeighed => ["pilot", "hearsay", "withdrawn", "not judged"];

    [Theory, MemberData(nameof(NeverWeighed))]
    public void Pilots_hearsay_and_what_is_withdrawn_or_not_judged_never_weigh(string why)
    {
        var odd = Make.Broad("red", "odd", Standing.Fails, change: verdict => Odd(verdict, why));
        var oddOnProcess = Make.Verdict("red", "odd-too", Standing.Fails, change: verdict => Odd(verdict, why));

        Assert.Empty(ProfileOf.Equal.Weigh(Make.Answer("red", odd)).Contributions);
        Assert.Empty(ProfileOf.OnProcesses.Weigh(Make.Answer("red", oddOnProcess)).Contributions);
    }

    [Fact]
    public void Stages_of_the_journey_are_weighed_by_the_mean_of_the_verdicts_on_their_processes()
    {
        var balance = ProfileOf.Stages(("assessment-and-enquiry", "3"), ("planning-and-protection", "1"), ("in-care", "1")).Weigh(
            Make.Answer("red", Make.Verdict("red", "one", Standing.Exceeds), On("red", "two", "icpc", Standing.Fails)),
            Make.Answer("blue", Make.Verdict("blue", "three", Standing.FallsShort), On("blue", "four", "front-door-mash", Standing.Fails)));

        Assert.Equal(
            [("assessment-and-enquiry", "3/4", "3"), ("planning-and-protection", "1/4", "1")],
            balance.Contributions.Select(part => (part.Code, part.Weight.Fraction, part.Value.Fraction)));
        Assert.Equal("5/2", balance.Score.Fraction);
        Assert.Equal(["contact-and-front-door"], balance.WithoutWeight);
        Assert.Equal(("in-care", AbsentWeight.Types.Kind.NoVerdict), (balance.Absent[0].Code, balance.Absent[0].Kind));
        // Without blue the first stage stands at 4, without red the second is empty.
        Assert.Equal([("blue", "13/4"), ("red", "2")], balance.LeftOut.Select(left => (left.Inspectorate, left.Score.Fraction)));
    }

    private static Verdict On(string keeper, string id, string process, Standing standing) =>
        Make.Verdict(keeper, id, standing, change: verdict => verdict.Process = process);

    private static void Odd(Verdict verdict, string why)
    {
        switch (why)
        {
            case "pilot": verdict.Pilot = true; break;
            case "hearsay": verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.OtherAgencysOpinion }); break;
            case "withdrawn": verdict.State = Verdict.Types.State.Withdrawn; break;
            default: verdict.Standing = Standing.NotJudged; break;
        }
    }

    private static IEnumerable<string> Weighed(AreaBalance balance, string code) =>
        balance.Contributions.Single(part => part.Code == code).Verdicts.Select(verdict => verdict.Name.Split('/')[^1]).Order();
}
