using Inspectorates.Hosting.Store;
using Inspectorates.Reference;
using Inspectorates.V1;
using static Inspectorates.V1.Statement.Types;

namespace Inspectorates.Hosting.Records.Statements;

/// <summary>By when a statement of proposed action is due. Pure.</summary>
internal static class StatementDue
{
    /// <summary>SI 2015/1792: the principal authority has 70 working days from receiving the report.</summary>
    public const int WorkingDaysToMakeIt = 70;

    /// <summary>Fills the day and where it comes from: as the report states it, else computed where it can be.</summary>
    /// <param name="statement">Changed in place.</param>
    /// <param name="statedByInspection">The day the inspection's own record has as printed; empty: none.</param>
    public static void Fill(Statement statement, string statedByInspection)
    {
        (statement.DueOn, statement.DueBasis) = ("", DueBasis.Unspecified);
        if (statement.Requirement != Requirement.Needed)
            return;
        if ((statement.StatedDueOn.Length > 0 ? statement.StatedDueOn : statedByInspection) is { Length: > 0 } stated)
            (statement.DueOn, statement.DueBasis) = (stated, DueBasis.StatedInReport);
        else if (Days.Parse(statement.ReportReceivedOn) is { } received && Computed(received) is { } computed)
            (statement.DueOn, statement.DueBasis) = (computed.Iso(), DueBasis.Computed);
    }

    // No day is better than one counted over years whose bank holidays are not known.
    private static DateOnly? Computed(DateOnly received)
    {
        try
        {
            return WorkingDays.Add(received, WorkingDaysToMakeIt);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
