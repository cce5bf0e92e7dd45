using Inspectorates.Joint.V1;
using static Inspectorates.Gateway.Joint.Balance.ProfileRecords;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>
/// Composes what an overall for one area would be by declared weights, and how far it turns on them, from what the
/// caller's sources answered and nothing else.
/// </summary>
internal static class AreaBalances
{
    /// <summary>The balance by a profile.</summary>
    /// <param name="area">The area.</param>
    /// <param name="asOf">The day of the view.</param>
    /// <param name="answers">What every inspectorate answered, or why it did not; one answer each, in any order.</param>
    /// <param name="catalogue">What is to be known about the country.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="whatIf">Weights in place of the profile's; null: the profile's own.</param>
    public static AreaBalance Compose(
        Area area,
        DateOnly asOf,
        IReadOnlyList<SourceAnswer> answers,
        Catalogue catalogue,
        Profile profile,
        IReadOnlyList<DeclaredWeight>? whatIf = null)
    {
        SourceAnswer[] inOrder = [.. answers.OrderBy(answer => answer.Inspectorate, StringComparer.Ordinal)];
        var view = new BalanceView(profile, whatIf ?? profile.Weights, area, inOrder, catalogue);
        var absent = AbsentWeights.Of(view);
        var balance = Frame(area, asOf, inOrder);
        balance.Profile = ProfileRecords.Write(profile);
        balance.WhatIf = whatIf is not null;
        balance.Absent.Add(absent.Select(part => Write(part, view)));
        balance.AllAbsent = absent.Count == 0 ? null : PossibleResults.Of(absent, view);
        balance.WithoutWeight.Add(WithoutWeight(view));
        balance.Notices.Add(BalanceWords.Notices(view, whatIf is not null));
        if (view.Weigh(view.Parts) is not { } overall)
        {
            balance.NoOverall = "No overall can be given: nothing that this profile gives a weight is there to be weighed.";
            balance.Sentences.Add(balance.NoOverall);
            balance.Sentences.Add(BalanceWords.OfAbsent(balance, view));
            return balance;
        }

        Weigh(balance, overall, view, new JointVerdicts(asOf, view.Descriptions, area.Fictional, view.Records.Inspections));
        return balance;
    }

    /// <summary>The answer where no profile was asked for: there is no overall, and why.</summary>
    /// <param name="area">The area.</param>
    /// <param name="asOf">The day of the view.</param>
    /// <param name="answers">What every inspectorate answered.</param>
    /// <param name="profiles">Ids of the profiles there are.</param>
    public static AreaBalance WithoutProfile(
        Area area, DateOnly asOf, IReadOnlyList<SourceAnswer> answers, IReadOnlyList<string> profiles)
    {
        var balance = Frame(area, asOf, [.. answers.OrderBy(answer => answer.Inspectorate, StringComparer.Ordinal)]);
        balance.NoOverall = "No overall is given: there is no official mapping between the inspectorates' scales, and an overall "
            + "exists only by declared weights. None were asked for. "
            + (profiles.Count == 0 ? "There are no weight profiles here." : $"Weight profiles that can be asked for: {Words.List(profiles)}.");
        balance.Sentences.Add(balance.NoOverall);
        return balance;
    }

    private static AreaBalance Frame(Area area, DateOnly asOf, IReadOnlyList<SourceAnswer> answers)
    {
        var balance = new AreaBalance
        {
            Area = area.Clone(),
            AsOf = Days.Iso(asOf),
            Sources = { Composition.Sources(answers, area.DfeCode) },
            Complete = answers.All(answer => answer.IsProper),
        };
        balance.Notices.Add(BalanceWords.Notices(area, answers));
        return balance;
    }

    private static void Weigh(AreaBalance balance, Overall overall, BalanceView view, JointVerdicts verdicts)
    {
        var bands = view.Profile.Bands;
        balance.Score = Exact(overall.Score);
        balance.Methods.Add(BalanceMethods.Of(overall, view));
        balance.MethodsDiffer = balance.Methods.Select(method => method.Result).Distinct().Count() > 1;
        balance.Contributions.Add(view.Parts.Select((part, place) => Write(part, overall.Weighing.Weights[place], view, verdicts)));
        balance.OnEdge = EdgePositions.Of(overall, view);
        SensitivityRecords.Write(balance, overall, view);
        balance.LeftOut.Add(LeftOutInspectorates.Of(overall, view));
        balance.Sentences.Add(BalanceWords.Of(balance, overall, view));
        balance.Sentences.Add(BalanceWords.OfAbsent(balance, view));
    }

    private static Contribution Write(WeighedPart part, Rational weight, BalanceView view, JointVerdicts verdicts) => new()
    {
        Code = part.Code,
        Label = view.Label(part.Code),
        DeclaredWeight = Exact(part.Weight),
        Weight = Exact(weight),
        Value = Exact(part.Value),
        Contribution_ = Exact(weight * part.Value),
        Lowest = part.Lowest,
        Verdicts = { verdicts.WriteNewestFirst(part.Verdicts) },
    };

    private static AbsentWeight Write(AbsentPart part, BalanceView view) => new()
    {
        Code = part.Declared.Code,
        Label = view.Label(part.Declared.Code),
        Kind = part.Kind,
        DeclaredWeight = Exact(part.Declared.Weight),
        Explanation = $"{view.Label(part.Declared.Code)} {part.Reason}.",
        CouldChange = PossibleResults.Of([part], view),
    };

    private static IEnumerable<string> WithoutWeight(BalanceView view)
    {
        var weighed = view.Weights.Where(declared => declared.Weight.Sign > 0).Select(declared => declared.Code).ToHashSet();
        return (view.IsByStage ? view.Verdicts.Select(view.Selection.PartOf) : view.Answers.Select(answer => answer.Inspectorate))
            .Where(code => !weighed.Contains(code)).Distinct().Order(StringComparer.Ordinal);
    }
}
