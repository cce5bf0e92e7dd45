using Inspectorates.Cqc;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Services.Tests.Cqc.Imports;

/// <summary>Everything CQC's API said about Oldham in 2025.</summary>
public class OldhamTests
{
    private static IReadOnlyList<InputRecord> Oldham() => Given.Read(Hosting.Imports.Given.Shared("cqc/oldham-locations.ndjson"));

    private static ImportedRecord[] Records() => [.. Oldham().OfType<FactsRecord>().SelectMany(facts => facts.Records)];

    [Fact]
    public void Each_of_the_302_lines_ends_in_one_category()
    {
        var read = Oldham();

        Assert.Equal(Enumerable.Range(1, 302), read.Select(record => record.Line));
        Assert.Equal(31, read.OfType<FactsRecord>().Count());
        Assert.Equal(271, read.OfType<OutOfScopeRecord>().Count());
        Assert.Empty(read.OfType<RefusedRecord>());
    }

    [Fact]
    public void The_67_places_where_a_childrens_rating_stands_are_61_ratings_each_counted_once()
    {
        var records = Records();

        Assert.Equal(61, records.Length);
        Assert.Distinct(records.Select(record => record.SourceKey));
        Assert.Equal(5, Oldham().OfType<OutOfScopeRecord>().Count(record => record.Reason.Contains("counted once", StringComparison.Ordinal)));
        Assert.Equal(
            [("childrens", 2), ("chschildren", 1), ("maternity", 2), ("mothers", 55), ("npimaternity", 1)],
            records.CountBy(record => record.SourceKey.Split('/')[2]).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
    }

    [Fact]
    public void The_hospital_keeps_the_ratings_it_took_over_and_the_one_it_was_given()
    {
        var hospital = Records().Where(record => record.Inspection.Agencies[0].Code == "RM317")
            .Select(record => (record.SourceKey, record.Verdicts[0].Verdict.Grade.Label));

        Assert.Equal(
            [
                ("cqc/RM317/npimaternity/2022-12-22", "Requires improvement"),
                ("cqc/RW603/childrens/2016-08-12", "Inadequate"), ("cqc/RW603/childrens/2018-03-01", "Requires improvement"),
                ("cqc/RW603/maternity/2016-08-12", "Inadequate"), ("cqc/RW603/maternity/2018-03-01", "Good"),
            ],
            hospital.Order());
    }

    [Fact]
    public void Every_record_is_of_Oldham_of_a_known_judgement_and_fits_the_rules()
    {
        var cqc = new CqcInspectorate();
        var judgements = cqc.Describe().Frameworks.ToDictionary(framework => (framework.Code, framework.Version), framework => framework.Judgements.Select(judgement => judgement.Code).ToHashSet());

        Assert.All(Records(), record =>
        {
            Assert.Equal("353", Assert.Single(record.Inspection.Footprint.Areas));
            Assert.Empty(cqc.Check(record.Inspection, [.. record.Verdicts.Select(verdict => verdict.Verdict)]));
            Assert.All(record.Verdicts, verdict =>
                Assert.Contains(verdict.Verdict.Judgement, judgements[(verdict.Verdict.Framework, verdict.Verdict.FrameworkVersion)]));
        });
    }

    [Fact]
    public void No_agency_bears_the_name_of_a_practitioner() =>
        Assert.All(Oldham(), record => Assert.DoesNotMatch(@"\b(Dr|Mr|Mrs|Miss|Ms)\b", record.Label));

    [Fact]
    public void Provider_bodies_are_all_out_of_scope()
    {
        var read = Given.Read(Hosting.Imports.Given.Shared("cqc/oldham-providers.ndjson"));

        Assert.Equal(20, read.Count);
        Assert.All(read, record => Assert.IsType<OutOfScopeRecord>(record));
    }

    [Fact]
    public async Task The_service_records_all_of_it_and_a_second_import_changes_nothing()
    {
        var outcomes = await ImportedThroughTheService.TwiceAsync(new CqcInspectorate(), "cqc-api", Hosting.Imports.Given.Shared("cqc/oldham-locations.ndjson"));

        Assert.Equal((61, Records().Sum(record => record.Verdicts.Count)), (outcomes.Count, outcomes.Sum(outcome => outcome.VerdictsRecorded)));
    }
}
