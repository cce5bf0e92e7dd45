namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>A result and the score it begins at.</summary>
/// <param name="Result">The result in the profile's words.</param>
/// <param name="From">Where it begins; of the worst, which has no beginning, it is not looked at.</param>
/// <param name="EdgeBelongsBelow">Whether a score of exactly <paramref name="From"/> still has the result below.</param>
internal sealed record ResultBand(string Result, Rational From, bool EdgeBelongsBelow = false);

/// <summary>The results a score can come to, worst first, each beginning at a higher score than the one before.</summary>
internal sealed class ResultBands
{
    public ResultBands(IReadOnlyList<ResultBand> worstFirst)
    {
        ArgumentOutOfRangeException.ThrowIfZero(worstFirst.Count);
        for (var place = 2; place < worstFirst.Count; place++)
            if (worstFirst[place].From <= worstFirst[place - 1].From)
                throw new ArgumentException("Every band begins at a higher score than the one before.", nameof(worstFirst));
        All = worstFirst;
    }

    /// <summary>The bands, worst first.</summary>
    public IReadOnlyList<ResultBand> All { get; }

    /// <summary>The place of the result of a score: 0 is the worst.</summary>
    public int Of(Rational score)
    {
        var place = All.Count - 1;
        while (place > 0 && !IsReached(All[place], score))
            place--;
        return place;
    }

    /// <summary>The place of the band whose beginning the score is exactly; null: it is on no edge.</summary>
    public int? EdgeAt(Rational score)
    {
        for (var place = 1; place < All.Count; place++)
            if (All[place].From == score)
                return place;
        return null;
    }

    private static bool IsReached(ResultBand band, Rational score) =>
        band.EdgeBelongsBelow ? score > band.From : score >= band.From;
}
