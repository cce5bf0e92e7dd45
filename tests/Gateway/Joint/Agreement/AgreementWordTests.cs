using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Agreement;
using Inspectorates.Gateway.Joint.Differences;
using static Inspectorates.Joint.V1.UnmatchedAreas.Types;
using static Inspectorates.V1.Grade.Types;
using Kind = Inspectorates.Joint.V1.AgreementCoefficient.Types.Kind;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>What is printed with agreement, to the letter.</summary>
public sealed class AgreementWordTests
{
    [Fact]
    public void The_rules_are_printed_with_the_parameters() => Assert.Equal(
        [
            "Compared is where the owner of each grade says that it stands: exceeds, meets, mixed, falls short or fails. Grades of different scales are never compared.",
            "Of each author its latest verdict in an area on a process counts, by the end of fieldwork, else publication, else the day it was placed at. "
                + "Of several on one day one about the whole counts before one about a part, and one about the partnership before one about an agency; "
                + "where those left stand differently the area is not compared. A verdict about several areas counts in each.",
            "Never compared are verdicts that give no standing, were withdrawn, rest on other agencies' opinions only or arise from the same inspection, "
                + "and verdicts from pilots. Fictional areas are left out.",
            "A joint report is one author: all inspectorates that made it.",
            "Of broad judgements the overall of each author's latest inspection counts. Different services are not an error of either.",
            "Mixed is a step only where a scale compared has it. Without it meets and falls short are neighbours.",
            "Below 4 comparable units no coefficient is given. A coefficient that is undefined is given as undefined, never as a number.",
            "An interval holds 95 in 100 of 100 draws of areas with replacement, from the seed 7; whatever is known of an area is drawn together.",
        ],
        AgreementRules.Of(Agree.All, Agree.Options));

    [Fact]
    public void Where_pilots_count_they_are_not_among_what_is_never_compared() =>
        Assert.EndsWith(
            " or arise from the same inspection. Fictional areas are left out.",
            AgreementRules.Of(Agree.All with { IncludePilots = true }, Agree.Options)[2],
            StringComparison.Ordinal);

    [Theory]
    [InlineData(Kind.AlphaNominal, "Krippendorff's alpha, standings as names")]
    [InlineData(Kind.AlphaOrdinal, "Krippendorff's alpha, standings in their order")]
    [InlineData(Kind.AlphaInterval, "Krippendorff's alpha, every step as far")]
    [InlineData(Kind.KappaUnweighted, "Cohen's kappa, any difference alike")]
    [InlineData(Kind.KappaLinear, "Cohen's kappa, differences by their steps")]
    [InlineData(Kind.KappaQuadratic, "Cohen's kappa, differences by the square of their steps")]
    [InlineData(Kind.Ac1, "Gwet's AC1")]
    [InlineData(Kind.Fleiss, "Fleiss' kappa")]
    public void A_coefficient_is_called_by_its_name_and_has_a_value_or_the_reason_why_not(Kind kind, string label)
    {
        var given = AgreementNumbers.Write(kind, Coefficient.Of(0.25), new(0.1, 0.4, 3));
        var undefined = AgreementNumbers.Write(kind, Coefficient.NoVariation, null);

        Assert.Equal((kind, label, 0.25, ""), (given.Kind, given.Label, given.Estimate.Value, given.Undefined));
        Assert.Equal((0.1, 0.4, 3), (given.Estimate.Interval.Low, given.Estimate.Interval.High, given.Estimate.Interval.Undefined));
        Assert.Equal((label, null, "undefined, no variation"), (undefined.Label, undefined.Estimate, undefined.Undefined));
    }

    [Fact]
    public void What_nobody_knows_has_no_words()
    {
        Refuses("There is no such coefficient.", () => AgreementNumbers.Write((Kind)99, Coefficient.Of(0), null));
        Refuses("There is no such reason.", () => Unmatched(new PairMiss(0, (Reason)99, null)));
        Refuses("There is no such level of measurement.", () => KrippendorffAlpha.Of([[1, 2], [2, 1]], (Measurement)99));

        static void Refuses(string why, Action act) =>
            Assert.StartsWith(why, Assert.Throws<ArgumentOutOfRangeException>(act).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Reason.SeveralStandings, "The red inspectorate said several things at its latest, of different standing.")]
    [InlineData(Reason.OutsidePeriod, "The red inspectorate has a verdict there, but not in the period.")]
    [InlineData(Reason.DayNotKnown, "The red inspectorate has a verdict there of which no day is known, so that it is in no period.")]
    [InlineData(Reason.NotJudged, "The red inspectorate looked and gave no standing.")]
    [InlineData(Reason.Pilot, "The red inspectorate has a verdict there from a pilot only.")]
    [InlineData(Reason.HearsayOnly, "The red inspectorate has a verdict there that rests on other agencies' opinions only.")]
    [InlineData(Reason.ProxyOnly, "The red inspectorate has a verdict there that rests only on figures of activity or timeliness, or without a stated optimum.")]
    [InlineData(Reason.Withdrawn, "The red inspectorate took its verdict back.")]
    [InlineData(Reason.OnlyOneJudged, "The red inspectorate has no verdict there.")]
    [InlineData(Reason.SourceUnavailable, "The red inspectorate gave no proper answer: whether it has a verdict there is not known.")]
    public void Why_an_area_could_not_be_compared_is_told(Reason reason, string explanation) =>
        Assert.Equal([("red", explanation)], Unmatched(new PairMiss(0, reason, AuthorSet.Of(["red"]))).Select(one => (one.Author, one.Explanation)));

    [Fact]
    public void Areas_that_could_not_be_compared_are_told_by_reason_and_author_whatever_came_first()
    {
        var (blue, red) = (AuthorSet.Of(["blue"]), AuthorSet.Of(["red"]));

        Assert.Equal(
            [
                (Reason.SameInspection, "", "104"), (Reason.OutsidePeriod, "red", "103"), (Reason.OnlyOneJudged, "blue", "101"),
                (Reason.OnlyOneJudged, "red", "100 102"),
            ],
            Unmatched(
                new(2, Reason.OnlyOneJudged, red), new(1, Reason.OnlyOneJudged, blue), new(0, Reason.OnlyOneJudged, red),
                new(3, Reason.OutsidePeriod, red), new(4, Reason.SameInspection, null))
                .Select(one => (one.Reason, one.Author, string.Join(' ', one.Areas))));
    }

    [Theory]
    [InlineData(Standing.Exceeds, "Exceeds")]
    [InlineData(Standing.Meets, "Meets")]
    [InlineData(Standing.Mixed, "Mixed")]
    [InlineData(Standing.FallsShort, "Falls short")]
    [InlineData(Standing.Fails, "Fails")]
    [InlineData(Standing.NotJudged, "Not judged")]
    public void A_standing_is_called_by_its_name(Standing standing, string label) => Assert.Equal(label, Scale.Label(standing));

    [Fact]
    public void Mixed_is_a_place_of_the_scale_only_where_it_is_asked_for()
    {
        Standing[] without = [Standing.Exceeds, Standing.Meets, Standing.FallsShort, Standing.Fails];

        Assert.Equal(without, Scale.Of(mixed: false).Standings);
        Assert.Equal([0, 1, 2, 3], without.Select(Scale.Of(mixed: false).Place));
        Assert.Equal([Standing.Exceeds, Standing.Meets, Standing.Mixed, Standing.FallsShort, Standing.Fails], Scale.Of(mixed: true).Standings);
        Assert.Equal([0, 1, 3, 4], without.Select(Scale.Of(mixed: true).Place));
        Assert.Equal(2, Scale.Of(mixed: true).Place(Standing.Mixed));
    }

    [Fact]
    public void A_single_inspectorate_has_its_whole_name_and_those_of_a_joint_report_their_short_ones()
    {
        var described = Make.Answer("red");
        described.Description!.Label = "The Red Office (TRO)";
        var names = new AuthorNames(new Descriptions([described, Make.Answer("blue")]));

        Assert.Equal(("red", "The Red Office (TRO)"), (names.Write(AuthorSet.Of(["red"])).Key, names.Write(AuthorSet.Of(["red"])).Label));
        Assert.Equal("The joint inspection by The blue inspectorate and TRO", names.Write(AuthorSet.Of(["red", "blue"])).Label);
        Assert.Equal("The Red Office (TRO)", names.Label("red"));
    }

    [Fact]
    public void Of_a_framework_that_nobody_describes_nothing_is_known()
    {
        var nobody = new FrameworkFacts(new Descriptions([]));
        var described = new FrameworkFacts(Compare());
        var unknown = Make.Broad("red", "1", judgement: "elsewhere");

        Assert.False(nobody.Has("red", "frame"));
        Assert.True(nobody.Counts(unknown, "older"));
        Assert.False(nobody.IsHeadline(Make.Broad("red", "1")));
        Assert.False(nobody.ScaleHasMixed(unknown));
        Assert.Equal((true, false), (described.Has("red", "frame"), described.Has("red", "elsewhere")));
        Assert.Equal((true, false), (described.IsHeadline(Make.Broad("red", "1")), described.IsHeadline(unknown)));
        Assert.Equal((true, false), (described.Counts(unknown, "frame"), described.Counts(unknown, "older")));

        static Descriptions Compare() => new([Make.Answer("red")]);
    }

    [Fact]
    public void What_is_not_said_asks_for_everything()
    {
        var question = new AgreementQuestion { Areas = [] };

        Assert.Equal(("", "", "", ""), (question.Process, question.Framework, question.Inspectorate, question.OtherInspectorate));
        Assert.Equal((false, false), (question.HasPeriod, question.IncludePilots));
    }

    private static List<global::Inspectorates.Joint.V1.UnmatchedAreas> Unmatched(params PairMiss[] misses) =>
    [
        .. new UnmatchedRecords(Agree.All, new AuthorNames(new Descriptions([Make.Answer("red"), Make.Answer("blue")])))
            .Write(new(Topic.Broad, AuthorSet.Of(["blue"]), AuthorSet.Of(["red"]), [], misses, 0)),
    ];
}
