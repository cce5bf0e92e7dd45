using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Inspectorates.Hosting.Importing;
using Inspectorates.V1;
using Authority = Inspectorates.V1.Provenance.Types.Authority;
using Category = Inspectorates.V1.ImportOutcome.Types.Category;

namespace Inspectorates.Services.Tests.Hosting.Importing;

public sealed class ImportDecisionTests
{
    /// <summary>A record as offered: who says it, in which edition, which grades, with or without words.</summary>
    public sealed record Offer(bool Official, int Year, int First, int Second, bool Words);

    private static readonly Gen<Offer> Offers =
        from official in Gen.Elements(true, false)
        from year in Gen.Choose(2018, 2026)
        from first in Gen.Choose(0, 3)
        from second in Gen.Choose(0, 3)
        from words in Gen.Elements(true, false)
        select new Offer(official, year, first, second, words);

    // One edition of one source says one thing.
    private static readonly Arbitrary<Offer[]> Histories = Arb.From(
        Offers.ArrayOf().Select(offers => offers.DistinctBy(offer => (offer.Official, offer.Year)).ToArray()));

    [Property]
    public Property The_same_again_changes_nothing() => Prop.ForAll(Histories, history =>
    {
        var standing = Stand(history);
        return history.TakeLast(1).All(last => ImportDecision.Of(standing, Record(last)).Standing is null);
    });

    [Property]
    public Property In_any_order_the_same_facts_stand() => Prop.ForAll(Histories, history =>
        Facts(Stand(history)) == Facts(Stand([.. history.Reverse()]))
        && Facts(Stand(history)) == Facts(Stand([.. history.OrderBy(offer => (offer.First, offer.Second, offer.Year))])));

    [Property]
    public Property The_newest_official_edition_stands_and_without_one_the_newest_scraped() => Prop.ForAll(Histories, history =>
    {
        if (history.Length == 0)
            return true;
        var expected = history.OrderByDescending(offer => offer.Official).ThenByDescending(offer => offer.Year).First();
        return Facts(Stand(history)) == Facts(Record(expected));
    });

    [Property]
    public Property An_older_edition_of_the_same_source_never_supersedes() => Prop.ForAll(
        Arb.From(Offers.Two()), pair =>
        {
            var (one, two) = pair;
            var (older, newer) = one.Year < two.Year ? (one, two) : (two, one);
            if (older.Year == newer.Year || older.Official != newer.Official)
                return true;
            var decision = ImportDecision.Of(Record(newer), Record(older));
            return decision.Category == (Facts(Record(older)) == Facts(Record(newer))
                ? older.Words && !newer.Words && HasVerdicts(newer) ? Category.Superseded : Category.Unchanged
                : Category.Conflicting)
                && Facts(decision.Standing ?? Record(newer)) == Facts(Record(newer));
        });

    [Property]
    public Property A_conflict_says_where() => Prop.ForAll(Histories, history =>
    {
        ImportedRecord? standing = null;
        foreach (var offer in history)
        {
            var decision = ImportDecision.Of(standing, Record(offer));
            if ((decision.Category == Category.Conflicting) != decision.Conflicts.Count > 0)
                return false;
            standing = decision.Standing ?? standing;
        }

        return true;
    });

    [Property]
    public Property Words_of_what_stands_are_never_lost_to_the_same_source_without_words() => Prop.ForAll(Arb.From(Offers), offer =>
    {
        var spoken = Record(offer with { Words = true });
        var silent = Record(offer with { Words = false, Year = offer.Year + 1 });
        var standing = ImportDecision.Of(spoken, silent).Standing ?? spoken;
        return standing.Verdicts.All(verdict => verdict.Verdict.Text.Length > 0);
    });

    [Theory]
    [InlineData("la_outcomes_at_2023-03-31", "", "la_outcomes_at_2025-03-31", "", -1)]
    [InlineData("x", "2025-03-31", "la_outcomes_at_2023-03-31", "", 1)]
    [InlineData("release 2", "", "release 10", "", -1)]
    [InlineData("same", "", "same", "", 0)]
    [InlineData("overview_2026-06", "", "2026-07-01", "", -1)]
    [InlineData("2025-12", "", "overview_2026-06", "", -1)]
    [InlineData("history_2018-2025", "", "2026-03-31", "", -1)]
    [InlineData("overview", "", "2026-03-31", "", -1)]
    [InlineData("2", "", "overview", "", 1)]
    [InlineData("d2i_overview", "", "2026-03-31", "", -1)]
    [InlineData("d2i_overview", "", "d2i_overview_v3", "", -1)]
    [InlineData("2098-01-31", "2026-11-23", "2099-01-31", "2026-11-23", -1)]
    public void Editions_are_ordered_by_day_or_number(string one, string oneDay, string other, string otherDay, int sign) => Assert.Equal(
        sign,
        Math.Sign(EditionOrder.Compare(
            new Provenance { Edition = one, EditionDay = oneDay }, new Provenance { Edition = other, EditionDay = otherDay })!.Value));

    [Theory]
    [InlineData("spring", "", "autumn", "")]
    [InlineData("a", "2025-03-31", "b", "2025-03-31")]
    [InlineData("a", "2025-03-31", "release 2", "")]
    [InlineData("history_2018-2025", "", "2025-03-31", "")]
    [InlineData("overview_2026-06", "", "2026-06-30", "")]
    public void Editions_that_cannot_be_told_apart_are_said_to_be(string one, string oneDay, string other, string otherDay) => Assert.Null(
        EditionOrder.Compare(new Provenance { Edition = one, EditionDay = oneDay }, new Provenance { Edition = other, EditionDay = otherDay }));

    [Theory]
    [InlineData("2025-02-18", "")]
    [InlineData("", "2026-03-31")]
    public void An_edition_made_before_what_stands_was_published_is_older_even_where_the_other_tells_nothing(string published, string placed)
    {
        var standing = Account("ratings");
        var early = Account("2020-01-31");
        Assert.True(EditionOrder.Compare(early, standing) < 0);
        Assert.True(EditionOrder.Compare(standing, early) > 0);

        ImportedRecord Account(string edition) => new()
        {
            Inspection = new Inspection { PublishedOn = published, Source = new Provenance { Edition = edition } },
            Verdicts = { new ImportedVerdict { Key = "first", Verdict = new Verdict { PlacedOn = placed } } },
        };
    }

    private static ImportedRecord? Stand(Offer[] history) =>
        history.Aggregate((ImportedRecord?)null, (standing, offer) => ImportDecision.Of(standing, Record(offer)).Standing ?? standing);

    private static string Facts(ImportedRecord? record) =>
        record is null ? "" : string.Join(";", Cells.Of(record).Select(cell => $"{cell.Key}={cell.Value}"));

    private static bool HasVerdicts(Offer offer) => offer.First > 0 || offer.Second > 0;

    // 0: the record has no such verdict.
    private static ImportedRecord Record(Offer offer)
    {
        var record = new ImportedRecord
        {
            SourceKey = "f/301/2018-01-01",
            Inspection = new Inspection
            {
                Kind = Inspection.Types.Kind.Single,
                Framework = "f",
                Footprint = new Footprint { Areas = { "301" } },
                Source = new Provenance
                {
                    Edition = $"{(offer.Official ? "official" : "scraped")} {offer.Year}",
                    EditionDay = $"{offer.Year}-03-31",
                    Authority = offer.Official ? Authority.Official : Authority.Scraped,
                },
            },
        };
        foreach (var (key, grade) in new[] { ("first", offer.First), ("second", offer.Second) })
            if (grade > 0)
                record.Verdicts.Add(new ImportedVerdict { Key = key, Verdict = Verdict(grade, offer.Words) });
        return record;
    }

    private static Verdict Verdict(int grade, bool words) => new()
    {
        Framework = "f",
        Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
        Footprint = new Footprint { Areas = { "301" } },
        Grade = new Grade { Code = $"grade-{grade}" },
        Text = words ? "words" : "",
    };
}
