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
    /// <param name="replicates">How many draws.</param>
    /// <param name="seed">Where the lots begin.</param>
    /// <param name="clear">Forgets the draw before.</param>
    /// <param name="add">Adds the area at the place to the draw.</param>
    /// <param name="measures">Each of one draw; null: undefined.</param>
    public static Interval?[] Of(
        int areas, int replicates, ulong seed, Action clear, Action<int> add, IReadOnlyList<Func<double?>> measures)
    {
        var lots = new SplitMix(seed);
        var values = measures.Select(_ => new double[replicates]).ToArray();
        for (var replicate = 0; replicate < replicates; replicate++)
        {
            clear();
            for (var drawn = 0; drawn < areas; drawn++)
                add(lots.Below(areas));
            for (var measure = 0; measure < values.Length; measure++)
                values[measure][replicate] = measures[measure]() ?? double.NaN;
        }

        return areas == 0 ? new Interval?[values.Length] : [.. values.Select(Interval.Of)];
    }
}
