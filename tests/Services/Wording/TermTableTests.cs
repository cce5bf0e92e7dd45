using Inspectorates.Reference;
using Inspectorates.Reference.Wording;

namespace Inspectorates.Services.Tests.Wording;

public class TermTableTests
{
    private const string Header = "term,code,only_with,not_with,yields_to,note\n";

    private static readonly string[] Processes = [.. ProcessCatalogue.England.All.Select(process => process.Code)];

    [Fact]
    public void Every_process_of_the_catalogue_has_a_term_and_no_other_code_has_one() =>
        Assert.Equal(Processes.Order(), TermTable.Embedded("terms.csv").Select(term => term.Code).Distinct().Order());

    [Fact]
    public void A_term_yields_only_to_processes_of_the_catalogue() =>
        Assert.Empty(TermTable.Embedded("terms.csv").SelectMany(term => term.YieldsTo).Except([.. Processes, "*"]));

    [Fact]
    public void Every_subject_is_the_partnership_or_a_word_for_an_agency_kind_with_a_host()
    {
        foreach (var word in TermTable.Embedded("agencies.csv").Select(term => term.Code).Distinct())
        {
            var kind = AgencyKinds.FromSubjectWord(word);
            Assert.True(kind is not null && kind.IsAgency == (kind.Host is not null), $"'{word}' is no subject word of agency-kinds.csv");
        }
    }

    [Theory]
    [InlineData("audit,multi-agency-audit\n", "terms.csv, line 2: 2 cells where 6 are expected")]
    [InlineData("# Heading\naudit,,,,,\n", "terms.csv, line 3, column code: empty")]
    [InlineData(",supervision,,,,\n", "terms.csv, line 2, column term: the phrase is empty")]
    [InlineData("oversight ...,masa-governance,,,,\n", "column term: the phrase 'oversight ...' ends with a gap")]
    [InlineData("oversight,masa-governance,,board ...12 chair,,\n", "column not_with: the gap '...12' must be '...' or '...' and a digit")]
    [InlineData("au*dit,multi-agency-audit,,,,\n", "the word 'au*dit' must have letters, and a star only at its beginning or end")]
    public void A_row_that_cannot_be_read_is_refused_with_file_line_column_and_reason(string rows, string reason)
    {
        var fault = Assert.Throws<FormatException>(() => TermTable.Read(new StringReader(Header + rows), "terms.csv"));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }
}
