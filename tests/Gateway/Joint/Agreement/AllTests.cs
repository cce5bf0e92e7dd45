using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Agreement;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;
using Kind = Inspectorates.Joint.V1.AgreementCoefficient.Types.Kind;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>The agreement of all authors at once, and without each inspectorate.</summary>
public sealed class AllTests
{
    private static readonly Standing[][] Rows =
    [
        [Standing.Exceeds, Standing.Meets, Standing.Meets, Standing.FallsShort, Standing.Fails],
        [Standing.Exceeds, Standing.Meets, Standing.FallsShort, Standing.FallsShort, Standing.Fails],
        [Standing.Fails, Standing.FallsShort, Standing.Meets, Standing.Meets, Standing.Exceeds],
    ];

    private static readonly string[] Keepers = ["blue", "green", "red"];

    private static IEnumerable<Verdict> Verdicts =>
        Keepers.SelectMany((keeper, row) => Rows[row].Select((standing, area) => Agree.Said(keeper, area, standing)));

    private static double? Value(IEnumerable<AgreementCoefficient> coefficients, Kind kind) =>
        coefficients.Single(coefficient => coefficient.Kind == kind).Estimate?.Value;

    [Fact]
    public void All_authors_together_have_the_coefficients_of_several_raters()
    {
        var all = Agree.OfAll(Agree.On(), Agree.Answers(Verdicts));
        var values = Rows.Select(row => row.Select(standing => (double?)Scale.Of(mixed: false).Place(standing)).ToArray()).ToArray();
        var several = SeveralRaters.Of(Rows.Select(row => row.Select(standing => (int?)standing).ToArray()).ToArray(), [1, 2, 4, 5]);

        Assert.Equal(("blue green red", 5, 0, true), (string.Join(' ', all.Authors.Select(author => author.Key)), all.Comparable, all.Equal, all.Complete));
        Assert.Equal([Kind.AlphaNominal, Kind.AlphaOrdinal, Kind.AlphaInterval, Kind.Ac1, Kind.Fleiss], all.Coefficients.Select(coefficient => coefficient.Kind));
        Assert.Equal(KrippendorffAlpha.Of(values, Measurement.Nominal).Value!.Value, Value(all.Coefficients, Kind.AlphaNominal)!.Value, 1e-12);
        Assert.Equal(KrippendorffAlpha.Of(values, Measurement.Ordinal).Value!.Value, Value(all.Coefficients, Kind.AlphaOrdinal)!.Value, 1e-12);
        Assert.Equal(KrippendorffAlpha.Of(values, Measurement.Interval).Value!.Value, Value(all.Coefficients, Kind.AlphaInterval)!.Value, 1e-12);
        Assert.Equal(several.Ac1.Value!.Value, Value(all.Coefficients, Kind.Ac1)!.Value, 1e-12);
        Assert.Equal(several.Fleiss.Value!.Value, Value(all.Coefficients, Kind.Fleiss)!.Value, 1e-12);
        Assert.All(all.Coefficients, coefficient => Assert.True(coefficient.Estimate.Interval.Low <= coefficient.Estimate.Interval.High));
    }

    [Fact]
    public void Of_two_authors_all_together_are_the_pair_intervals_included_and_areas_are_drawn_in_the_order_of_the_question()
    {
        // The later areas come with the process that the catalogue has first.
        Verdict[] verdicts = [.. Rows[0].Concat(Rows[0]).Zip(Rows[1].Concat(Rows[2])).SelectMany((pair, area) => new[]
        {
            Agree.Said("blue", area, pair.First, change: verdict => verdict.Process = area < 5 ? "s47-enquiry" : Make.Process),
            Agree.Said("red", area, pair.Second, change: verdict => verdict.Process = area < 5 ? "s47-enquiry" : Make.Process),
        })];
        var question = Agree.All with { About = AgreementComparison.Types.About.AllProcesses };

        var all = Agree.OfAll(question, Agree.Answers(verdicts));
        var pair = Agree.Pair(question, verdicts);

        Assert.Equal((10, 5), (all.Comparable, all.Equal));
        Assert.Equal((pair.Comparable, pair.Equal), (all.Comparable, all.Equal));
        foreach (var kind in new[] { Kind.AlphaNominal, Kind.AlphaOrdinal, Kind.AlphaInterval, Kind.Ac1 })
        {
            var (one, other) = (all.Coefficients.Single(coefficient => coefficient.Kind == kind).Estimate, pair.Of(kind).Estimate);
            Assert.Equal(one.Value, other.Value, 12);
            Assert.Equal(one.Interval.Low, other.Interval.Low, 12);
            Assert.Equal(one.Interval.High, other.Interval.High, 12);
            Assert.True(one.Interval.Low < one.Interval.High);
        }
    }

    [Fact]
    public void What_is_known_of_one_area_alone_is_drawn_together_so_that_every_draw_is_the_whole()
    {
        var processes = Make.Catalogue.Processes.Take(5).ToList();
        var verdicts = Rows[0].Zip(Rows[1]).SelectMany((pair, place) => new[]
        {
            Agree.Said("blue", 0, pair.First, change: verdict => (verdict.Process, verdict.Name) = (processes[place].Code, $"b{place}")),
            Agree.Said("red", 0, pair.Second, change: verdict => (verdict.Process, verdict.Name) = (processes[place].Code, $"r{place}")),
        });

        var all = Agree.OfAll(Agree.All with { About = AgreementComparison.Types.About.AllProcesses }, Agree.Answers(verdicts));

        Assert.Equal((5, 4, ""), (all.Comparable, all.Equal, all.WithheldReason));
        Assert.All(all.Coefficients, coefficient =>
        {
            Assert.Equal(coefficient.Estimate.Value, coefficient.Estimate.Interval.Low, 12);
            Assert.Equal(coefficient.Estimate.Value, coefficient.Estimate.Interval.High, 12);
            Assert.Equal("", coefficient.Undefined);
        });
    }

    [Fact]
    public void Mixed_is_a_step_for_all_where_one_alone_gives_it()
    {
        Standing[][] rows = [[.. Rows[0], Standing.Mixed], [.. Rows[1], Standing.FallsShort]];
        var all = Agree.OfAll(Agree.On(), Agree.Answers(rows.SelectMany((row, place) =>
            row.Select((standing, area) => Agree.Said(place == 0 ? "blue" : "red", area, standing)))));
        var values = rows.Select(row => row.Select(standing => (double?)Scale.Of(mixed: true).Place(standing)).ToArray()).ToArray();

        Assert.Equal(KrippendorffAlpha.Of(values, Measurement.Interval).Value!.Value, Value(all.Coefficients, Kind.AlphaInterval)!.Value, 1e-12);
        Assert.Equal(KrippendorffAlpha.Of(values, Measurement.Ordinal).Value!.Value, Value(all.Coefficients, Kind.AlphaOrdinal)!.Value, 1e-12);
    }

    [Fact]
    public void What_one_alone_judged_is_not_equal_to_anything_and_a_process_is_told_of_by_its_term_without_a_caution()
    {
        var all = Agree.OfAll(Agree.On(), Agree.Answers([.. Verdicts, Agree.Said("red", 9, Standing.Meets)]));

        Assert.Equal((5, 0), (all.Comparable, all.Equal));
        Assert.Equal(("Strategy discussion / strategy meeting", ""), (all.Term, all.Caution));
        Assert.All(all.Without, without => Assert.Equal(("", 5), (without.WithheldReason, without.Coefficients.Count)));
        Assert.Equal("", Agree.OfAll(Agree.Broad, Agree.Answers(Verdicts)).Term);
    }

    [Fact]
    public void As_many_as_the_floor_are_enough()
    {
        var all = Agree.OfAll(Agree.On(), Agree.Answers(Verdicts.Where(verdict => verdict.Footprint.Areas[0] != "104")));

        Assert.Equal((4, "", 5), (all.Comparable, all.WithheldReason, all.Coefficients.Count));
        Assert.All(all.Without, without => Assert.Equal((4, 5), (without.Comparable, without.Coefficients.Count)));
    }

    [Fact]
    public void Of_one_report_and_as_many_authors_the_first_speaks()
    {
        static void Together(Verdict verdict) => verdict.InspectionKey = "joint/100";

        var all = Agree.OfAll(Agree.On(), Agree.Answers(
            [Agree.Said("red", 0, Standing.Meets, change: Together), Agree.Said("blue", 0, Standing.Meets, change: Together), Agree.Said("green", 0, Standing.Fails)]));

        Assert.Equal(["blue", "green"], all.Authors.Select(author => author.Key));
    }

    [Fact]
    public void Each_process_that_somewhere_two_judged_is_told_of_and_one_that_is_asked_for_in_any_case()
    {
        static void Enquiry(Verdict verdict) => verdict.Process = "s47-enquiry";

        var answers = Agree.Answers(
            [.. Verdicts, Agree.Said("red", 9, Standing.Meets), Agree.Said("red", 0, Standing.Meets, change: Enquiry), Agree.Said("blue", 1, Standing.Meets, change: Enquiry)]);
        IEnumerable<string> Told(AgreementQuestion question) =>
            new AgreementAcrossAreas(question, answers, Make.Catalogue, Agree.Options).OfAll.Value.Select(all => all.Process);

        Assert.Equal([Make.Process], Told(Agree.All with { About = AgreementComparison.Types.About.OneProcess }));
        Assert.Equal(["s47-enquiry"], Told(Agree.On("s47-enquiry")));
        Assert.Equal(["lado"], Told(Agree.On("lado")));
    }

    [Fact]
    public void Without_the_one_who_disagrees_the_others_agree()
    {
        var all = Agree.OfAll(Agree.On(), Agree.Answers(Verdicts));

        Assert.Equal(["blue", "green", "red"], all.Without.Select(without => without.Inspectorate));
        Assert.Equal([(5, 0), (5, 1), (5, 4)], all.Without.Select(without => (without.Comparable, without.Equal)));
        var matrix = new ConfusionMatrix([[1, 0, 0, 0], [0, 1, 1, 0], [0, 0, 1, 0], [0, 0, 0, 1]]);
        Assert.Equal(KrippendorffAlpha.Of(matrix, Measurement.Ordinal).Value!.Value, Value(all.Without[2].Coefficients, Kind.AlphaOrdinal)!.Value, 1e-12);
        Assert.Equal(GwetAc1.Of(matrix).Value!.Value, Value(all.Without[2].Coefficients, Kind.Ac1)!.Value, 1e-12);
        Assert.All(all.Without.SelectMany(without => without.Coefficients), coefficient => Assert.Null(coefficient.Estimate.Interval));
        Assert.True(Value(all.Without[2].Coefficients, Kind.AlphaOrdinal) > Value(all.Coefficients, Kind.AlphaOrdinal));
    }

    [Fact]
    public void Where_somebody_did_not_judge_everywhere_Fleiss_kappa_is_undefined_and_alpha_is_not()
    {
        var all = Agree.OfAll(Agree.On(), Agree.Answers(Verdicts.Skip(1)));

        Assert.Equal("undefined, not every unit has the same number of verdicts", all.Coefficients[4].Undefined);
        Assert.NotNull(all.Coefficients[1].Estimate);
        Assert.Equal(5, all.Comparable);
    }

    [Fact]
    public void Below_the_floor_they_are_withheld_and_leaving_one_out_may_leave_too_few()
    {
        var all = Agree.OfAll(Agree.On(), Agree.Answers(Verdicts.Where(verdict => verdict.Inspectorate != "green")));
        var few = Agree.OfAll(Agree.On(), Agree.Answers(Verdicts.Where(verdict => verdict.Footprint.Areas[0] is "100" or "101")));

        Assert.Equal("", all.WithheldReason);
        Assert.All(all.Without, without => Assert.Equal((0, "There is nothing to compute from."), (without.Comparable, without.WithheldReason)));
        Assert.Equal("No coefficient is given: 2 are comparable, and below 4 chance decides too much.", few.WithheldReason);
        Assert.Empty(few.Coefficients);
    }

    [Fact]
    public void A_report_is_one_text_and_of_its_verdicts_that_of_most_authors_speaks()
    {
        var verdicts = Verdicts.ToList();
        foreach (var verdict in verdicts.Where(verdict => verdict.Inspectorate != "red"))
            verdict.InspectionKey = $"joint/{verdict.Footprint.Areas[0]}";
        foreach (var verdict in verdicts.Where(verdict => verdict.Inspectorate == "green"))
            verdict.Authors.Add("grey");

        var all = Agree.OfAll(Agree.On(), Agree.Answers(verdicts));

        Assert.Equal(["red", "green+grey"], all.Authors.Select(author => author.Key));
        Assert.Equal((5, 0), (all.Comparable, all.Equal));
        Assert.Equal(["green", "grey", "red"], all.Without.Select(without => without.Inspectorate));
    }

    [Fact]
    public void Who_gave_no_answer_is_named_where_it_may_judge_the_process()
    {
        var answers = Agree.Answers(Verdicts).Append(Make.Missing("grey")).ToList();

        Assert.Equal(["grey"], Agree.OfAll(Agree.On(), answers).Unavailable);
        Assert.Empty(Agree.OfAll(Agree.On("lado"), [.. answers, Make.Answer("pink", Agree.Said("pink", 0, Standing.Meets, change: verdict => verdict.Process = "lado"))]).Unavailable);
        Assert.StartsWith("Different services, not an error of either", Agree.OfAll(Agree.Broad, answers).Caution, StringComparison.Ordinal);
        Assert.Equal(["grey"], Agree.OfAll(Agree.Broad, answers).Unavailable);
        Assert.Equal(["amber", "grey"], Agree.OfAll(Agree.Broad, [.. answers, Make.Missing("amber")]).Unavailable);
    }

    [Fact]
    public void Whatever_the_order_of_answers_and_verdicts_everything_is_the_same()
    {
        for (var seed = 0; seed < Cases.Each / 50; seed++)
        {
            var random = new Random(seed);
            Verdict[] verdicts =
            [
                .. Enumerable.Range(0, 60).Select(number => (random.Next(8) == 0 ? (Func<string, int, Standing, string, Action<Verdict>?, Verdict>)Agree.Overall : Agree.Said)(
                    Keepers[random.Next(3)], random.Next(8), (Standing)random.Next(1, 7), random.Next(3) == 0 ? "2023-01-01" : "2024-06-03",
                    verdict =>
                    {
                        verdict.Name += $"-{number}";
                        if (random.Next(5) == 0)
                            verdict.Authors.Add("grey");
                    })),
            ];
            var other = verdicts.ToArray();
            random.Shuffle(other);
            SourceAnswer[] answers = [.. Agree.Answers(verdicts)];
            SourceAnswer[] shuffled = [.. Agree.Answers(other)];

            var one = new AgreementAcrossAreas(Agree.All, answers, Make.Catalogue, Agree.Options);
            var two = new AgreementAcrossAreas(Agree.All, shuffled, Make.Catalogue, Agree.Options);

            Assert.True(one.Numbers.Select(one.Write).SequenceEqual(two.Numbers.Select(two.Write)), $"seed {seed}");
            Assert.True(one.OfAll.Value.SequenceEqual(two.OfAll.Value), $"seed {seed}");
        }
    }
}
