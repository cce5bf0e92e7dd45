using Inspectorates.Hosting.Imports;
using Inspectorates.V1;
using static Inspectorates.V1.ImportOutcome.Types;

namespace Inspectorates.Hosting.Commands.Import;

/// <summary>What became of one input record: exactly one category, whatever it holds.</summary>
internal sealed record RowOutcome(InputRecord Row, Category Category, IReadOnlyList<ImportOutcome> Outcomes)
{
    // An input record of several parts is what the most noteworthy of them is.
    private static readonly Category[] Order =
        [Category.Refused, Category.Conflicting, Category.Superseded, Category.Recorded, Category.Unchanged, Category.OutOfScope];

    /// <param name="row">The record.</param>
    /// <param name="outcomes">The service's outcomes of its facts; empty where it has none.</param>
    public static RowOutcome Of(InputRecord row, IReadOnlyList<ImportOutcome> outcomes) => new(
        row,
        row switch
        {
            RefusedRecord => Category.Refused,
            OutOfScopeRecord => Category.OutOfScope,
            _ => Order.FirstOrDefault(category => outcomes.Any(outcome => outcome.Category == category), Category.OutOfScope),
        },
        outcomes);

    /// <summary>Why it was refused, conflicts or is out of scope: <c>column: reason</c>, several with semicolons between.</summary>
    public string Why => string.Join("; ", Row switch
    {
        RefusedRecord refused => refused.Faults.Select(Said),
        OutOfScopeRecord elsewhere => [elsewhere.Reason],
        _ => Outcomes.Where(outcome => outcome.Category == Category).SelectMany(Said),
    });

    private static string Said(RowRemark remark) => remark.Column.Length == 0 ? remark.Reason : $"{remark.Column}: {remark.Reason}";

    private static IEnumerable<string> Said(ImportOutcome outcome)
    {
        if (outcome.Conflicts.Count == 0)
            return [$"{outcome.SourceKey}: {outcome.Explanation}"];
        return outcome.Conflicts
            .Select(conflict => $"{conflict.Field}: '{conflict.Stands}' stands (edition {conflict.StandsEdition}), not '{conflict.Offered}'")
            .Append(outcome.Explanation);
    }
}
