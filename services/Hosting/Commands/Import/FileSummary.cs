using Inspectorates.V1;
using static Inspectorates.V1.ImportOutcome.Types;

namespace Inspectorates.Hosting.Commands.Import;

/// <summary>What became of a file: the categories add up to its rows; verdicts are counted apart.</summary>
internal sealed record FileSummary
{
    public required string File { get; init; }
    public required int Rows { get; init; }
    public required int Recorded { get; init; }
    public required int Unchanged { get; init; }
    public required int Superseded { get; init; }
    public required int Conflicting { get; init; }
    public required int OutOfScope { get; init; }
    public required int Refused { get; init; }
    public required VerdictCounts Verdicts { get; init; }

    /// <summary>The refused and conflicting rows, in file order.</summary>
    public required IReadOnlyList<RowLine> Noted { get; init; }

    /// <summary>The rows out of scope, in file order.</summary>
    public required IReadOnlyList<RowLine> Elsewhere { get; init; }

    /// <summary>What was noticed and stopped nothing, in file order.</summary>
    public required IReadOnlyList<RowLine> Remarks { get; init; }

    public static FileSummary Of(InputFile file, IReadOnlyList<RowOutcome> rows)
    {
        int Count(Category category) => rows.Count(row => row.Category == category);
        RowLine Line(RowOutcome row) => new(row.Row.Line, row.Row.Label, row.Category.ToString(), row.Why);
        return new FileSummary
        {
            File = file.Path,
            Rows = rows.Count,
            Recorded = Count(Category.Recorded),
            Unchanged = Count(Category.Unchanged),
            Superseded = Count(Category.Superseded),
            Conflicting = Count(Category.Conflicting),
            OutOfScope = Count(Category.OutOfScope),
            Refused = Count(Category.Refused),
            Verdicts = VerdictCounts.Of(rows.SelectMany(row => row.Outcomes)),
            Noted = [.. rows.Where(row => row.Category is Category.Refused or Category.Conflicting).Select(Line)],
            Elsewhere = [.. rows.Where(row => row.Category == Category.OutOfScope).Select(Line)],
            Remarks = [.. rows.SelectMany(row => row.Row.Remarks.Select(remark => new RowLine(
                row.Row.Line, row.Row.Label, "Remark", remark.Column.Length == 0 ? remark.Reason : $"{remark.Column}: {remark.Reason}")))],
        };
    }
}

/// <summary>A line about one row.</summary>
internal sealed record RowLine(int Line, string Label, string Category, string Reason);

/// <summary>Verdicts by what became of them.</summary>
internal sealed record VerdictCounts(int Recorded, int Unchanged, int Superseded, int Withdrawn, int ReplacedByReading)
{
    public static VerdictCounts Of(IEnumerable<ImportOutcome> outcomes) => outcomes.Aggregate(
        new VerdictCounts(0, 0, 0, 0, 0),
        (sum, outcome) => new VerdictCounts(
            sum.Recorded + outcome.VerdictsRecorded,
            sum.Unchanged + outcome.VerdictsUnchanged,
            sum.Superseded + outcome.VerdictsSuperseded,
            sum.Withdrawn + outcome.VerdictsWithdrawn,
            sum.ReplacedByReading + outcome.VerdictsReplacedByReading));
}
