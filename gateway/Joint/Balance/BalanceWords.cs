using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>What follows, in sentences that a member of the public understands.</summary>
internal static class BalanceWords
{
    // Results with less than this of all weightings are named without a figure.
    private static readonly Rational Few = new(1, 20);

    /// <summary>A number to four places.</summary>
    public static string Number(Rational number) => number.ToDecimal(4);

    /// <summary>A share in percent, to two places.</summary>
    public static string Percent(Rational share) => $"{(share * 100).ToDecimal(2)} %";

    /// <summary>A standing as the verb of a sentence.</summary>
    public static string Standing(Grade.Types.Standing standing) => standing switch
    {
        Grade.Types.Standing.Exceeds => "exceeds what is expected",
        Grade.Types.Standing.Meets => "meets what is expected",
        Grade.Types.Standing.Mixed => "is mixed",
        Grade.Types.Standing.FallsShort => "falls short",
        _ => "fails",
    };

    /// <summary>What share of all weightings gives what, likeliest first.</summary>
    public static string OfShares(IReadOnlyList<Rational> shares, Func<int, string> result)
    {
        var given = shares.Select((share, place) => (Share: share, Result: result(place)))
            .Where(one => one.Share.Sign > 0).OrderByDescending(one => one.Share).ToList();
        if (given.Count == 1)
            return $"If nothing is known about the weights, the result is known all the same: all possible weightings give {given[0].Result}.";
        var (told, rest) = (given.FindAll(one => one.Share >= Few), given.FindAll(one => one.Share < Few));
        var first = $"{Whole(told[0].Share)} of all possible weightings give {told[0].Result}";
        var others = told.Skip(1).Select(one => $"{Whole(one.Share)} {one.Result}");
        return $"If nothing is known about the weights, {Words.List([first, .. others])}."
            + (rest.Count == 0 ? "" : $" The few others give {Words.List(rest.Select(one => one.Result))}.");
    }

    public static IEnumerable<string> Notices(Area area, IReadOnlyList<SourceAnswer> answers)
    {
        if (area.Fictional)
            yield return $"{area.Name} is fictional: it is made up for worked examples, and nothing about it is a fact.";
        var descriptions = new Descriptions(answers);
        if (answers.Where(answer => !answer.IsProper).Select(answer => descriptions.Label(answer.Inspectorate)).ToList() is { Count: > 0 } missing)
            yield return $"This is not complete: {Words.List(missing)} gave no proper answer, and that is not agreement.";
    }

    public static IEnumerable<string> Notices(BalanceView view, bool whatIf)
    {
        if (view.Profile.Illustrative)
            yield return $"\"{view.Profile.Title}\" only illustrates: it is nobody's policy.";
        if (whatIf)
            yield return "The weights are those of the question and not the profile's: this is a what-if.";
        yield return "No inspectorate gives this overall. It follows from declared weights and from nothing else.";
    }

    public static IEnumerable<string> Of(AreaBalance balance, Overall overall, BalanceView view)
    {
        var profile = view.Profile;
        var by = $"By \"{profile.Title}\" (version {profile.Version}){(balance.WhatIf ? " with the weights of the question" : "")}, {view.Area.Name} ";
        yield return balance.OnEdge is { } edge
            ? $"{by}scores exactly {Number(overall.Score)}, on the line between {edge.Below} and {edge.Above}; there it counts as {view.Result(overall.Weighted)}."
            : $"{by}scores {Number(overall.Score)}, which is {view.Result(overall.Weighted)}.";
        yield return balance.MethodsDiffer
            ? $"The three methods do not come to the same: weighted it is {view.Result(overall.Weighted)}, limited and then weighted "
                + $"{view.Result(overall.Limited)}, by the worst {view.Result(overall.Worst)}."
            : $"All three methods come to {view.Result(overall.Weighted)}: weighted, limited and then weighted, and by the worst.";
        if (view.Parts.Count == 1)
        {
            yield return $"Only one of those with a weight is there to be weighed, {view.Label(view.Parts[0].Code)}: weights decide nothing "
                + "here, and nobody confirms it or contradicts it.";
            yield break;
        }

        var shares = SensitivityRecords.Shares(overall.Weighing.Values, profile.Bands);
        yield return OfShares(shares.Shares, view.Result)
            + (balance.Contributions.Count < view.Weights.Count(weight => weight.Weight.Sign > 0) ? " What is absent plays no part in that." : "");
        var down = SmallestShifts.Down(overall.Weighing, profile.Bands);
        var up = SmallestShifts.Up(overall.Weighing, profile.Bands);
        if (down is null && up is null)
            yield return "No weights whatever change the result.";
        foreach (var shift in new[] { down, up }.OfType<Shift>())
            yield return OfShift(shift, view);
    }

    public static IEnumerable<string> OfAbsent(AreaBalance balance, BalanceView view)
    {
        var gone = balance.Absent.Where(absent => absent.Kind is not AbsentWeight.Types.Kind.PartlyUnknown).ToList();
        if (gone.Count > 0 && view.Parts.Count > 0)
            yield return $"The weight of {Words.List(gone.Select(absent => absent.Label))} is left to the others in proportion.";
        foreach (var absent in balance.Absent)
            yield return $"{absent.Explanation} {CouldChange(absent.CouldChange, "its", "verdict")}";
        if (balance.Absent.Count > 1)
            yield return $"All of these together: {Words.InSentence(CouldChange(balance.AllAbsent, "their", "verdicts"))}";
    }

    private static string CouldChange(ResultRange range, string its, string verdict) => range.WorstResult == range.BestResult
        ? $"Whatever {its} {verdict}, the result would be {range.BestResult}."
        : $"Over all {its} possible standings the result could be anything from {range.WorstResult} to {range.BestResult}.";

    private static string OfShift(Shift shift, BalanceView view)
    {
        var result = view.Result(shift.Amount.Result);
        if (shift.Amount.At.Sign == 0)
            return $"Any shift of weight from {view.ShortLabel(view.Parts[shift.Moves[0].Giver].Code)} to "
                + $"{view.ShortLabel(view.Parts[shift.Moves[0].Taker].Code)}, however small, makes it {result}.";
        var givers = Words.List(shift.Moves.Select(move => $"{Percent(move.Amount)} from {view.ShortLabel(view.Parts[move.Giver].Code)}"));
        return $"{(shift.Amount.Reached ? "Shifting" : "Shifting more than")} {Percent(shift.Amount.At)} of all weight makes it {result}: "
            + $"{givers}, to {view.ShortLabel(view.Parts[shift.Moves[0].Taker].Code)}.";
    }

    // Rounded half up, as people do; what is nearly nothing or nearly all is not told as nothing or all.
    private static string Whole(Rational share) =>
        share > new Rational(99, 100) ? "more than 99 %" : $"{((share * 100) + new Rational(1, 2)).Floor()} %";
}
