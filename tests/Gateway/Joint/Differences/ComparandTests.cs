using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using Evidences = Inspectorates.V1.Evidence.Types.Type;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>What is worked out of a verdict: its authors, subject, evidence and place on the axis.</summary>
public sealed class ComparandTests
{
    private static Comparand Of(Verdict verdict) => Comparand.Of(verdict, Compare.Described, Make.Catalogue.CanonicalAspect);

    private static AuthorSet By(params string[] authors) => AuthorSet.Of(authors);

    [Fact]
    public void Authors_are_one_inspectorate_or_all_that_took_part_in_the_order_of_their_codes()
    {
        Assert.Equal(["red"], By("red").Members);
        Assert.Equal(["blue", "green", "red"], By("red", "green", "blue", "red").Members);
        Assert.Equal(By("red", "blue"), By("blue", "red"));
        Assert.Equal((false, false), (By("red").IsJoint, By("red", "red").IsJoint));
        Assert.Equal((true, false), (By("red", "blue").IsJoint, By("red", "blue").IsMembersUnknown));
        Assert.Equal((true, true), (By().IsJoint, By().IsMembersUnknown));
        Assert.Empty(By().Members);
    }

    [Fact]
    public void Authors_are_told_in_words()
    {
        Assert.Equal("the red", By("red").Words(code => $"the {code}"));
        Assert.Equal("the joint inspection by the blue, the green and the red", By("red", "green", "blue").Words(code => $"the {code}"));
        Assert.Equal("the joint inspection (who took part is not known)", By().Words(code => $"the {code}"));
    }

    [Fact]
    public void A_verdict_on_a_process_is_about_it_and_of_no_line_of_frameworks()
    {
        var comparand = Of(Make.Verdict("red", "1"));

        Assert.Equal([Make.Process], comparand.Processes);
        Assert.Equal(("", "timeliness", false, false, true), (comparand.Lineage, comparand.Aspect, comparand.IsHeadline, comparand.IsBroad, comparand.IsOnProcess));
    }

    [Fact]
    public void A_broad_judgement_is_about_what_it_covers_and_of_the_line_of_its_framework()
    {
        var comparand = Of(Make.Broad("red", "1"));

        Assert.Equal([Make.Process, "s47-enquiry"], comparand.Processes);
        Assert.Equal(("older", "", true, true, false), (comparand.Lineage, comparand.Aspect, comparand.IsHeadline, comparand.IsBroad, comparand.IsOnProcess));
    }

    [Fact]
    public void A_judgement_that_no_description_has_covers_nothing_and_is_no_headline()
    {
        var comparand = Of(Make.Broad("red", "1", judgement: "elsewhere"));

        Assert.Empty(comparand.Processes);
        Assert.False(comparand.IsHeadline);
    }

    [Fact]
    public void The_subject_is_an_agency_only_where_one_is_named()
    {
        Assert.True(Subjects.IsAgency(About(Make.About(Make.Agency("icb")))));
        Assert.False(Subjects.IsAgency(About(new() { Kind = Subject.Types.Kind.Agency })));
        Assert.False(Subjects.IsAgency(About(new() { Kind = Subject.Types.Kind.Partnership, Agency = Make.Agency("icb") })));
        Assert.False(Subjects.IsAgency(About(null)));
    }

    [Theory]
    [InlineData("E54000022", "Norfolk Board", "icb|E54000022")]
    [InlineData("E54000022", "", "icb|E54000022")]
    [InlineData("", " Norfolk Board", "icb|NORFOLK BOARD")]
    [InlineData("", "", "icb|")]
    public void A_body_is_told_apart_by_its_code_and_by_its_name_where_it_has_none(string code, string name, string key) =>
        Assert.Equal(key, Subjects.Key(About(Make.About(Make.Agency("icb", code, name)))));

    [Fact]
    public void The_partnership_is_told_apart_by_nothing() => Assert.Equal("", Subjects.Key(About(Make.Partnership)));

    [Theory]
    [InlineData("Norfolk Board", " norfolk board ", true)]
    [InlineData("Norfolk Board", "Suffolk Board", false)]
    [InlineData("Norfolk Board", "", true)]
    [InlineData("", "Suffolk Board", true)]
    [InlineData("", "", true)]
    public void Where_one_has_no_code_names_tell_whether_two_bodies_may_be_the_same(string one, string other, bool same) =>
        Assert.Equal(
            same,
            Subjects.MayBeSame(Make.Agency("icb", "E54000022", one), Make.Agency("icb", "", other), Make.Catalogue.KindsMayBeSame));

    [Theory]
    [InlineData(Evidences.TrackedChild, "children followed through all agencies")]
    [InlineData(Evidences.SampledChild, "children's records or experiences sampled")]
    [InlineData(Evidences.MultiAgencyAudit, "multi-agency audit")]
    [InlineData(Evidences.PracticeObservation, "practice watched")]
    [InlineData(Evidences.PractitionerInterview, "interviews with practitioners")]
    [InlineData(Evidences.LeaderInterview, "interviews with leaders")]
    [InlineData(Evidences.ChildsVoice, "what children said")]
    [InlineData(Evidences.ParentOrCarersVoice, "what parents or carers said")]
    [InlineData(Evidences.DocumentOrRecordReview, "documents or records")]
    [InlineData(Evidences.Indicator, "figures")]
    [InlineData(Evidences.OtherAgencysOpinion, "what other agencies say")]
    [InlineData((Evidences)99, "evidence of a type not known here")]
    public void Evidence_is_told_in_words(Evidences type, string words) =>
        Assert.Equal(words, EvidenceWords.List([new Evidence { Type = type }, new Evidence { Type = type }]));

    [Fact]
    public void The_axis_runs_from_best_to_worst() =>
        Assert.Equal([Standing.Exceeds, Standing.Meets, Standing.Mixed, Standing.FallsShort, Standing.Fails], Axis.BestFirst);

    [Theory]
    [InlineData(Standing.NotJudged)]
    [InlineData(Standing.Unspecified)]
    public void What_is_not_judged_has_no_side_of_the_axis(Standing standing) =>
        Assert.StartsWith(
            "This standing has no place on the axis.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Axis.SideOf(standing)).Message,
            StringComparison.Ordinal);

    private static Verdict About(Subject? subject) => Make.Verdict("red", "1", change: verdict => verdict.Subject = subject);
}
