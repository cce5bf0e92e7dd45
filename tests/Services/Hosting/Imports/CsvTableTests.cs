using Inspectorates.Hosting.Imports;

namespace Inspectorates.Services.Tests.Hosting.Imports;

public sealed class CsvTableTests
{
    private static readonly CsvColumn Area = new("Local authority area code", "LA code");
    private static readonly CsvColumn Grade = new("Overall effectiveness");
    private static readonly CsvColumn Note = new("Note") { Required = false };

    private static List<CsvRow> Read(string text) => [.. CsvTable.Read(Given.Text(text), [Area, Grade, Note])];

    [Fact]
    public void Columns_are_found_by_the_words_of_their_headers()
    {
        var row = Assert.Single(Read("\uFEFFoverall_EFFECTIVENESS , other,\"LA  code\"\r\n Good ,x,E10000020\r\n"));

        Assert.Equal(("E10000020", "Good", "", 2), (row[Area], row[Grade], row[Note], row.Line));
        Assert.False(row.Has(Note));
    }

    [Fact]
    public void Titles_above_the_header_are_passed_over() =>
        Assert.Equal(4, Assert.Single(Read("Table 1: outcomes\n,,\nLA code,Overall effectiveness,Note\nE10000020,Good,\n")).Line);

    [Fact]
    public void A_cell_may_go_over_lines()
    {
        var rows = Read("LA code,Overall effectiveness,Note\nA,Good,\"one\ntwo, \"\"three\"\"\"\nB,Good,\n");

        Assert.Equal("one\ntwo, \"three\"", rows[0][Note]);
        Assert.Equal([2, 4], rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("A,\"Good,\nB,Good,x\nC,Good,y\n")]
    [InlineData("A,\"Good,\nB,\"Good\",x\nC,Good,y\n")]
    [InlineData("A,Go\nB,Good,x\nC,Good,y\n")]
    [InlineData("A,Good,x,y\nB,Good,x\nC,Good,y\n")]
    [InlineData("A,\"Go\"od,x\nB,Good,x\nC,Good,y\n")]
    public void A_row_that_cannot_be_read_takes_no_other_with_it(string rows)
    {
        var read = Read("LA code,Overall effectiveness,Note\n" + rows);

        Assert.Equal(3, read.Count);
        Assert.Equal(2, Assert.IsType<RefusedRecord>(read[0].Unreadable).Line);
        Assert.Equal(["B", "C"], read.Skip(1).Select(row => row[Area]));
    }

    [Fact]
    public void A_row_of_empty_cells_is_out_of_scope() =>
        Assert.IsType<OutOfScopeRecord>(Assert.Single(Read("LA code,Overall effectiveness\n,\n\n")).Unreadable);

    [Fact]
    public void A_quote_within_an_unquoted_cell_is_text() =>
        Assert.Equal("the 5\" rule", Assert.Single(Read("LA code,Overall effectiveness,Note\nA,Good,the 5\" rule\n"))[Note]);

    [Theory]
    [InlineData("", "given.csv: the file is empty")]
    [InlineData("a,b\n1,2\n", "given.csv, line 1: not a header of this format: missing the columns \"Local authority area code\", \"Overall effectiveness\"; found \"a\", \"b\"")]
    [InlineData("LA code,x\nE1,2\n", "missing the columns \"Overall effectiveness\"; found \"LA code\", \"x\"")]
    [InlineData("LA code,Overall effectiveness,la-code\nE1,Good,2\n", "given.csv, line 1: the columns \"LA code\" and \"la-code\" both mean")]
    [InlineData("\"LA code,Overall effectiveness\n", "given.csv, line 1: a quote is opened and never closed")]
    public void A_file_that_is_not_of_the_format_is_refused_with_its_name_and_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<UnreadableFileException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 0, 0 }, "given.csv, line 1: not a text file")]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', (byte)'b', 0xE9, (byte)'c' }, "given.csv, line 2: not UTF-8 (byte 2 of the line)")]
    public void A_file_that_is_no_text_is_refused_with_its_name_and_line(byte[] bytes, string message)
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => CsvTable.Read(Given.Bytes(bytes), [Area]).ToList());

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }
}
