using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Hosting.Imports;

/// <summary>What a format makes of a file, by what becomes of the rows.</summary>
internal sealed class RowsOf
{
    public RowsOf(IImportFormat format, ImportFile file)
    {
        All = [.. format.Read(file)];
        Facts = [.. All.OfType<FactsRecord>()];
        OutOfScope = [.. All.OfType<OutOfScopeRecord>()];
        Refused = [.. All.OfType<RefusedRecord>()];
    }

    public IReadOnlyList<InputRecord> All { get; }

    public IReadOnlyList<FactsRecord> Facts { get; }

    public IReadOnlyList<OutOfScopeRecord> OutOfScope { get; }

    public IReadOnlyList<RefusedRecord> Refused { get; }

    public IEnumerable<ImportedRecord> Records => Facts.SelectMany(row => row.Records);

    /// <summary>The one record of the row that begins on this line.</summary>
    public ImportedRecord OnLine(int line) => Facts.Single(row => row.Line == line).Records.Single();

    /// <summary>Every record, and what was said of its row, without line numbers and in an order of their own.</summary>
    public IEnumerable<string> Contents() => All
        .Select(row => row switch
        {
            FactsRecord facts => string.Join('\n', facts.Records),
            OutOfScopeRecord outOfScope => outOfScope.Reason,
            RefusedRecord refused => string.Join('\n', refused.Faults),
            _ => throw new InvalidOperationException($"a fourth kind of row: {row}"),
        } + row.Label + string.Join('\n', row.Remarks.OrderBy(remark => remark.Column + remark.Reason, StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal);
}
