using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Differences;

/// <summary>Pairs that differ, and the order in which they are told.</summary>
public sealed class DifferenceOrderTests
{
    private static readonly DifferenceOptions Options = new();

    private static Differing Of(Verdict one, Verdict other, string area = Make.AreaCode)
    {
        var rule = new DifferenceRule(Options, Make.Catalogue.KindsMayBeSame);
        var comparands = Comparand.All([one, other], Compare.Described, Make.Catalogue.CanonicalAspect);
        return new(area, rule.Pair(comparands[0], comparands[1]), Options);
    }

    private static Differing Mixed(string process, string day = "2024-12-09", string area = Make.AreaCode) => Of(
        Make.Verdict("red", "1", change: verdict => verdict.Process = process),
        Make.Verdict("blue", "2", Standing.Mixed, day, verdict => verdict.Process = process),
        area);

    [Fact]
    public void Kind_strength_staleness_process_and_area_come_one_after_the_other()
    {
        var (first, second) = (Make.Catalogue.Processes[0].Code, Make.Catalogue.Processes[1].Code);
        Differing[] told =
        [
            Of(Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.Fails)),
            Of(Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.FallsShort)),
            Of(Make.Broad("red", "1"), Make.Broad("blue", "2", Standing.Fails)),
            Mixed(first),
            Mixed(second, area: "926"),
            Mixed(second, area: "X01"),
            Mixed(first, "2020-01-01"),
            Of(Make.Verdict("red", "1", day: "2020-01-01"), Make.Verdict("blue", "2", Standing.Fails)),
        ];

        Assert.Equal(told, new DifferenceOrder(Make.Catalogue).Sort(told.Reverse()));
    }

    [Fact]
    public void Broad_judgements_are_of_no_process_and_a_broad_one_with_a_verdict_is_of_the_verdicts()
    {
        Assert.Equal("", Of(Make.Broad("red", "1"), Make.Broad("blue", "2", Standing.Fails)).Pair.Process);
        Assert.Equal(Make.Process, Of(Make.Broad("red", "1", day: "2024-01-01"), Make.Verdict("blue", "2", Standing.Fails)).Pair.Process);
        Assert.Equal(Make.Process, Of(Make.Broad("red", "1", day: "2024-12-31"), Make.Verdict("blue", "2", Standing.Fails)).Pair.Process);
    }

    [Fact]
    public void The_aspect_is_that_of_both_or_none()
    {
        static void Timely(Verdict verdict) => verdict.Aspect = "timeliness";
        static void Recording(Verdict verdict) => verdict.Aspect = "recording";

        Assert.Equal("timeliness", Aspect(Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.Fails)));
        Assert.Equal("", Aspect(Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.Fails, change: Recording)));
        Assert.Equal("", Aspect(Make.Broad("red", "1", change: Timely), Make.Verdict("blue", "2", Standing.Fails)));
        Assert.Equal("", Aspect(Make.Verdict("red", "1"), Make.Broad("blue", "2", Standing.Fails, change: Timely)));

        static string Aspect(Verdict one, Verdict other) => Of(one, other).Pair.Aspect;
    }

    [Fact]
    public void The_one_whose_fieldwork_began_first_comes_first_though_it_ended_last()
    {
        var began = Make.Verdict("red", "1", change: verdict => verdict.Fieldwork = new() { Start = "2024-12-02", End = "2024-12-20" });

        Assert.Same(began, Of(Make.Verdict("blue", "2", Standing.Fails), began).Pair.One.Verdict);
        Assert.Same(began, Of(began, Make.Verdict("blue", "2", Standing.Fails)).Pair.One.Verdict);
    }

    [Fact]
    public void Without_fieldwork_the_one_published_first_comes_first_and_one_without_a_day_before_it()
    {
        var late = Make.Verdict("blue", "1", day: "", change: verdict => verdict.PublishedOn = "2025-02-01");
        var early = Make.Verdict("red", "2", Standing.Fails, "", verdict => verdict.PublishedOn = "2025-01-01");
        var never = Make.Verdict("red", "3", Standing.Fails, "");

        Assert.Same(early, Of(late, early).Pair.One.Verdict);
        Assert.Same(never, Of(late, never).Pair.One.Verdict);
    }

    [Fact]
    public void Of_one_day_the_one_whose_name_comes_first_comes_first()
    {
        var (blue, red) = (Make.Verdict("blue", "2", Standing.Fails), Make.Verdict("red", "1"));

        Assert.Same(blue, Of(red, blue).Pair.One.Verdict);
        Assert.Same(blue, Of(blue, red).Pair.One.Verdict);
    }

    [Fact]
    public void A_pair_that_says_alike_is_no_difference() =>
        Assert.StartsWith(
            "This pair does not differ.",
            Assert.Throws<ArgumentException>(() => Of(Make.Verdict("red", "1"), Make.Verdict("blue", "2"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void There_are_no_words_for_a_reason_nobody_knows()
    {
        var pair = Of(Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.Fails)).Pair;
        var unknown = pair with { Comparison = new(Finding.SetAside) { LeftOutFor = [(LeftOutPair.Types.Reason)99] } };

        Assert.StartsWith(
            "There are no words for this reason.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new LeftOutRecords("926", Compare.Described, _ => new()).Write(unknown)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_id_is_worked_out_once()
    {
        var differing = Of(Make.Verdict("red", "1"), Make.Verdict("blue", "2", Standing.Fails));

        Assert.Same(differing.Id, differing.Id);
    }
}
