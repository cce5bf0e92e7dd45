using System.Globalization;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using static Inspectorates.Gateway.Joint.Balance.ProfileRecords;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>Writes down how far the result turns on the weights.</summary>
internal static class SensitivityRecords
{
    // Beyond this the fractions of the exact shares grow long; no more inspectorates than this are ever asked in one view.
    private const int MostExact = 40;
    private const int Samples = 100_000;
    private const int Seed = 20;

    public static void Write(AreaBalance balance, Overall overall, BalanceView view)
    {
        var (weighing, bands) = (overall.Weighing, view.Profile.Bands);
        balance.CriticalWeights.Add(CriticalWeights.Of(weighing, bands).Select((critical, place) => new CriticalWeight
        {
            Code = view.Parts[place].Code,
            Weight = Exact(weighing.Weights[place]),
            Lower = Threshold(critical.Lower, view),
            Higher = Threshold(critical.Higher, view),
        }));
        var (worse, better) = (SmallestShifts.Down(weighing, bands), SmallestShifts.Up(weighing, bands));
        balance.SmallestShiftDown = Shift(worse, view);
        balance.SmallestShiftUp = Shift(better, view);
        balance.SmallestShift = Shift(worse is null || better?.Amount.At < worse.Amount.At ? better : worse, view);
        var (down, up) = (Robustness.Down(weighing, bands)?.At, Robustness.Up(weighing, bands)?.At);
        balance.EpsilonDown = down is { } below ? Exact(below) : null;
        balance.EpsilonUp = up is { } above ? Exact(above) : null;
        balance.Epsilon = new[] { down, up }.Min() is { } least ? Exact(least) : null;
        var (shares, basis) = Shares(weighing.Values, bands);
        balance.Shares.Add(shares.Select((share, place) => new ResultShare { Result = view.Result(place), Share = Exact(share) }));
        balance.ShareBasis = basis;
        balance.Swings.Add(Enumerable.Range(0, weighing.Count)
            .Select(place => (Width: Width(place, weighing, view), Place: place))
            .OrderByDescending(swing => swing.Width).ThenBy(swing => swing.Place)
            .Select(swing => Swing(swing.Place, swing.Width, weighing, view)));
    }

    /// <summary>The shares, exact where they can be, and how they were found.</summary>
    public static (IReadOnlyList<Rational> Shares, ShareBasis Basis) Shares(IReadOnlyList<Rational> values, ResultBands bands)
    {
        if (values.Count <= MostExact)
            return (SharesOfWeightings.Exact(values, bands), new() { Exact = true });
        var sampled = SampledShares.Draw(values, bands, Samples, Seed);
        return (sampled.Shares, new()
        {
            Samples = sampled.Samples,
            Seed = sampled.Seed,
            StandardError = sampled.StandardError.ToString("0.######", CultureInfo.InvariantCulture),
        });
    }

    private static Threshold? Threshold(Crossing? crossing, BalanceView view) => crossing is { } found
        ? new() { At = Exact(found.At), Reached = found.Reached, Result = view.Result(found.Result) }
        : null;

    private static SmallestShift? Shift(Shift? shift, BalanceView view) => shift is null
        ? null
        : new()
        {
            Amount = Threshold(shift.Amount, view),
            Moves =
            {
                shift.Moves.Select(move => new WeightMove
                {
                    Giver = view.Parts[move.Giver].Code, Taker = view.Parts[move.Taker].Code, Amount = Exact(move.Amount),
                }),
            },
        };

    private static Rational Width(int place, Weighing weighing, BalanceView view) =>
        weighing.Weights[place] * (view.Profile.Values[Axis.BestFirst[0]] - view.Profile.Values[Axis.BestFirst[^1]]);

    private static Swing Swing(int place, Rational width, Weighing weighing, BalanceView view) => new()
    {
        Code = view.Parts[place].Code,
        ScoreWithout = weighing.ScoreWithout(place) is { } without ? Exact(without) : null,
        ScoreAlone = Exact(weighing.Values[place]),
        ByStanding =
        {
            Axis.BestFirst.Select(standing => (Standing: standing, Score: weighing.ScoreWith(place, view.Profile.Values[standing])))
                .Select(other => new StandingScore
                {
                    Standing = other.Standing, Score = Exact(other.Score), Result = view.Result(view.Profile.Bands.Of(other.Score)),
                }),
        },
        Width = Exact(width),
    };
}
