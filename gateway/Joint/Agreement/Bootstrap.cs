using System.Runtime.CompilerServices;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// How far coefficients would move had other areas been judged: areas are drawn with replacement, as many as there are, again
/// and again, and each draw is computed from counts per area. Everything of one area is drawn together, since its verdicts are
/// not independent of each other.
/// </summary>
internal static class Bootstrap
{
    /// <summary>An interval for each measure; null where there is none.</summary>
    /// <param name="areas">How many areas there are.</param>
    /// <param name="options">How many draws, and where the lots begin.</param>
    /// <param name="clear">Forgets the draw before.</param>
    /// <param name="add">Adds the area at the place to the draw, as often as it was drawn.</param>
    /// <param name="measures">How many measures there are.</param>
    /// <param name="measure">Writes each measure of one draw; null: it is undefined.</param>
    // A first asking is most of what there is: what runs a hundred thousand times is not first run slowly to be measured.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Interval?[] Of(
        int areas, AgreementOptions options, Action clear, Action<int, int> add, int measures, Action<double?[]> measure)
    {
        if (areas == 0)
            return new Interval?[measures];
        var lots = new SplitMix((ulong)options.Seed);
        var values = new double[measures][];
        for (var place = 0; place < measures; place++)
            values[place] = new double[options.Replicates];
        var measured = new double?[measures];
        var times = new int[areas];
        for (var replicate = 0; replicate < options.Replicates; replicate++)
        {
            Array.Clear(times);
            for (var drawn = 0; drawn < areas; drawn++)
                times[lots.Below(areas)]++;
            clear();
            for (var area = 0; area < areas; area++)
                if (times[area] > 0)
                    add(area, times[area]);
            measure(measured);
            for (var place = 0; place < measures; place++)
                values[place][replicate] = measured[place] ?? double.NaN;
        }

        return [.. values.Select(Interval.Of)];
    }
}
