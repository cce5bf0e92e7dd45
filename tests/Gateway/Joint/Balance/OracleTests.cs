using System.Text.Json;
using Inspectorates.Gateway.Joint.Balance;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

/// <summary>The oracle's numbers, to the digits given.</summary>
public sealed class OracleTests
{
    // Read in each test, so that one without the data is skipped with its reason.
    private readonly JsonElement weights = JsonDocument.Parse(File.ReadAllBytes(SharedData.File("oracles", "statistics.json")))
        .RootElement.GetProperty("weights");

    private ResultBands Bands => new(
    [
        new("1", 0), .. weights.GetProperty("bands_half_up").EnumerateArray().Select((edge, place) => new ResultBand($"{place + 2}", Read(edge))),
    ]);

    public static TheoryData<int> Cases => [0, 1, 2];

    [Theory, MemberData(nameof(Cases))]
    public void Score_grade_and_whether_it_is_on_a_line(int number)
    {
        var (weighing, oracle) = Case(number);

        Assert.Equal(Read(oracle.GetProperty("score")), weighing.Score);
        Assert.Equal(oracle.GetProperty("grade").GetInt32(), Bands.Of(weighing.Score) + 1);
        Assert.Equal(oracle.TryGetProperty("on_boundary", out _), Bands.EdgeAt(weighing.Score) is not null);
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_weights_at_which_the_result_changes_one_at_a_time(int number)
    {
        var (weighing, oracle) = Case(number);
        var critical = CriticalWeights.Of(weighing, Bands);
        var flips = oracle.TryGetProperty("flip_oat", out var named) ? named : oracle.GetProperty("flip");

        foreach (var flip in flips.EnumerateObject())
        {
            var one = critical[int.Parse(flip.Name, null) - 1];
            Assert.Equal(Read(flip.Value), (one.Higher ?? one.Lower)!.Value.At);
        }

        if (named.ValueKind is JsonValueKind.Object)
            Assert.Equal(
                named.EnumerateObject().Select(flip => int.Parse(flip.Name, null) - 1),
                Enumerable.Range(0, 4).Where(place => critical[place] is not { Lower: null, Higher: null }));
    }

    [Theory, MemberData(nameof(Cases))]
    public void The_smallest_shift_down_and_epsilon(int number)
    {
        var (weighing, oracle) = Case(number);

        if (oracle.TryGetProperty("tv_min_down", out var shift))
            Assert.Equal(Read(shift), SmallestShifts.Down(weighing, Bands)!.Amount.At);
        if (oracle.TryGetProperty("epsilon", out var epsilon))
            Assert.Equal(epsilon.GetRawText(), Robustness.Down(weighing, Bands)!.Value.At.ToDecimal(16));
        Assert.Null(Robustness.Up(weighing, Bands));
        Assert.Null(SmallestShifts.Up(weighing, Bands));
    }

    [Fact]
    public void The_share_of_all_weightings()
    {
        var oracle = weights.GetProperty("acceptability_uniform_simplex");
        var shares = SharesOfWeightings.Exact([.. oracle.GetProperty("x").EnumerateArray().Select(Read)], Bands);

        Assert.Equal(
            [oracle.GetProperty("Inadequate").GetRawText(), oracle.GetProperty("Requires improvement").GetRawText(), oracle.GetProperty("Good").GetRawText(), "0"],
            shares.Select(share => share.ToDecimal(16)));
    }

    private (Weighing, JsonElement) Case(int number)
    {
        var oracle = weights.GetProperty("cases")[number];
        return (Weighing.Of(
            [.. oracle.GetProperty("w").EnumerateArray().Select(Read)], [.. oracle.GetProperty("x").EnumerateArray().Select(Read)]), oracle);
    }

    private static Rational Read(JsonElement number) => Scale.Number(number.GetRawText());
}
