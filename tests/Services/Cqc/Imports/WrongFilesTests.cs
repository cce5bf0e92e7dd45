using Inspectorates.Hosting.Imports;

namespace Inspectorates.Services.Tests.Cqc.Imports;

public class WrongFilesTests
{
    [Theory]
    [InlineData("", "given.csv: the file is empty; one location body of CQC's API per line (ndjson) was expected")]
    [InlineData("\n \n", "given.csv: the file is empty; one location body of CQC's API per line (ndjson) was expected")]
    [InlineData("\n[{\"locationId\": \"RM317\"}]", "given.csv, line 2: a JSON array begins here; one location body of CQC's API per line (ndjson) was expected (jq -c '.[]' makes it)")]
    [InlineData("name,grade\nOldham,Good", "given.csv, line 1: not well-formed JSON at byte 2 of the line, and no other line is a JSON object; one location body of CQC's API per line (ndjson) was expected")]
    [InlineData("{\n  \"locationId\": \"RM317\"\n}", "given.csv, line 1: not well-formed JSON at byte 2 of the line, and no other line is a JSON object; one location body of CQC's API per line (ndjson) was expected")]
    [InlineData("PK\u0003\u0004\0\0", "given.csv, line 1: not a text file (it contains a zero byte); one location body of CQC's API per line (ndjson) was expected")]
    public void A_file_that_is_something_else_is_refused_as_a_whole_with_what_would_be_right(string text, string message) =>
        Assert.Equal(message, Assert.Throws<UnreadableFileException>(() => Given.Read(Hosting.Imports.Given.Text(text))).Message);

    [Fact]
    public void Bytes_that_are_no_text_are_refused_as_a_whole() =>
        Assert.Equal(
            "given.csv: not UTF-8 text; one location body of CQC's API per line (ndjson) was expected",
            Assert.Throws<UnreadableFileException>(() => Given.Read(Hosting.Imports.Given.Bytes([0x7b, 0xff, 0xfe, 0x7d]))).Message);

    [Fact]
    public void A_line_cut_short_is_refused_by_itself_with_its_place()
    {
        var whole = Given.Rated("RM317", "childrens", "Good");

        var read = Given.Read(whole, whole[..40]);

        Assert.IsType<FactsRecord>(read[0]);
        var refused = Assert.IsType<RefusedRecord>(read[1]);
        Assert.Equal((2, "not well-formed JSON at byte 40 of the line"), (refused.Line, Assert.Single(refused.Faults).Reason));
    }

    [Theory]
    [InlineData("""{"locationId": 317}""", "$.locationId", "not of the type a location body has there")]
    [InlineData("""{"locationId": "RM317", "historicRatings": "none"}""", "$.historicRatings", "not of the type a location body has there")]
    [InlineData("""{"name": "Nowhere"}""", "locationId", "missing; a location body has one, such as \"1-545296200\"")]
    [InlineData("\"RM317\"", "", "a JSON string, not an object")]
    public void A_line_that_is_no_location_body_is_refused_by_itself(string line, string column, string reason)
    {
        var refused = Assert.IsType<RefusedRecord>(Given.Read(Given.Rated("RM317", "childrens", "Good"), line)[1]);

        Assert.Equal(new RowRemark(column, reason), Assert.Single(refused.Faults));
    }

    [Fact]
    public void Nulls_in_the_place_of_lists_and_their_members_are_no_ratings() =>
        Assert.IsType<OutOfScopeRecord>(Given.Read("""
            {"locationId": "RM317", "currentRatings": {"serviceRatings": [null]}, "historicRatings": [null], "inspectionAreas": [null], "reports": null, "assessment": [{"ratings": null}]}
            """.Trim()).Single());

    [Fact]
    public void A_byte_order_mark_blank_lines_and_line_ends_of_Windows_do_not_matter()
    {
        var read = Given.Read("\uFEFF" + Given.Rated("RM317", "childrens", "Good") + "\r", "", Given.Rated("RM318", "childrens", "Good") + "\r");

        Assert.Equal([1, 3], read.Select(record => record.Line));
        Assert.All(read, record => Assert.IsType<FactsRecord>(record));
    }
}
