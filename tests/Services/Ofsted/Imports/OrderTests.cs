using FsCheck.Fluent;
using FsCheck.Xunit;
using Inspectorates.Ofsted.Imports;
using Inspectorates.Services.Tests.Hosting.Imports;

namespace Inspectorates.Services.Tests.Ofsted.Imports;

/// <summary>Neither the order of columns nor that of rows means anything.</summary>
public sealed class OrderTests
{
    private static readonly string[][] Table =
    [
        ["Web link", "Local authority area code", "Local authority name", "Local authority status", "Inspection date", "Publication date", "Overall effectiveness", "Impact of leaders", "Help and protection", "Children in care", "Care leavers"],
        ["https://reports.ofsted.gov.uk/provider/44/926", "E10000020", "Norfolk", "Current", "2022-11-07", "2023-01-13", "Good", "Good", "Good", "Good", ""],
        ["https://reports.ofsted.gov.uk/provider/44/206", "E09000001", "City of London", "Current", "2024-09-23", "2024-11-05", "Outstanding", "Good", "Good", "Good", "Good"],
        ["", "E10000006", "Cumbria", "No longer exists", "2022-09-20", "2022-11-15", "Good", "Good", "Good", "Good", ""],
        ["", "E06000006", "Halton", "Current", "not a day", "2022-11-15", "Good", "Good", "Good", "Good", ""],
        ["", "E08000021", "Newcastle, \"upon\" Tyne", "Current", "2025-05-12", "2025-06-25", "Good", "Good", "=1+1", "Good", "Inadequate"],
    ];

    private static readonly string[] Expected = [.. Contents([.. Enumerable.Range(0, 11)], [.. Enumerable.Range(1, 5)])];

    [Property]
    public FsCheck.Property Reordering_columns_and_rows_changes_nothing_but_line_numbers() => Prop.ForAll(
        Gen.Shuffle(Enumerable.Range(0, 11).ToArray()).ToArbitrary(),
        Gen.Shuffle(Enumerable.Range(1, 5).ToArray()).ToArbitrary(),
        (columns, rows) => Expected.SequenceEqual(Contents(columns, rows)));

    private static IEnumerable<string> Contents(int[] columns, int[] rows) => new RowsOf(
        OutcomesFormat.History,
        Given.Text(string.Concat(rows.Prepend(0).Select(row => string.Join(',', columns.Select(column => Quoted(Table[row][column]))) + "\n")))).Contents();

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
