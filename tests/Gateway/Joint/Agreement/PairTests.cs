using Inspectorates.Gateway.Joint.Agreement;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using Kind = Inspectorates.Joint.V1.AgreementCoefficient.Types.Kind;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

public sealed class PairTests
{
    // Blue in rows and red in columns: 2 exceed both, 3 meet both, 1 meets and falls short, 1 falls short and meets, 1 fails and exceeds.
    private static readonly (Standing Blue, Standing Red)[] Pairs =
    [
        (Standing.Exceeds, Standing.Exceeds), (Standing.Exceeds, Standing.Exceeds), (Standing.Meets, Standing.Meets),
        (Standing.Meets, Standing.Meets), (Standing.Meets, Standing.Meets), (Standing.Meets, Standing.FallsShort),
        (Standing.FallsShort, Standing.Meets), (Standing.Fails, Standing.Exceeds),
    ];

    private static IEnumerable<Verdict> Verdicts(IEnumerable<(Standing Blue, Standing Red)> pairs) => pairs.SelectMany(
        (pair, area) => new[] { Agree.Said("blue", area, pair.Blue), Agree.Said("red", area, pair.Red) });

    [Fact]
    public void Counts_come_first_with_the_whole_matrix_in_the_order_of_standings()
    {
        var pair = Agree.Pair(Agree.On(), Verdicts(Pairs));

        Assert.Equal((8, 5, 2, 3, 3), (pair.Comparable, pair.Equal, pair.Adjacent, pair.Opposite, pair.Differing));
        Assert.Equal([Standing.Exceeds, Standing.Meets, Standing.FallsShort, Standing.Fails], pair.Steps.Select(step => step.Standing));
        Assert.Equal(["Exceeds", "Meets", "Falls short", "Fails"], pair.Matrix.Select(row => row.Label));
        Assert.Equal(pair.Steps.Select(step => (step.Standing, step.Label)), pair.Matrix.Select(row => (row.Standing, row.Label)));
        Assert.Equal(["2 0 0 0", "0 3 1 0", "0 1 0 0", "1 0 0 0"], pair.Matrix.Select(row => string.Join(' ', row.Counts)));
        Assert.Equal(
            [
                $"Of 8 areas both judged on \"{pair.Term}\", 5 were given the same standing; 7 within one step.",
                "3 stand on opposite sides: one as expected or better, the other short of it.",
                "The blue inspectorate is harsher, by 0.38 of a step on average; chance alone might well give as much.",
            ],
            pair.Sentences);
    }

    [Fact]
    public void Coefficients_are_those_of_the_matrix_with_intervals_around_them()
    {
        var pair = Agree.Pair(Agree.On(), Verdicts(Pairs));
        var matrix = new ConfusionMatrix([[2, 0, 0, 0], [0, 3, 1, 0], [0, 1, 0, 0], [1, 0, 0, 0]]);

        Assert.Equal(
            [
                (Kind.AlphaNominal, KrippendorffAlpha.Of(matrix, Measurement.Nominal).Value),
                (Kind.AlphaOrdinal, KrippendorffAlpha.Of(matrix, Measurement.Ordinal).Value),
                (Kind.AlphaInterval, KrippendorffAlpha.Of(matrix, Measurement.Interval).Value),
                (Kind.KappaUnweighted, CohenKappa.Unweighted(matrix).Value),
                (Kind.KappaLinear, CohenKappa.Linear(matrix).Value),
                (Kind.KappaQuadratic, CohenKappa.Quadratic(matrix).Value),
                (Kind.Ac1, GwetAc1.Of(matrix).Value),
            ],
            pair.Coefficients.Select(coefficient => (coefficient.Kind, (double?)coefficient.Estimate.Value)));
        Assert.All(pair.Coefficients, coefficient => Assert.InRange(
            coefficient.Estimate.Value, coefficient.Estimate.Interval.Low, coefficient.Estimate.Interval.High));
        Assert.All(pair.Coefficients, coefficient => Assert.True(coefficient.Estimate.Interval.Low < coefficient.Estimate.Interval.High));
        Assert.Equal((0.375, "blue"), (pair.Gap.Steps.Value, pair.Gap.Harsher));
        Assert.Equal(BowkerTest.Of(matrix).Statistic, pair.Gap.Bowker.Result.Statistic);
        Assert.Equal(StuartMaxwellTest.Of(matrix).PValue, pair.Gap.StuartMaxwell.Result.PValue);
        Assert.Equal(StuartMaxwellTest.Of(matrix).DegreesOfFreedom, pair.Gap.StuartMaxwell.Result.DegreesOfFreedom);
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals_and_another_one_others()
    {
        var answers = Agree.Answers(Verdicts(Pairs));
        AgreementInterval Alpha(int seed, bool reversed = false) => Agree.Ask(
            Agree.On(), reversed ? [.. answers.Reverse()] : answers, Agree.Options with { Seed = seed })[0].Of(Kind.AlphaOrdinal).Estimate.Interval;

        Assert.Equal(Alpha(1), Alpha(1));
        Assert.Equal(Alpha(1), Alpha(1, reversed: true));
        Assert.NotEqual(Alpha(1), Alpha(2));
    }

    [Fact]
    public void Below_the_floor_coefficients_are_withheld_with_the_reason_and_counts_stay()
    {
        var pair = Agree.Pair(Agree.On(), Verdicts(Pairs.Take(3)));

        Assert.Equal((3, 3), (pair.Comparable, pair.Equal));
        Assert.Equal(4, pair.Matrix.Count);
        Assert.Empty(pair.Coefficients);
        Assert.Null(pair.Gap);
        Assert.Equal("No coefficient is given: 3 are comparable, and below 4 chance decides too much.", pair.WithheldReason);
        Assert.Equal(pair.WithheldReason, pair.Sentences[^1]);
        Assert.Equal("", Agree.Pair(Agree.On(), Verdicts(Pairs.Take(4))).WithheldReason);
        Assert.Equal(
            "No coefficient is given: 1 is comparable, and below 4 chance decides too much.",
            Agree.Pair(Agree.On(), Verdicts(Pairs.Take(1))).WithheldReason);
    }

    [Fact]
    public void Without_variation_coefficients_are_undefined_and_there_is_nothing_to_test()
    {
        var pair = Agree.Pair(Agree.On(), Verdicts(Enumerable.Repeat((Standing.Meets, Standing.Meets), 6)));

        Assert.All(pair.Coefficients, coefficient => Assert.Equal((null, "undefined, no variation"), (coefficient.Estimate, coefficient.Undefined)));
        Assert.Equal(7, pair.Coefficients.Count);
        Assert.Null(pair.Gap.Bowker.Result);
        Assert.Null(pair.Gap.StuartMaxwell.Result);
        Assert.Equal((0, ""), (pair.Gap.Steps.Value, pair.Gap.Harsher));
        Assert.Equal(
            [
                $"Of 6 areas both judged on \"{pair.Term}\", 6 were given the same standing; 6 within one step.",
                "None stands on opposite sides: one as expected or better, the other short of it.",
                "Neither is harsher on average.",
                "Every verdict compared stands the same: whether that is more than chance cannot be computed, so that coefficients are undefined, not 1.",
            ],
            pair.Sentences);
    }

    [Fact]
    public void Perfect_agreement_with_variation_is_1() => Assert.All(
        Agree.Pair(Agree.On(), Verdicts(Pairs.Take(5))).Coefficients, coefficient => Assert.Equal(1, coefficient.Estimate.Value));

    [Fact]
    public void Mixed_is_a_step_where_somebody_gives_it_or_has_it_on_the_scale()
    {
        var given = Agree.Pair(Agree.On(), Verdicts([.. Pairs, (Standing.Mixed, Standing.Meets)]));
        var answers = Agree.Answers(Verdicts(Pairs));
        answers[0].Description!.Frameworks[0].Grades.Add(new Grade { Code = "so-so", Standing = Standing.Mixed });
        var onScale = Agree.Ask(Agree.On(), answers).Single();

        Assert.Equal(5, given.Steps.Count);
        Assert.Equal((5, 1, 3), (given.Equal, given.Adjacent, given.Opposite));
        Assert.Equal(["2 0 0 0 0", "0 3 0 1 0", "0 1 0 0 0", "0 1 0 0 0", "1 0 0 0 0"], given.Matrix.Select(row => string.Join(' ', row.Counts)));
        Assert.Equal((5, 0), (onScale.Steps.Count, onScale.Adjacent));
    }

    [Fact]
    public void The_units_that_drive_the_disagreement_come_with_both_verdicts_and_where_to_find_them()
    {
        var verdicts = Verdicts(Pairs).ToList();
        verdicts[^1].Source = new Provenance { Uri = "https://example.org/red" };

        var pair = Agree.Pair(Agree.On(), verdicts);

        Assert.Equal([("107", 3, 9.0 / 11), ("105", 1, 1.0 / 11), ("106", 1, 1.0 / 11)], pair.Driving.Select(unit => (unit.Area, unit.StepsApart, unit.Share)));
        var most = pair.Driving[0];
        Assert.Equal(("Area 107", Make.Process), (most.AreaName, most.Process));
        Assert.Equal(
            ("inspectorates/red/verdicts/7-2024-06-03-Exceeds", "red", "frame framework", "Grade Exceeds", Standing.Exceeds, "timeliness", "2024-06-03", "https://example.org/red"),
            (most.Other.Name, most.Other.Inspectorate, most.Other.FrameworkLabel, most.Other.GradeLabel, most.Other.Standing, most.Other.Aspect, most.Other.Day, most.Other.SourceUri));
        Assert.Equal((Standing.Fails, "https://example.org/blue/7-2024-06-03-Fails"), (most.One.Standing, most.One.SourceUri));
    }

    [Fact]
    public void Of_one_area_what_drives_it_is_listed_by_process_and_what_is_not_known_of_a_verdict_is_empty()
    {
        static void Bare(Verdict verdict)
        {
            (verdict.Process, verdict.Name) = ("s47-enquiry", verdict.Inspectorate);
            (verdict.Grade, verdict.Source) = (null, null);
        }

        var pair = Agree.Pair(
            Agree.All with { About = AgreementComparison.Types.About.AllProcesses },
            [.. Verdicts([(Standing.Meets, Standing.FallsShort)]), Agree.Said("blue", 0, Standing.Meets, "", Bare), Agree.Said("red", 0, Standing.FallsShort, "", Bare)]);

        Assert.Equal(["s47-enquiry", "strategy-discussion"], pair.Driving.Select(unit => unit.Process));
        var one = pair.Driving[0].One;
        Assert.Equal(("blue", "frame framework", "", "", ""), (one.Name, one.FrameworkLabel, one.GradeLabel, one.Day, one.SourceUri));
    }

    [Fact]
    public void The_tests_of_the_gap_are_called_by_their_names()
    {
        var gap = Agree.Pair(Agree.On(), Verdicts(Pairs)).Gap;

        Assert.Equal(
            ("Bowker's test of symmetry", "Stuart-Maxwell test of equal shares"), (gap.Bowker.Label, gap.StuartMaxwell.Label));
    }

    [Fact]
    public void One_is_told_in_the_singular()
    {
        var about = Agree.All with { About = AgreementComparison.Types.About.AllProcesses };
        var pair = Agree.Pair(
            about, Agree.Said("blue", 0, Standing.Meets), Agree.Said("red", 0, Standing.Fails, change: verdict => verdict.Aspect = "recording"));

        Assert.Equal(
            [
                "Of 1 process in an area both judged, 0 were given the same standing; 0 within one step.",
                "1 stands on opposite sides: one as expected or better, the other short of it.",
                "No coefficient is given: 1 is comparable, and below 4 chance decides too much.",
            ],
            pair.Sentences);
        Assert.Equal(
            "1 is not known to be about the same aspect and agency on both sides, and need not contradict each other where they differ.", pair.Caution);
        Assert.Equal("", pair.Term);
        Assert.Equal(["No process in an area was judged by both."], Agree.Pair(about, Agree.Said("blue", 0, Standing.Meets)).Sentences);
    }

    [Fact]
    public void No_more_than_five_are_listed_and_how_many_there_are_is_said()
    {
        var pair = Agree.Pair(Agree.On(), Verdicts(Enumerable.Repeat((Standing.Meets, Standing.Fails), 7)));

        Assert.Equal((5, 7), (pair.Driving.Count, pair.Differing));
        Assert.Equal("The red inspectorate is harsher, by 2.00 of a step on average; chance alone would seldom give as much.", pair.Sentences[2]);
    }

    [Fact]
    public void Units_that_are_not_about_the_same_aspect_and_agency_are_counted_and_said()
    {
        var pair = Agree.Pair(
            Agree.On(),
            Agree.Said("blue", 0, Standing.Meets), Agree.Said("red", 0, Standing.Fails, change: verdict => verdict.Aspect = "recording"),
            Agree.Said("blue", 1, Standing.Meets), Agree.Said("red", 1, Standing.Fails, change: verdict => verdict.Aspect = "promptness"),
            Agree.Said("blue", 2, Standing.Meets, change: verdict => verdict.Aspect = ""), Agree.Said("red", 2, Standing.Fails, change: verdict => verdict.Aspect = ""),
            Agree.Said("blue", 3, Standing.Meets, change: verdict => verdict.Subject = Make.About(Make.Agency("icb"))), Agree.Said("red", 3, Standing.Fails));

        Assert.Equal((4, 1), (pair.Comparable, pair.SameAspect));
        Assert.Equal(
            "3 are not known to be about the same aspect and agency on both sides, and need not contradict each other where they differ.", pair.Caution);
        Assert.Equal("", Agree.Pair(Agree.On(), Verdicts(Pairs)).Caution);
    }
}
