using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;
using Ground = Inspectorates.Joint.V1.LeftOutPair.Types.Reason;
using Reason = Inspectorates.Joint.V1.UnmatchedAreas.Types.Reason;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// What one author says of one process in one area, or in its overall: its latest verdict in the period, or why it has none that
/// can be compared.
/// </summary>
internal sealed class Standpoint
{
    private (DateOnly Day, bool Whole, bool Partnership) rank;
    private bool differs;

    /// <summary>The verdict; null: none can be compared, for <see cref="WhyNot"/>.</summary>
    public Verdict? Verdict => differs ? null : Latest;

    /// <summary>Why there is none; unspecified where there is one.</summary>
    public Reason WhyNot => differs ? Reason.SeveralStandings : Latest is null ? Least : Reason.Unspecified;

    private Verdict? Latest { get; set; }

    private Reason Least { get; set; } = Reason.OnlyOneJudged;

    /// <summary>Takes one verdict of the author into account. The order in which verdicts come does not matter.</summary>
    public void Consider(Verdict verdict, AgreementQuestion question)
    {
        if (Hindrance(verdict, question) is { } hindrance)
        {
            Least = hindrance < Least ? hindrance : Least;
            return;
        }

        var its = (Days.OrderingDay(verdict) ?? DateOnly.MinValue, verdict.Aspect == "whole", !Subjects.IsAgency(verdict));
        var order = Latest is null ? 1 : its.CompareTo(rank);
        if (order > 0)
            (Latest, rank, differs) = (verdict, its, false);
        else if (order == 0)
        {
            differs |= verdict.Standing != Latest!.Standing;
            Latest = string.CompareOrdinal(verdict.Name, Latest.Name) < 0 ? verdict : Latest;
        }
    }

    private static Reason? Hindrance(Verdict verdict, AgreementQuestion question)
    {
        foreach (var ground in SetAside.Reasons(verdict))
            if (ground is not Ground.Pilot || !question.IncludePilots)
                return Of(ground);
        if (!question.HasPeriod)
            return null;
        return Days.OrderingDay(verdict) is not { } day ? Reason.DayNotKnown
            : day < question.From || day > question.To ? Reason.OutsidePeriod
            : null;
    }

    // The contract's reasons have the names of the grounds.
    internal static Reason Of(Ground ground) => Enum.Parse<Reason>(ground.ToString());
}
