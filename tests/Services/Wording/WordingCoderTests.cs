using FsCheck.Xunit;
using Inspectorates.Reference.Wording;

namespace Inspectorates.Services.Tests.Wording;

public class WordingCoderTests
{
    private static readonly string[] Vocabulary =
    [
        "children’s", "voices", "‘front door’", "referrals", "multi-agency", "audits", "police", "strategy", "meetings", "schools’",
        "information-sharing", "section", "47", "missing", "early", "help", "supervision", "Clare’s", "Law", "health", "out-of-hours", "the",
    ];

    private static readonly string[] Unrelated =
        ["granite", "violin", "harvest", "lantern", "orbit", "cinnamon", "glacier", "pillow", "tractor", "enamel", "47", "of", "the", "and"];

    [Property]
    public void Case_quotation_marks_hyphens_and_surrounding_space_change_nothing(uint[] picks)
    {
        var bullet = string.Join(' ', picks.Select(pick => Vocabulary[pick % Vocabulary.Length]));
        var plain = bullet.Replace('’', '\'').Replace('‘', '\'').Replace('-', ' ');

        var expected = WordingCoder.Default.Code(bullet);

        foreach (var other in new[] { plain, bullet.ToUpperInvariant(), $" \t\n{bullet}\u00A0 ", bullet.Replace(" ", " \r\n ", StringComparison.Ordinal), $"“{bullet}”" })
        {
            var coding = WordingCoder.Default.Code(other);
            Assert.Equal(expected.Processes, coding.Processes);
            Assert.Equal(expected.Subjects, coding.Subjects);
            Assert.Equal(expected.Because, coding.Because);
        }
    }

    [Property]
    public void Unrelated_words_identify_nothing(uint[] picks)
    {
        var coding = WordingCoder.Default.Code(string.Join(' ', picks.Select(pick => Unrelated[pick % Unrelated.Length])));

        Assert.Empty(coding.Processes);
        Assert.Empty(coding.Because);
        Assert.Equal([new SubjectWord("partnership", null)], coding.Subjects);
    }

    [Property]
    public void Any_text_at_all_is_answered_with_each_process_once_and_a_reason_for_each(string? text)
    {
        var coding = WordingCoder.Default.Code(text ?? "");

        Assert.Equal(coding.Processes.Distinct(), coding.Processes);
        Assert.Equal(coding.Processes.Order(), coding.Because.Select(term => term.Process).Distinct().Order());
        Assert.NotEmpty(coding.Subjects);
    }

    [Theory]
    [InlineData("The quality of referrals to the multi-agency safeguarding hub", "contact-referral")]
    [InlineData("Leaders made sure that appointments start on time", "")]
    [InlineData("Attendance of health staff at strategy meetings", "strategy-discussion")]
    [InlineData("Delay in issuing police protection notices", "police-notification")]
    [InlineData("Use of police protection at night", "police-protection")]
    [InlineData("The sexual assault referral centre is easy to reach", "cp-medical")]
    [InlineData("Use of the national referral mechanism", "nrm")]
    public void A_name_inside_another_name_is_not_taken_for_it(string bullet, string process) =>
        Assert.Equal(process.Split(';', StringSplitOptions.RemoveEmptyEntries), WordingCoder.Default.Code(bullet).Processes);

    [Fact]
    public void The_theme_of_a_letter_yields_to_the_process_a_bullet_names()
    {
        Assert.Equal(["child-exploitation"], WordingCoder.Default.Code("Projects that reduce serious youth violence").Processes);
        Assert.Equal(["multi-agency-audit"], WordingCoder.Default.Code("Too few audits on serious youth violence").Processes);
    }

    [Fact]
    public void Terms_that_yield_to_each_other_both_speak_in_whatever_order_they_stand()
    {
        string[] rows = ["data,performance-info-needs-analysis,,,*,", "refuge,domestic-abuse-marac,,,*,", "audit,multi-agency-audit,,,,"];

        Assert.Equal(["domestic-abuse-marac", "performance-info-needs-analysis"], Processes(rows, "Data on refuges"));
        Assert.Equal(["domestic-abuse-marac", "performance-info-needs-analysis"], Processes(rows.Reverse(), "Data on refuges"));
        Assert.Equal(["multi-agency-audit"], Processes(rows, "Data on refuges and audits"));
        Assert.Equal(["multi-agency-audit"], Processes(rows.Reverse(), "Data on refuges and audits"));

        static IEnumerable<string> Processes(IEnumerable<string> rows, string bullet)
        {
            var table = string.Join('\n', rows.Prepend("term,code,only_with,not_with,yields_to,note"));
            return new WordingCoder(TermTable.Read(new StringReader(table), "terms.csv"), []).Code(bullet).Processes.Order();
        }
    }

    [Fact]
    public void A_bullet_that_runs_on_into_the_page_is_coded_by_its_first_sentence()
    {
        var bullet = "Plans for permanence. " + string.Concat(Enumerable.Repeat("Supervision is regular and training is good. ", 60));

        Assert.Equal(["care-planning"], WordingCoder.Default.Code(bullet, "needs_to_improve").Processes);
        Assert.Contains("supervision", WordingCoder.Default.Code(bullet, "priority_action").Processes);
    }

    [Fact]
    public void Three_agencies_or_more_are_the_partnership()
    {
        Assert.Equal(["police", "probation"], Subjects("Police and probation officers know the children well"));
        Assert.Equal(["partnership"], Subjects("Police and probation officers and midwives know the children well"));

        static IEnumerable<string> Subjects(string bullet) => WordingCoder.Default.Code(bullet).Subjects.Select(subject => subject.Code);
    }

    [Fact]
    public void A_long_text_is_coded_in_the_time_of_its_length()
    {
        // Half the phrase over and over is the worst case for a matcher that goes back.
        var text = string.Concat(Enumerable.Repeat("oversight professional concern risk plan ", 5_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        WordingCoder.Default.Code(text, "priority_action");

        // Two hundred thousand characters: well under a second on one core; a matcher of higher order would take hours.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }
}
