using Inspectorates.Gateway.Joint.Grades;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Grades;

/// <summary>Over which scale grades are counted, and in which order what is counted is told.</summary>
public sealed class GradeScaleTests
{
    private static GradeQuestion All => new() { Areas = new HashSet<string> { "926", "927" } };

    private static Grade Grade(string label, Standing standing, string note = "") =>
        new() { Code = label.ToLowerInvariant(), Label = label, Standing = standing, Note = note };

    private static Verdict Given(string framework, string version, Grade? grade, string day = "2019-05-01", Action<Verdict>? change = null) =>
        Make.Broad("red", $"{framework}-{version}-{grade?.Code}-{day}", grade?.Standing ?? Standing.Meets, day, change: verdict =>
        {
            (verdict.Framework, verdict.FrameworkVersion, verdict.Grade) = (framework, version, grade);
            change?.Invoke(verdict);
        });

    private static Framework Described(string code, string predecessor, params Grade[] grades)
    {
        var framework = Make.Framework(code, predecessor, Make.Judgement("overall", true), Make.Judgement("effect", true));
        framework.Grades.Add(grades);
        return framework;
    }

    private static IReadOnlyList<GradeDistribution> Find(GradeQuestion question, Framework[] frameworks, params Verdict[] verdicts) =>
        GradeDistributions.Find(question, [Of("red", frameworks, verdicts)]);

    private static Gateway.Joint.SourceAnswer Of(string code, Framework[] frameworks, params Verdict[] verdicts)
    {
        var described = Make.Inspectorate(code);
        described.Frameworks.Clear();
        described.Frameworks.Add(frameworks);
        return Make.Answer(code, verdicts) with { Description = described };
    }

    private static string Told(FrameworkGrades version) => $"{version.Framework} {version.Version}";

    private static string Told(GradeDistribution distribution) =>
        $"{distribution.Inspectorate} {distribution.Frameworks[0].Framework} {distribution.Judgement}";

    private static string Labels(FrameworkGrades version) => string.Join(' ', version.Grades.Select(grade => grade.Label));

    [Fact]
    public void Distributions_are_in_the_order_of_inspectorates_lines_of_frameworks_and_judgements()
    {
        static void Effect(Verdict verdict) => (verdict.Judgement, verdict.Name) = ("effect", verdict.Name + "-effect");
        static void Blue(Verdict verdict) => (verdict.Inspectorate, verdict.Name) = ("blue", verdict.Name + "-blue");
        Framework[] frameworks = [Described("one", "zero"), Described("two", "")];
        var fine = Grade("Fine", Standing.Meets);

        var found = GradeDistributions.Find(
            All,
            [
                Of("red", frameworks, Given("one", "1", fine), Given("one", "1", fine, change: Effect), Given("two", "1", fine)),
                Of("blue", frameworks, Given("two", "1", fine, change: Blue)),
            ]);

        // The line of "one" begins with "zero".
        Assert.Equal(["blue two overall", "red two overall", "red one effect", "red one overall"], found.Select(Told));
    }

    [Fact]
    public void Versions_that_began_together_are_in_the_order_of_their_last_years()
    {
        var fine = Grade("Fine", Standing.Meets);

        var versions = Assert.Single(Find(
            All, [Described("one", "")],
            Given("one", "9", fine, "2014-05-01"), Given("one", "9", fine, "2020-05-01"),
            Given("one", "8", fine, "2016-05-01"), Given("one", "8", fine, "2018-05-01"))).Frameworks;

        Assert.Equal(["one 8", "one 9"], versions.Select(Told));
        Assert.All(versions, version => Assert.Equal(("", ""), (version.Began, version.Ended)));
    }

    [Fact]
    public void Versions_of_the_same_years_are_in_the_order_of_frameworks_and_versions()
    {
        var fine = Grade("Fine", Standing.Meets);

        var versions = Assert.Single(Find(
            All, [Described("new", "old"), Described("old", "")],
            Given("old", "1", fine), Given("new", "3", fine), Given("new", "2", fine))).Frameworks;

        Assert.Equal(["new 2", "new 3", "old 1"], versions.Select(Told));
    }

    [Fact]
    public void A_verdict_that_is_about_an_area_asked_for_among_others_counts_and_one_of_no_area_does_not()
    {
        var fine = Grade("Fine", Standing.Meets);

        Assert.Single(Find(All, [Described("one", "")], Given("one", "1", fine, change: verdict => verdict.Footprint.Areas.Insert(0, "X01"))));
        Assert.Empty(Find(All, [Described("one", "")], Given("one", "1", fine, change: verdict => verdict.Footprint = null)));
    }

    [Fact]
    public void A_wording_that_only_findings_have_is_on_the_scale_of_findings_and_on_that_of_broad_judgements_where_it_was_given()
    {
        Grade[] grades = [Grade("Fine", Standing.Meets), Grade("said", Standing.Meets, "words of a finding"), Grade("Weak", Standing.FallsShort)];
        Framework[] frameworks = [Described("one", "", grades)];
        string Scale(GradeQuestion question, Verdict verdict) => Labels(Assert.Single(Assert.Single(Find(question, frameworks, verdict)).Frameworks));

        Assert.Equal("Fine Weak", Scale(All, Given("one", "1", grades[0])));
        Assert.Equal("Fine said Weak", Scale(All, Given("one", "1", grades[1])));
        Assert.Equal("Fine Weak", Scale(All, Given("one", "1", Grade("Unrated", Standing.NotJudged))));
        Assert.Equal(
            "Fine said Weak",
            Scale(
                All with { Process = Make.Process },
                Given("one", "1", grades[0], change: verdict => (verdict.Judgement, verdict.Process) = ("", Make.Process))));
    }

    [Fact]
    public void Without_a_description_the_grades_given_are_the_scale_in_the_order_of_standings_and_codes()
    {
        var verdicts = new[] { Grade("Weak", Standing.FallsShort), Grade("Good", Standing.Meets), Grade("Fine", Standing.Meets), null }
            .Select(grade => Given("one", "1", grade)).ToArray();

        var found = Assert.Single(GradeDistributions.Find(
            All with { Judgement = "overall" }, [Make.Answer("red", verdicts) with { Description = null }]));

        var version = Assert.Single(found.Frameworks);
        Assert.Equal([("", ""), ("fine", "Fine"), ("good", "Good"), ("weak", "Weak")], version.Grades.Select(grade => (grade.Code, grade.Label)));
        Assert.Equal([1, 1, 1, 1], version.Counts);
        Assert.Equal(("one", "", "", 4), (version.Label, version.Began, version.Ended, version.Total));
        Assert.Equal(("red", "overall"), (found.Label, found.JudgementLabel));
    }

    [Fact]
    public void Where_a_standing_had_another_name_before_both_are_told_and_several_of_one_version_together()
    {
        var (fine, good, sound) = (Grade("Fine", Standing.Meets), Grade("Good", Standing.Meets), Grade("Sound", Standing.Meets));

        var shift = Assert.Single(Assert.Single(Find(
            All, [Described("new", "old", good, sound), Described("old", "", fine)],
            Given("old", "1", fine, "2014-05-01"), Given("new", "1", good), Given("new", "1", sound))).Shifts);

        Assert.Equal(("Fine", "Good or Sound"), (shift.Standings[0].BeforeLabel, shift.Standings[0].AfterLabel));
        Assert.Equal("Fine, afterwards Good or Sound: 1 of 1 before (100 %), 2 of 2 after (100 %).", shift.Sentences[0]);
    }
}
