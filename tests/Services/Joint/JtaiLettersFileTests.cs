using System.Text.Json;
using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;
using Inspectorates.Reference;
using Inspectorates.Reference.Wording;
using Inspectorates.Services.Tests.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Joint;

public sealed class JtaiLettersFileTests
{
    private static readonly string[] Sections = ["strengths", "needs_to_improve", "priority_action"];

    private static readonly Lazy<Dictionary<string, List<InputRecord>>> Once =
        new(() => AllFour.Read(code => new JtaiLettersFormat(code), () => Given.Shared("joint/jtai_letters.json")));

    private readonly Dictionary<string, List<InputRecord>> _read = Once.Value;

    private static JsonElement[] Source()
    {
        using var content = Given.Shared("joint/jtai_letters.json").Open();
        return [.. JsonDocument.Parse(content).RootElement.EnumerateArray()];
    }

    [Fact]
    public void Every_letter_is_one_record_of_every_inspectorate_and_none_is_refused()
    {
        var letters = Source().Length;

        Assert.All(_read.Values, records => Assert.Equal(Enumerable.Range(1, letters), records.Select(record => record.Line)));
        Assert.All(_read.Values.SelectMany(records => records), record => Assert.IsNotType<RefusedRecord>(record));
        Assert.All(_read["ofsted"], record => Assert.IsType<FactsRecord>(record));
        Assert.All(_read.Values.SelectMany(records => records).OfType<OutOfScopeRecord>(), record => Assert.NotEmpty(record.Reason));
    }

    [Fact]
    public void Each_that_is_named_in_a_letter_records_it_and_no_other()
    {
        var letters = Source();
        foreach (var (code, records) in _read)
            for (var at = 0; at < letters.Length; at++)
            {
                var named = letters[at].GetProperty("inspectorates").EnumerateArray()
                    .Select(name => InspectorateNames.TryFind(name.GetString()!, out var known) ? known : "?").ToList();
                Assert.Equal(named.Contains(code) || (named.Count == 0 && code == "ofsted"), records[at] is FactsRecord);
            }
    }

    [Fact]
    public void Over_all_inspectorates_every_bullet_and_process_is_kept_exactly_once()
    {
        var expected = Source().SelectMany(letter => Sections.SelectMany(section => Bullets(letter, section).SelectMany((text, index) =>
            WordingCoder.Default.Code(text, section).Processes.DefaultIfEmpty("unidentified")
                .Select(process => $"{letter.GetProperty("dfe_la_code")}: {section}/{index}/{process}"))));

        var kept = _read.Kept().Select(one => $"{one.Record.Inspection.Footprint.Areas[0]}: {one.Verdict.Key}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_kept_by_another_than_the_lead_is_about_an_agency_of_its_own()
    {
        var others = _read.Kept().Where(one => one.Inspectorate != "ofsted").ToList();

        Assert.NotEmpty(others);
        Assert.All(others, one =>
        {
            Assert.Contains(AgencyKinds.HostedBy(one.Inspectorate), kind => kind.Code == one.Verdict.Verdict.Subject.Agency.Kind);
            Assert.Equal([one.Inspectorate], one.Verdict.Verdict.Authors);
        });
    }

    [Fact]
    public void What_is_said_of_the_partnership_is_in_the_name_of_all_that_took_part() =>
        Assert.All(
            _read.Kept().Where(one => one.Verdict.Verdict.Subject.Kind == Subject.Types.Kind.Partnership),
            one => Assert.Equal(
                one.Record.Inspection.Participation.Where(part => part.State == Participation.Types.State.TookPart)
                    .Select(part => part.Inspectorate).Order(StringComparer.Ordinal),
                one.Verdict.Verdict.Authors));

    [Fact]
    public void The_records_of_one_inspection_are_alike_in_every_inspectorate() =>
        Assert.All(
            _read.Recorded().GroupBy(one => one.Record.SourceKey),
            records => Assert.Single(records.Select(one => one.Record.Inspection).Distinct()));

    [Fact]
    public void What_the_letters_say_of_participation_is_in_the_table_of_participation() =>
        Assert.All(_read["ofsted"].Cast<FactsRecord>().SelectMany(facts => facts.Records), record =>
        {
            var took = record.Inspection.Participation.Where(part => part.State == Participation.Types.State.TookPart).Select(part => part.Inspectorate).ToList();
            var known = JointParticipation.Of("jtai", record.Inspection.Footprint.Areas[0], DateOnly.Parse(record.Inspection.Fieldwork.Start, null));
            Assert.Equal(took.Count == 0 ? null : took.Order(StringComparer.Ordinal), known?.Order(StringComparer.Ordinal));
        });

    [Theory]
    [InlineData("Blackburn with Darwen")]
    [InlineData("Solihull")]
    public void Participants_nobody_knows_stay_unknown(string area)
    {
        var record = Assert.IsType<FactsRecord>(_read["ofsted"].Single(one => one.Label == area)).Records[0];

        Assert.All(record.Inspection.Participation, part => Assert.Equal(Participation.Types.State.Unknown, part.State));
        Assert.All(record.Verdicts, one => Assert.Empty(one.Verdict.Authors));
        Assert.All(["cqc", "hmic", "hmi-probation"], code => Assert.Contains("is not known", Assert.IsType<OutOfScopeRecord>(_read[code].Single(one => one.Label == area)).Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void The_quirks_of_the_letters_are_noted_and_stop_nothing()
    {
        Inspection Of(string area) => Assert.IsType<FactsRecord>(_read["ofsted"].Single(one => one.Label == area)).Records[0].Inspection;

        Assert.Contains(Of("Kirklees").Notes, note => note.StartsWith("needs_to_improve[3] is 3259 characters long", StringComparison.Ordinal));
        Assert.Contains(Of("Harrow").Notes, note => note.Contains("2023-03-26, a Sunday", StringComparison.Ordinal));
        Assert.Contains(Of("Barnsley").Notes, note => note.Contains("list strengths is empty", StringComparison.Ordinal));
        Assert.Contains("The source gives no theme.", Of("Windsor and Maidenhead").Notes);
        Assert.Equal("2022-06-27", Of("Kirklees").Fieldwork.Start);
        Assert.Equal("2023-11-13", Of("Torbay").Fieldwork.Start);
    }

    private static IEnumerable<string> Bullets(JsonElement letter, string section)
    {
        var list = letter.GetProperty(section);
        if (list.ValueKind == JsonValueKind.String)
            return list.GetString()!.StartsWith('\u25FC')
                ? list.GetString()!.Split('\u25FC').Skip(1)
                : [list.GetString()!];
        return list.EnumerateArray().Select(bullet => bullet.GetString()!);
    }
}
