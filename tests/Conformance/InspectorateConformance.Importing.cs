using Inspectorates.V1;
using static Inspectorates.V1.ImportOutcome.Types;
using Authority = Inspectorates.V1.Provenance.Types.Authority;
using Coding = Inspectorates.V1.Verdict.Types.Coding;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    private const string Day = "2024-02-01";

    [Fact]
    public async Task The_same_record_again_changes_nothing()
    {
        var area = service.NewArea();
        var record = Samples.Record(area, Day, Samples.Best, Samples.Source("e 2024-03-31", "2024-03-31"));

        var first = await ImportAsync(record);
        var cursor = await LastCursorAsync();
        var again = await ImportAsync(record);

        Assert.Equal((Category.Recorded, 1), (first.Category, first.VerdictsRecorded));
        Assert.Equal((Category.Unchanged, 1, first.Inspection), (again.Category, again.VerdictsUnchanged, again.Inspection));
        Assert.Equal(cursor, await LastCursorAsync());
        var verdict = Assert.Single(await ListAsync(area));
        Assert.Equal((first.Inspection, $"{Samples.Framework.Code}/{area}/{Day}"), (verdict.Inspection, verdict.InspectionKey));
        Assert.Equal(Verdict.Types.State.Published, verdict.State);
    }

    [Fact]
    public async Task A_newer_edition_supersedes_and_the_older_stays_readable()
    {
        var area = service.NewArea();
        await ImportAsync(Samples.Record(area, Day, Samples.Best, Samples.Source("e 2024-03-31", "2024-03-31")));

        var outcome = await ImportAsync(Samples.Record(area, Day, Samples.Worst, Samples.Source("e 2025-03-31", "2025-03-31")));

        Assert.Equal((Category.Superseded, 1), (outcome.Category, outcome.VerdictsSuperseded));
        Assert.Equal(Samples.Worst, (await ListAsync(area)).Single().Grade.Code);
        Assert.Equal(Samples.Best, (await ListAsync(area, asOf: "2025-03-30")).Single().Grade.Code);
        Assert.Equal(Samples.Worst, (await ListAsync(area, asOf: "2025-03-31")).Single().Grade.Code);
        Assert.Empty(await ListAsync(area, asOf: "2024-01-31"));
    }

    [Fact]
    public async Task An_older_edition_never_supersedes_not_even_one_between_two_that_agree()
    {
        var area = service.NewArea();
        await ImportAsync(Samples.Record(area, Day, Samples.Best, Samples.Source("e 2024-03-31", "2024-03-31")));
        await ImportAsync(Samples.Record(area, Day, Samples.Best, Samples.Source("e 2026-03-31", "2026-03-31")));

        var outcome = await ImportAsync(Samples.Record(area, Day, Samples.Worst, Samples.Source("e 2025-03-31", "2025-03-31")));

        Assert.Equal((Category.Conflicting, "older edition e 2025-03-31 does not supersede e 2026-03-31"), (outcome.Category, outcome.Explanation));
        Assert.Equal(
            new ImportConflict { Field = "grade of first", Stands = Samples.Best, Offered = Samples.Worst, StandsEdition = "e 2026-03-31" },
            Assert.Single(outcome.Conflicts));
        Assert.Equal(Samples.Best, (await ListAsync(area)).Single().Grade.Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_source_without_fieldwork_is_about_the_inspection_published_that_day_whichever_comes_first(bool datedFirst)
    {
        var area = service.NewArea();
        var dated = Samples.Record(area, Day, Samples.Best, Samples.Source("official 2024-03-31", "2024-03-31"));
        dated.Inspection.PublishedOn = dated.Verdicts[0].Verdict.PublishedOn = "2024-03-20";
        dated.Verdicts[0].Verdict.Fieldwork = new DateRange { Start = Day };
        var undated = dated.Clone();
        undated.SourceKey = $"{Samples.Framework.Code}/{area}/published-2024-03-20";
        undated.Inspection.Fieldwork = null;
        undated.Verdicts[0].Verdict.Fieldwork = null;
        undated.Inspection.Source = undated.Verdicts[0].Verdict.Source = Samples.Source("scraped 2026-03-31", "2026-03-31", Authority.Scraped);

        var first = await ImportAsync(datedFirst ? dated : undated);
        var second = await ImportAsync(datedFirst ? undated : dated);
        var again = await ImportAsync(dated);

        Assert.Equal(first.Inspection, second.Inspection);
        Assert.Equal(datedFirst ? Category.Unchanged : Category.Superseded, second.Category);
        Assert.Equal(Category.Unchanged, again.Category);
        Assert.Equal(Day, (await ListAsync(area)).Single().Fieldwork.Start);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_official_value_stands_against_a_scraped_one_whichever_comes_first(bool officialFirst)
    {
        var area = service.NewArea();
        var official = Samples.Record(area, Day, Samples.Best, Samples.Source("official 2024-03-31", "2024-03-31"));
        var scraped = Samples.Record(area, Day, Samples.Worst, Samples.Source("scraped 2026-03-31", "2026-03-31", Authority.Scraped));

        await ImportAsync(officialFirst ? official : scraped);
        var outcome = await ImportAsync(officialFirst ? scraped : official);

        Assert.Equal(Category.Conflicting, outcome.Category);
        var conflict = Assert.Single(outcome.Conflicts);
        Assert.Equal(
            ("grade of first", Samples.Best, Samples.Worst, "official 2024-03-31"),
            (conflict.Field, conflict.Stands, conflict.Offered, conflict.StandsEdition));
        Assert.Equal(Samples.Best, (await ListAsync(area)).Single().Grade.Code);
        // The official value was what was published then, whenever it was imported.
        Assert.Equal(Samples.Best, (await ListAsync(area, asOf: Day)).Single().Grade.Code);
    }

    [Fact]
    public async Task What_one_source_lacks_is_no_conflict()
    {
        var area = service.NewArea();
        var official = Samples.Record(area, Day, Samples.Best, Samples.Source("official", "2024-03-31"));
        var scraped = Samples.Record(area, Day, Samples.Best, Samples.Source("scraped", "2026-03-31", Authority.Scraped));
        scraped.Inspection.Fieldwork.End = "2024-02-05";
        scraped.Verdicts.Add(Samples.Imported("second", area, Day, Samples.Worst));

        await ImportAsync(scraped);
        var superseded = await ImportAsync(official);
        var unchanged = await ImportAsync(scraped);

        Assert.Equal((Category.Superseded, 1, "official source"), (superseded.Category, superseded.VerdictsWithdrawn, superseded.Explanation));
        Assert.Equal(Category.Unchanged, unchanged.Category);
        Assert.Single(await ListAsync(area));
    }

    [Fact]
    public async Task Words_are_added_to_what_stands_and_never_lost()
    {
        var area = service.NewArea();
        var facts = Samples.Record(area, Day, Samples.Best, Samples.Source("e", "2024-03-31"));
        var words = facts.Clone();
        words.Verdicts[0].Verdict.Text = "What was found.";

        await ImportAsync(facts);
        var added = await ImportAsync(words);
        var again = await ImportAsync(facts);

        Assert.Equal((Category.Superseded, "text added"), (added.Category, added.Explanation));
        Assert.Equal(Category.Unchanged, again.Category);
        Assert.Equal("What was found.", (await ListAsync(area)).Single().Text);
        Assert.Equal("What was found.", (await ListAsync(area, asOf: Day)).Single().Text);
    }

    [Fact]
    public async Task A_newer_edition_withdraws_what_it_no_longer_has_and_adds_what_is_new()
    {
        var area = service.NewArea();
        var older = Samples.Record(area, Day, Samples.Best, Samples.Source("e 2024", "2024-03-31"));
        var newer = Samples.Record(area, Day, Samples.Best, Samples.Source("e 2025", "2025-03-31"));
        newer.Verdicts[0].Key = "second";
        await ImportAsync(older);

        var outcome = await ImportAsync(newer);

        Assert.Equal((1, 1), (outcome.VerdictsRecorded, outcome.VerdictsWithdrawn));
        var tombstone = (await ListAsync(area, withdrawn: true)).Single(verdict => verdict.State == Verdict.Types.State.Withdrawn);
        Assert.Equal("edition e 2025 no longer has it", tombstone.RevisionReason);
        Assert.Single(await ListAsync(area));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Coding_by_reading_replaces_coding_by_rule_in_either_order(bool ruleFirst)
    {
        var area = service.NewArea();
        var byRule = Samples.Record(area, Day, Samples.Worst, Samples.Source("rule", "2024-03-31", Authority.Scraped));
        byRule.Verdicts.Clear();
        byRule.Verdicts.Add(Samples.Imported("bullet/1", area, Day, Samples.Worst, Coding.ByRule));
        var byReading = Samples.Record(area, Day, Samples.Best, Samples.Source("reading", "2024-03-31", Authority.Scraped));
        byReading.SourceKey += "/finding/1";
        byReading.Verdicts.Clear();
        byReading.Verdicts.Add(Samples.Imported("finding", area, Day, Samples.Best, Coding.ByReading));

        var first = await ImportAsync(ruleFirst ? byRule : byReading);
        var second = await ImportAsync(ruleFirst ? byReading : byRule);
        var again = await ImportAsync(byRule);

        Assert.Equal(1, second.VerdictsReplacedByReading);
        Assert.Equal((Category.Unchanged, 1, 0), (again.Category, again.VerdictsReplacedByReading, again.VerdictsUnchanged));
        Assert.Equal(first.Inspection, second.Inspection);
        Assert.Equal(Coding.ByReading, (await ListAsync(area)).Single().Coding);
        Assert.Equal(Coding.ByReading, (await ListAsync(area, asOf: Day)).Single().Coding);
    }

    [Fact]
    public async Task One_record_refused_does_not_stop_the_others()
    {
        var (good, bad) = (service.NewArea(), service.NewArea());
        var request = new ImportRecordsRequest
        {
            Records =
            {
                Samples.Record(bad, Day, "splendid", Samples.Source("e", "")),
                Samples.Record(good, Day, Samples.Best, Samples.Source("e", "")),
            },
            RequestId = Samples.NewId(),
        };

        var outcomes = (await service.Imports.ImportRecordsAsync(request, service.As("inspector"), cancellationToken: Stop)).Outcomes;

        Assert.Equal([Category.Refused, Category.Recorded], outcomes.Select(outcome => outcome.Category));
        Assert.Contains("splendid", outcomes[0].Explanation);
        Assert.Empty(await ListAsync(bad));
        Assert.Single(await ListAsync(good));
    }

    [Fact]
    public async Task Two_sources_of_one_inspection_complete_each_other_in_any_order()
    {
        var (one, other) = (service.NewArea(), service.NewArea());
        foreach (var (area, reversed) in new[] { (one, false), (other, true) })
        {
            var letter = Samples.Record(area, Day, Samples.Best, Samples.Source("letter", "2024-03-31", Authority.Scraped));
            letter.Inspection.Theme = "neglect";
            letter.Inspection.Participation.Add(new Participation { Inspectorate = "one", State = Participation.Types.State.Unknown });
            var list = Samples.Record(area, Day, Samples.Best, Samples.Source("list", "2025-03-31", Authority.Scraped));
            list.SourceKey += "/list";
            list.Inspection.Participation.Add(new Participation { Inspectorate = "one", State = Participation.Types.State.TookPart });
            list.Verdicts.Clear();
            await ImportAsync(reversed ? list : letter);
            await ImportAsync(reversed ? letter : list);

            var inspection = Assert.Single((await service.Inspections.ListInspectionsAsync(
                new ListInspectionsRequest { Area = area }, cancellationToken: Stop)).Inspections);
            Assert.Equal("neglect", inspection.Theme);
            Assert.Equal(Participation.Types.State.TookPart, inspection.Participation.Single().State);
        }
    }

    [Fact]
    public async Task A_joint_finding_whose_authors_are_unknown_says_so()
    {
        var area = service.NewArea();
        var record = Samples.Record(area, Day, Samples.Best, Samples.Source("letter", ""));
        record.Inspection.Kind = Inspection.Types.Kind.Joint;

        await ImportAsync(record);

        Assert.Empty((await ListAsync(area)).Single().Authors);
    }

    [Fact]
    public async Task Checking_an_import_only_writes_nothing()
    {
        var area = service.NewArea();
        var request = new ImportRecordsRequest
        {
            Records = { Samples.Record(area, Day, Samples.Best, Samples.Source("e", "")) },
            RequestId = Samples.NewId(),
            ValidateOnly = true,
        };

        var outcome = (await service.Imports.ImportRecordsAsync(request, service.As("inspector"), cancellationToken: Stop)).Outcomes.Single();

        Assert.Equal(Category.Recorded, outcome.Category);
        Assert.Empty(await ListAsync(area));
    }
}
