using System.Text.Json.Nodes;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;
using static Inspectorates.V1.Participation.Types;

namespace Inspectorates.Services.Tests.Joint;

public sealed class JtaiLettersFormatTests
{
    private static ImportedRecord Recorded(string inspectorate, JsonObject letter) =>
        Assert.Single(Assert.IsType<FactsRecord>(Assert.Single(Letters.ReadBy(inspectorate, letter))).Records);

    private static string Reason(string inspectorate, JsonObject letter) =>
        Assert.IsType<OutOfScopeRecord>(Assert.Single(Letters.ReadBy(inspectorate, letter))).Reason;

    private static string Faults(JsonNode? letter) => string.Join(
        '\n', Assert.IsType<RefusedRecord>(Assert.Single(Letters.ReadBy("ofsted", letter))).Faults.Select(fault => $"{fault.Column}: {fault.Reason}"));

    [Fact]
    public void A_letter_is_one_joint_inspection_with_its_days_theme_and_source()
    {
        var record = Recorded("ofsted", Letters.With());
        var inspection = record.Inspection;

        Assert.Equal("jtai/926/2024-12-09", record.SourceKey);
        Assert.Equal(Inspection.Types.Kind.Joint, inspection.Kind);
        Assert.Equal(Inspection.Types.State.Published, inspection.State);
        Assert.Equal(["926"], inspection.Footprint.Areas);
        Assert.Equal(("2024-12-09", "2024-12-13"), (inspection.Fieldwork.Start, inspection.Fieldwork.End));
        Assert.Equal(("2025-02-27", "2025-06-11"), (inspection.PublishedOn, inspection.StatementDueOn));
        Assert.Equal("children who are victims of domestic abuse", inspection.Theme);
        Assert.Equal("https://reports.ofsted.gov.uk/provider/44/80418", inspection.Source.Uri);
        Assert.Equal("edition-2025-03-31", inspection.Source.Edition);
        Assert.Equal("a-letter.pdf", inspection.Source.Locator);
        Assert.Empty(inspection.Agencies);
    }

    [Fact]
    public void A_bullet_is_one_verdict_for_each_process_its_wording_is_about()
    {
        var verdict = Recorded("ofsted", Letters.With()).Verdicts.Single(one => one.Key == "needs_to_improve/0/strategy-discussion").Verdict;

        Assert.Equal(("jtai", "strategy-discussion", "what-needs-to-improve"), (verdict.Framework, verdict.Process, verdict.Grade.Code));
        Assert.Equal(Subject.Types.Kind.Partnership, verdict.Subject.Kind);
        Assert.Equal(["cqc", "hmi-probation", "hmic", "ofsted"], verdict.Authors);
        Assert.Equal(Verdict.Types.Coding.ByRule, verdict.Coding);
        Assert.Equal(("", ""), (verdict.Aspect, verdict.Judgement));
        Assert.Equal(("2024-12-09", "2025-02-27"), (verdict.Fieldwork.Start, verdict.PublishedOn));
        Assert.Equal("How promptly strategy meetings are held", verdict.Text);
        Assert.Equal("a-letter.pdf, needs_to_improve[0]", verdict.Source.Locator);
    }

    [Fact]
    public void A_bullet_that_matches_nothing_is_kept_without_a_process() =>
        Assert.Equal("", Recorded("ofsted", Letters.With()).Verdicts.Single(one => one.Key == "needs_to_improve/1/unidentified").Verdict.Process);

    [Fact]
    public void A_finding_about_an_agency_is_its_hosts_own()
    {
        var kept = Assert.Single(Recorded("hmic", Letters.With()).Verdicts);

        Assert.Equal("strengths/0/strategy-discussion", kept.Key);
        Assert.Equal(["hmic"], kept.Verdict.Authors);
        Assert.Equal("police-force", kept.Verdict.Subject.Agency.Kind);
        Assert.DoesNotContain(Recorded("ofsted", Letters.With()).Verdicts, one => one.Key == kept.Key);
    }

    [Fact]
    public void A_finding_about_an_agency_whose_host_took_no_part_is_kept_by_the_lead_in_the_name_of_all()
    {
        var letter = Letters.With(("inspectorates", new JsonArray("Ofsted", "CQC")));

        var kept = Recorded("ofsted", letter).Verdicts.Single(one => one.Key == "strengths/0/strategy-discussion").Verdict;
        Assert.Equal(["cqc", "ofsted"], kept.Authors);
        Assert.Equal("police-force", kept.Subject.Agency.Kind);
        Assert.Equal("HMICFRS did not take part in the joint inspection of Norfolk: the letter names Ofsted, Care Quality Commission.", Reason("hmic", letter));
    }

    [Fact]
    public void One_that_took_part_records_the_inspection_even_when_it_keeps_no_finding()
    {
        var record = Recorded("cqc", Letters.With(("inspectorates", new JsonArray("Ofsted", "CQC"))));

        Assert.Empty(record.Verdicts);
        Assert.Equal(
            [("ofsted", State.TookPart), ("cqc", State.TookPart), ("hmic", State.NotParticipating), ("hmi-probation", State.NotParticipating)],
            record.Inspection.Participation.Select(one => (one.Inspectorate, one.State)));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    public void An_empty_list_of_inspectorates_is_not_known_and_not_nobody(string list)
    {
        var letter = Letters.With(("inspectorates", JsonNode.Parse(list)));
        var record = Recorded("ofsted", letter);

        Assert.All(record.Inspection.Participation, one => Assert.Equal((State.Unknown, false), (one.State, one.Reason.Length == 0)));
        Assert.Equal(4, record.Inspection.Participation.Count);
        Assert.All(record.Verdicts, one => Assert.Empty(one.Verdict.Authors));
        Assert.Contains(record.Verdicts, one => one.Key == "strengths/0/strategy-discussion");
        Assert.Contains(record.Inspection.Notes, note => note.Contains("who took part is not known", StringComparison.Ordinal));
        Assert.Equal("Who took part in the joint inspection of Norfolk is not known; Ofsted records it.", Reason("cqc", letter));
    }

    [Theory]
    [InlineData("Care Quality Commission", "cqc")]
    [InlineData("The Care Quality Commission (CQC)", "cqc")]
    [InlineData("His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)", "hmic")]
    [InlineData("HM Inspectorate of Constabulary", "hmic")]
    [InlineData("Her Majesty's Inspectorate of Probation", "hmi-probation")]
    [InlineData("HMI Probation", "hmi-probation")]
    public void An_inspectorate_is_known_by_all_its_names(string name, string code) =>
        Assert.Equal(
            State.TookPart,
            Recorded("ofsted", Letters.With(("inspectorates", new JsonArray("Ofsted", name))))
                .Inspection.Participation.Single(one => one.Inspectorate == code).State);

    [Fact]
    public void An_empty_list_of_findings_is_noted_as_not_known()
    {
        var record = Recorded("ofsted", Letters.With(("strengths", new JsonArray()), ("needs_to_improve", null)));

        Assert.Empty(record.Verdicts);
        foreach (var section in (string[])["strengths", "needs_to_improve", "priority_action"])
            Assert.Contains(record.Inspection.Notes, note => note.Contains($"list {section} is empty", StringComparison.Ordinal) && note.Contains("not known", StringComparison.Ordinal));
    }

    [Fact]
    public void A_priority_action_is_one_string_with_a_mark_before_each()
    {
        var record = Recorded("ofsted", Letters.With(
            ("priority_action", "\u25FC Urgent: strategy meetings are late. \u25FC Urgent: the safeguarding hub is short of staff.")));

        Assert.Contains(record.Verdicts, one => one.Key == "priority_action/0/strategy-discussion" && one.Verdict.Grade.Code == "area-for-priority-action");
        Assert.Contains(record.Verdicts, one => one.Key.StartsWith("priority_action/1/", StringComparison.Ordinal) && one.Verdict.Text.StartsWith("Urgent: the safe", StringComparison.Ordinal));
    }

    [Fact]
    public void A_priority_action_that_begins_with_words_stays_whole()
    {
        var record = Recorded("cqc", Letters.With(
            ("priority_action", "Urgent action is required by the Somewhere NHS Foundation Trust. Areas: \u25FC Supervision of health staff. \u25FC Strategy meetings.")));

        Assert.All(record.Verdicts, one => Assert.StartsWith("priority_action/0/", one.Key, StringComparison.Ordinal));
        Assert.Contains(record.Verdicts, one => one.Verdict.Process == "supervision");
        Assert.Contains(record.Verdicts, one => one.Verdict.Process == "strategy-discussion");
    }

    [Fact]
    public void A_bullet_longer_than_a_verdict_may_hold_is_cut_and_noted()
    {
        var record = Recorded("ofsted", Letters.With(("needs_to_improve", new JsonArray("Strategy meetings. " + new string('a', 4980)))));

        Assert.All(record.Verdicts.Where(one => one.Key.StartsWith("needs", StringComparison.Ordinal)), one => Assert.Equal(4000, one.Verdict.Text.Length));
        Assert.Contains(record.Inspection.Notes, note => note.Contains("needs_to_improve[0] is cut to 4000", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_page_leaves_between_words_is_a_space() =>
        Assert.Contains(
            Recorded("ofsted", Letters.With(("needs_to_improve", new JsonArray(" How promptly\n strategy\u0007meetings\tare held ")))).Verdicts,
            one => one.Verdict.Text == "How promptly strategy meetings are held");

    [Fact]
    public void No_theme_is_no_theme_and_noted()
    {
        var inspection = Recorded("ofsted", Letters.With(("theme", null))).Inspection;

        Assert.Equal("", inspection.Theme);
        Assert.Contains("The source gives no theme.", inspection.Notes);
    }

    [Fact]
    public void The_dfe_code_finds_the_area_whatever_became_of_the_gss_code() =>
        Assert.Equal("370", Recorded("ofsted", Letters.With(("dfe_la_code", "370"), ("gss_utla23", "E08000016"), ("area", "Barnsley"))).Inspection.Footprint.Areas.Single());

    [Fact]
    public void A_letter_without_codes_is_of_the_area_of_its_name()
    {
        var letter = Letters.Without("dfe_la_code", "gss_utla23");
        letter["area"] = "Windsor & Maidenhead";

        var read = Assert.IsType<FactsRecord>(Assert.Single(Letters.ReadBy("ofsted", letter)));
        Assert.Equal("868", read.Records[0].Inspection.Footprint.Areas.Single());
        Assert.Contains(read.Remarks, remark => remark.Column == "dfe_la_code");
    }

    [Fact]
    public void Fieldwork_that_is_not_given_leaves_the_day_of_publication_to_tell_inspections_apart()
    {
        var record = Recorded("ofsted", Letters.With(("fieldwork", null)));

        Assert.Equal("jtai/926/published-2025-02-27", record.SourceKey);
        Assert.Equal("", record.Inspection.Fieldwork.Start);
    }

    [Theory]
    [InlineData("fieldwork", "\"December 2024\"", "fieldwork: \"December 2024\" is not a first and a last day: \"9 to 13 December 2024\"")]
    [InlineData("fieldwork", "\"13 to 9 December 2024\"", "fieldwork: \"13 to 9 December 2024\" ends before it begins")]
    [InlineData("published", "\"soon\"", "published: \"soon\" is not a day: 2024-12-31, 31/12/2024, 31/12/24 or 31 December 2024 would be right")]
    [InlineData("written_statement_due", "\"31 June 2025\"", "written_statement_due: \"31 June 2025\" is not a day")]
    [InlineData("theme", "7", "theme: a number where a text was expected")]
    [InlineData("strengths", "{}", "strengths: an object where a list of texts was expected")]
    [InlineData("strengths", "[\"x\", 1]", "strengths[1]: a number where a text was expected")]
    [InlineData("inspectorates", "[\"Ofsted\", \"Estyn\"]", "inspectorates: \"Estyn\" is not an inspectorate of this framework: Ofsted, Care Quality Commission, HMICFRS, HMI Probation would be right")]
    [InlineData("inspectorates", "[\"CQC\"]", "inspectorates: Ofsted, which leads and reports every inspection of this framework, is not named")]
    [InlineData("dfe_la_code", "\"935\"", "dfe_la_code: \"935\" is Suffolk, and area \"Norfolk\" is Norfolk (926); both must be the same area")]
    [InlineData("dfe_la_code", "\"99999\"", "dfe_la_code: ")]
    public void What_cannot_be_read_is_refused_with_field_value_and_what_would_be_right(string field, string value, string fault) =>
        Assert.Contains(fault, Faults(Letters.With((field, JsonNode.Parse(value)))), StringComparison.Ordinal);

    [Fact]
    public void A_letter_without_area_is_refused() =>
        Assert.Contains(
            "dfe_la_code: no area is given: the DfE three-digit code, such as 926, would be right",
            Faults(Letters.Without("area", "dfe_la_code", "gss_utla23", "ofsted_urn")), StringComparison.Ordinal);

    [Fact]
    public void Every_fault_of_a_letter_is_named_at_once() =>
        Assert.Equal(3, Faults(Letters.With(("published", "soon"), ("fieldwork", "once"), ("dfe_la_code", "935"))).Split('\n').Length);

    [Fact]
    public void A_refused_letter_takes_no_other_with_it()
    {
        var read = Letters.ReadBy("ofsted", Letters.With(), JsonValue.Create("no letter"), null, Letters.With(("fieldwork", "once")), Letters.With());

        Assert.Equal([1, 2, 3, 4, 5], read.Select(record => record.Line));
        Assert.Equal(
            [typeof(FactsRecord), typeof(RefusedRecord), typeof(RefusedRecord), typeof(RefusedRecord), typeof(FactsRecord)],
            read.Select(record => record.GetType()));
    }

    [Theory]
    [InlineData("", "given.csv, line 1: not JSON; an array of letters")]
    [InlineData("[\n{\"area\": \"Norfolk\",\n", "line 3: not JSON")]
    [InlineData("area,fieldwork\n", "line 1: not JSON")]
    [InlineData("{\"area\": \"Norfolk\"}", "given.csv, line 1: the file holds an object where an array of letters")]
    [InlineData("\"Norfolk\"", "the file holds a text where an array of letters")]
    public void A_file_that_is_no_array_of_letters_is_refused_as_a_whole(string text, string message) =>
        Assert.Contains(message, Assert.Throws<UnreadableFileException>(() => Letters.ReadBy("ofsted", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_does_no_harm() =>
        Assert.IsType<FactsRecord>(Assert.Single(Letters.ReadBy("ofsted", "\uFEFF" + new JsonArray(Letters.With()).ToJsonString())));

    [Fact]
    public void A_fifth_inspectorate_that_is_no_member_takes_no_part() =>
        Assert.Equal("estyn takes no part in inspections under Joint targeted area inspection (JTAI).", Reason("estyn", Letters.With()));
}
