using Inspectorates.Hosting.Imports;

namespace Inspectorates.Hmic.Imports;

/// <summary>A transcription of PEEL grades, one per row: the inspectorate publishes none that a machine can read.</summary>
internal sealed class PeelCsvFormat : IImportFormat
{
    /// <inheritdoc/>
    public string Name => "peel-csv";

    /// <inheritdoc/>
    public string Description =>
        "PEEL grades of police forces transcribed from HMICFRS pages, one grade per row: pfa_gss, pfa_slug, programme, level, question, grade, published, source_url";

    /// <inheritdoc/>
    public IEnumerable<InputRecord> Read(ImportFile file) =>
        CsvTable.Read(file, PeelRow.Columns).Select(row => row.Unreadable ?? new PeelRow(row, file).ToRecord());
}
