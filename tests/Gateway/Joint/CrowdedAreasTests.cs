using System.Diagnostics;
using System.Globalization;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>What many areas with many verdicts cost: no more than in proportion.</summary>
[Collection("Alone")]
public sealed class CrowdedAreasTests
{
    private const int Areas = 153;
    private static readonly string[] Keepers = ["red", "blue", "green", "grey"];
    private static readonly string[] Processes = ["strategy-discussion", "icpc", "s47-enquiry", "core-group"];

    // In every area each of four inspectorates has judged each process in ten years, one in four short of what is expected.
    private static IReadOnlyList<SourceAnswer> Crowd(int areas) =>
    [
        .. Keepers.Select((keeper, place) => Make.Answer(keeper,
        [
            .. from area in Codes(areas)
               from process in Processes
               from year in Enumerable.Range(2015, 10)
               select Make.Verdict(
                   keeper, $"{area}-{process}-{year}", (year + place) % 4 == 0 ? Standing.FallsShort : Standing.Meets, $"{year}-06-10",
                   verdict =>
                   {
                       verdict.Process = process;
                       verdict.Footprint = new Footprint { Areas = { area } };
                   }),
        ])),
    ];

    private static IReadOnlyList<string> Codes(int areas) =>
        [.. Enumerable.Range(100, areas).Select(code => code.ToString(CultureInfo.InvariantCulture))];

    private static (TimeSpan Fastest, int Count) Time(int areas, DifferenceChoice choice)
    {
        var answers = Crowd(areas);
        var (fastest, count) = (TimeSpan.MaxValue, 0);
        for (var turn = 0; turn < 4; turn++)
        {
            var watch = Stopwatch.StartNew();
            var chosen = DifferencesAcrossAreas.Choose(Codes(areas), Make.AsOf, answers, Make.Catalogue, new DifferenceOptions(), choice);
            Assert.Equal(Math.Min(50, chosen.Count), chosen.Write(0, 50).Count());
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
            count = chosen.Count;
        }

        return (fastest, count);
    }

    [Fact]
    public void A_hundred_thousand_differences_in_153_areas_are_chosen_in_less_than_two_seconds()
    {
        var (fastest, count) = Time(Areas, new());

        // Ten years of four: in every year but for those in which nobody is short, one is and three are not.
        Assert.Equal(Areas * Processes.Length * 10 * 30, count);
        Assert.True(fastest < TimeSpan.FromSeconds(2), $"{count} differences took {fastest}.");
    }

    [Fact]
    public void Four_times_the_areas_cost_about_four_times_as_much()
    {
        var (few, _) = Time(Areas / 4, new());
        var (many, _) = Time(Areas / 4 * 4, new());

        Assert.True(many < few * 10, $"{Areas / 4} areas took {few}, four times as many {many}.");
    }

    [Fact]
    public void A_filter_is_applied_before_anything_is_written()
    {
        var (fastest, count) = Time(Areas, new() { Kind = Difference.Types.Kind.Contradiction, Process = "icpc" });

        Assert.InRange(count, 1, 20_000);
        Assert.True(fastest < TimeSpan.FromSeconds(1), $"{count} differences took {fastest}.");
    }
}
