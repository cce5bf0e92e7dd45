using Inspectorates.Gateway.Joint.Grades;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Grades;

public sealed class GradeDistributionTests
{
    private static GradeQuestion All => new() { Areas = new HashSet<string> { "926", "927" } };

    private static Grade Grade(string label, Standing standing, string note = "") =>
        new() { Code = label.ToLowerInvariant(), Label = label, Standing = standing, Note = note };

    // Newest first, as inspectorates describe themselves; an older scale in other words.
    private static Inspectorate Described()
    {
        var inspectorate = new Inspectorate { Code = "red", Label = "The red inspectorate" };
        var overall = new Judgement { Code = "overall", Label = "Overall", Headline = true };
        inspectorate.Frameworks.Add(new Framework
        {
            Code = "new",
            Version = "2",
            Label = "New framework",
            Predecessor = "old",
            ActualStart = new() { Day = "2018-01-01" },
            Grades = { Grade("Great", Standing.Exceeds), Grade("Fine", Standing.Meets), Grade("Weak", Standing.FallsShort), Grade("Unrated", Standing.NotJudged), Grade("said", Standing.Meets, "words of a finding") },
            Judgements = { overall, new Judgement { Code = "part", Label = "A part" } },
        });
        inspectorate.Frameworks.Add(new Framework
        {
            Code = "old",
            Version = "1",
            Label = "Old framework",
            ActualStart = new() { Day = "2013-11-01" },
            ActualEnd = new() { Day = "2017-12-31" },
            Grades = { Grade("Fine", Standing.Meets), Grade("So-so", Standing.Mixed), Grade("Weak", Standing.FallsShort) },
            Judgements = { overall },
        });
        return inspectorate;
    }

    private static Verdict Given(string framework, string grade, string day, Action<Verdict>? change = null, string area = "926")
    {
        var scale = Described().Frameworks.Single(one => one.Code == framework);
        var given = scale.Grades.FirstOrDefault(one => one.Label == grade);
        return Make.Broad("red", $"{framework}-{grade}-{day}-{area}", given?.Standing ?? Standing.Fails, day, change: verdict =>
        {
            (verdict.Framework, verdict.FrameworkVersion, verdict.Grade) = (framework, scale.Version, given ?? Grade(grade, Standing.Fails));
            verdict.Footprint.Areas[0] = area;
            change?.Invoke(verdict);
        });
    }

    private static readonly Verdict[] Verdicts =
    [
        Given("old", "Fine", "2014-05-01"), Given("old", "So-so", "2014-06-01"), Given("old", "Weak", "2016-05-01"), Given("old", "Weak", "2016-05-01", area: "927"),
        Given("new", "Great", "2019-05-01"), Given("new", "Weak", "2019-06-01"), Given("new", "Unrated", "2020-06-01"), Given("new", "Fine", ""),
    ];

    private static IReadOnlyList<GradeDistribution> Find(GradeQuestion question, params Verdict[] verdicts) =>
        GradeDistributions.Find(question, [Make.Answer("red", verdicts) with { Description = Described() }, Make.Missing("blue")]);

    [Fact]
    public void Grades_are_counted_by_version_and_year_over_the_whole_scale_in_the_owners_words()
    {
        var distribution = Assert.Single(Find(All, Verdicts));

        Assert.Equal(("red", "The red inspectorate", "overall", "Overall"), (distribution.Inspectorate, distribution.Label, distribution.Judgement, distribution.JudgementLabel));
        Assert.Equal([("old", "1", "2013-11-01", "2017-12-31", 4, 0), ("new", "2", "2018-01-01", "", 3, 1)], distribution.Frameworks
            .Select(version => (version.Framework, version.Version, version.Began, version.Ended, version.Total, version.NotJudged)));
        Assert.Equal(["Fine So-so Weak", "Great Fine Weak"], distribution.Frameworks.Select(version => string.Join(' ', version.Grades.Select(grade => grade.Label))));
        Assert.Equal(["1 1 2", "1 1 1"], distribution.Frameworks.Select(version => string.Join(' ', version.Counts)));
        Assert.Equal(
            ["2014: 1 1 0 = 2", "2016: 0 0 2 = 2", "0: 0 1 0 = 1", "2019: 1 0 1 = 2"],
            distribution.Frameworks.SelectMany(version => version.Years).Select(year => $"{year.Year}: {string.Join(' ', year.Counts)} = {year.Total}"));
    }

    [Fact]
    public void Where_one_version_followed_another_the_shift_is_told_standing_by_standing()
    {
        var shift = Assert.Single(Assert.Single(Find(All, Verdicts)).Shifts);

        Assert.Equal(("old", "1", "new", "2"), (shift.FromFramework, shift.FromVersion, shift.ToFramework, shift.ToVersion));
        Assert.Equal(
            [
                (Standing.Exceeds, "", "Great", 0, 1), (Standing.Meets, "Fine", "Fine", 1, 1), (Standing.Mixed, "So-so", "", 1, 0), (Standing.FallsShort, "Weak", "Weak", 2, 1),
            ],
            shift.Standings.Select(one => (one.Standing, one.BeforeLabel, one.AfterLabel, one.BeforeCount, one.AfterCount)));
        Assert.Equal([0, 0.25, 0.25, 0.5], shift.Standings.Select(one => one.BeforeShare));
        Assert.Equal([1.0 / 3, 1.0 / 3, 0, 1.0 / 3], shift.Standings.Select(one => one.AfterShare));
        Assert.Equal([1.0 / 3, (1.0 / 3) - 0.25, -0.25, (1.0 / 3) - 0.5], shift.Standings.Select(one => one.Difference));
        Assert.Equal(
            [
                "Great: 0 of 4 before (0 %), 1 of 3 after (33 %).", "Fine: 1 of 4 before (25 %), 1 of 3 after (33 %).",
                "So-so: 1 of 4 before (25 %), 0 of 3 after (0 %).", "Weak: 2 of 4 before (50 %), 1 of 3 after (33 %).",
                "Other areas were inspected before and after, and other questions asked: a shift is no proof that practice changed.",
            ],
            shift.Sentences);
    }

    [Fact]
    public void Where_one_version_graded_nothing_there_is_no_shift_to_tell()
    {
        var shift = Assert.Single(Assert.Single(Find(All, Given("old", "Fine", "2014-05-01"), Given("new", "Unrated", "2020-06-01"))).Shifts);

        Assert.Equal(["Under one of the two nothing was graded, so that there is no shift to tell."], shift.Sentences);
        Assert.All(shift.Standings, one => Assert.Equal(0, one.AfterShare));
    }

    [Fact]
    public void A_grade_that_no_description_has_is_counted_where_it_stands()
    {
        var version = Assert.Single(Assert.Single(Find(All, Given("new", "Dreadful", "2019-05-01"), Given("new", "said", "2019-05-01"))).Frameworks);

        Assert.Equal("Great Fine said Weak Dreadful", string.Join(' ', version.Grades.Select(grade => grade.Label)));
        Assert.Equal([0, 0, 1, 0, 1], version.Counts);
    }

    [Fact]
    public void Only_what_is_asked_for_is_counted()
    {
        Verdict[] verdicts =
        [
            .. Verdicts, Given("new", "Fine", "2019-05-02", verdict => verdict.Judgement = "part"),
            Given("new", "Fine", "2019-05-03", verdict => (verdict.Judgement, verdict.Process) = ("", Make.Process)),
            Given("new", "Fine", "2019-05-04", verdict => verdict.Pilot = true),
            Given("new", "Fine", "2019-05-05", verdict => verdict.State = Verdict.Types.State.Withdrawn), Given("new", "Fine", "2019-05-06", area: "X01"),
        ];
        int Total(GradeQuestion question) => Find(question, verdicts).SelectMany(one => one.Frameworks).Sum(version => version.Total);

        Assert.Equal(7, Total(All));
        Assert.Equal(8, Total(All with { IncludePilots = true }));
        Assert.Equal(3, Total(All with { Framework = "new" }));
        Assert.Equal(1, Total(All with { Judgement = "part" }));
        Assert.Equal(1, Total(All with { Process = Make.Process }));
        Assert.Equal(0, Total(All with { Inspectorate = "blue" }));
        Assert.Equal(7, Total(All with { Inspectorate = "red" }));
        Assert.Equal(1, Total(All with { Areas = new HashSet<string> { "927" } }));
        Assert.Equal(2, Total(All with { From = new DateOnly(2019, 5, 1) }));
        Assert.Equal(1, Total(All with { From = new DateOnly(2019, 5, 2) }));
        Assert.Equal(2, Total(All with { To = new DateOnly(2014, 6, 1) }));
        Assert.Equal(1, Total(All with { To = new DateOnly(2014, 5, 31) }));
    }

    [Fact]
    public void A_verdict_about_several_areas_counts_once()
    {
        var wide = Given("new", "Fine", "2019-05-02", verdict => verdict.Footprint.Areas.Add("927"));

        Assert.Equal(1, Find(All, wide).Single().Frameworks.Single().Total);
    }
}
