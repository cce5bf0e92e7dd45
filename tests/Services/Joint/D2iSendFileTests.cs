using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;
using Inspectorates.Services.Tests.Hosting.Imports;

namespace Inspectorates.Services.Tests.Joint;

public sealed class D2iSendFileTests
{
    private static readonly Lazy<Dictionary<string, List<InputRecord>>> Once =
        new(() => AllFour.Read(code => new D2iSendFormat(code), () => Given.Shared("joint/d2i_send_overview.csv")));

    private readonly Dictionary<string, List<InputRecord>> _read = Once.Value;

    [Fact]
    public void Every_row_is_one_record_of_every_inspectorate_and_none_is_refused()
    {
        Assert.All(_read.Values, records => Assert.Equal(Enumerable.Range(2, 48), records.Select(record => record.Line)));
        Assert.Equal(
            [("cqc", 48, 0), ("hmi-probation", 0, 48), ("hmic", 0, 48), ("ofsted", 48, 0)],
            _read.Select(one => (one.Key, one.Value.OfType<FactsRecord>().Count(), one.Value.OfType<OutOfScopeRecord>().Count())));
    }

    [Fact]
    public void Over_all_inspectorates_every_outcome_is_kept_exactly_once()
    {
        var kept = _read.Kept();

        Assert.Equal(48, kept.Select(one => one.Record.SourceKey).Distinct().Count());
        Assert.All(kept, one => Assert.Equal("ofsted", one.Inspectorate));
        Assert.Equal(
            [("inconsistent", 23), ("typically-positive", 10), ("widespread-failings", 15)],
            kept.GroupBy(one => one.Verdict.Verdict.Grade.Code).Select(grade => (grade.Key, grade.Count())).Order());
    }

    [Fact]
    public void An_inspection_without_days_of_fieldwork_is_told_apart_by_its_publication()
    {
        var record = Assert.IsType<FactsRecord>(_read["ofsted"].Single(one => one.Label == "cambridgeshire")).Records[0];

        Assert.Equal("area-send/873/published-2025-05-13", record.SourceKey);
        Assert.Equal("", record.Inspection.Fieldwork.Start);
        Assert.Contains("The source gives no days of fieldwork.", record.Inspection.Notes);
    }

    [Fact]
    public void Two_authorities_that_share_a_stale_gss_code_are_kept_apart() =>
        Assert.Equal(
            ["942", "943"],
            _read["ofsted"].Where(one => one.Label is "cumberland" or "westmorland and furness").Cast<FactsRecord>()
                .Select(one => one.Records[0].Inspection.Footprint.Areas[0]).Order(StringComparer.Ordinal));
}
