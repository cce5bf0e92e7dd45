using Grpc.Core;
using Inspectorates.V1;
using static Inspectorates.V1.ImportOutcome.Types;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    [Fact]
    public async Task F17_a_reading_is_recorded_once_a_later_edition_supersedes_it_and_an_older_never_does()
    {
        var (area, indicator) = (service.NewArea(), await IndicatorAsync(isProxy: true));
        var first = Reading(indicator.Code, area, "18.7", "edition 2025-01-31", "2025-01-31");

        var outcomes = new List<Category>();
        foreach (var offered in new[]
        {
            first, first, Reading(indicator.Code, area, "18.9", "edition 2025-06-30", "2025-06-30"), Reading(indicator.Code, area, "17", "edition 2024-06-30", "2024-06-30"),
        })
            outcomes.Add((await ImportAsync(Offered(offered))).Category);
        var listed = Assert.Single((await service.Indicators.ListIndicatorReadingsAsync(new ListIndicatorReadingsRequest { Area = area }, cancellationToken: Stop)).IndicatorReadings);
        var all = (await service.Indicators.ListIndicatorReadingsAsync(
            new ListIndicatorReadingsRequest { Area = area, Indicator = indicator.Code, AllRevisions = true }, cancellationToken: Stop)).IndicatorReadings;
        var got = (await service.Indicators.GetIndicatorReadingAsync(new GetIndicatorReadingRequest { Name = listed.Name }, cancellationToken: Stop)).IndicatorReading;

        Assert.Equal([Category.Recorded, Category.Unchanged, Category.Superseded, Category.Conflicting], outcomes);
        Assert.Equal(("18.9", 2, "edition edition 2025-06-30", indicator.Code, area), (listed.Value, listed.Revision, listed.RevisionReason, listed.Indicator, listed.Area));
        Assert.Equal(["18.7", "18.9"], all.Select(one => one.Value).Order(StringComparer.Ordinal));
        Assert.Equal(listed, got);
        Assert.Contains(await ChangesAsync(), change => change.IndicatorReading?.Name == listed.Name && change.IndicatorReading.Value == "18.9");
    }

    [Theory]
    [InlineData("nothing", "is given exactly where")]
    [InlineData("both", "is given exactly where")]
    [InlineData("small", "CONFIDENTIAL")]
    [InlineData("small though said to be rounded", "CONFIDENTIAL")]
    [InlineData("small though rounded to twos", "CONFIDENTIAL")]
    [InlineData("words", "no decimal number")]
    [InlineData("unknown", "registry of indicators")]
    [InlineData("nowhere", "E10000999")]
    [InlineData("period", "periods are written")]
    [InlineData("no source", "source is required")]
    public async Task A_reading_that_is_not_right_is_refused_and_says_what_would_be(string fault, string says)
    {
        var reading = Reading((await IndicatorAsync(isProxy: true)).Code, "926", "18.7", "edition 2025-01-31", "2025-01-31");
        switch (fault)
        {
            case "nothing": reading.Value = ""; break;
            case "both": reading.Code = IndicatorReading.Types.Code.Confidential; break;
            case "small": (reading.Value, reading.Counted) = ("4", true); break;
            case "small though said to be rounded": (reading.Value, reading.Counted, reading.RoundedTo) = ("3", true, 5); break;
            case "small though rounded to twos": (reading.Value, reading.Counted, reading.RoundedTo) = ("4", true, 2); break;
            case "words": reading.Value = "many"; break;
            case "unknown": reading.Indicator = "made-up"; break;
            case "nowhere": reading.Area = "E10000999"; break;
            case "period": reading.Period = "last year!"; break;
            default: reading.Source = null; break;
        }

        var outcome = await ImportAsync(Offered(reading));

        Assert.Equal(Category.Refused, outcome.Category);
        Assert.Contains(says, outcome.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("10", 10)]
    public async Task A_figure_that_is_rounded_to_fives_or_more_is_no_small_count(string value, int roundedTo)
    {
        var reading = Reading((await IndicatorAsync(isProxy: true)).Code, "X02", value, "edition 2025-01-31", "2025-01-31");
        (reading.Counted, reading.RoundedTo, reading.Period) = (true, roundedTo, $"rounded-{roundedTo}");

        Assert.Equal(Category.Recorded, (await ImportAsync(Offered(reading))).Category);
    }

    [Fact]
    public async Task F17_an_edition_between_two_that_agree_does_not_supersede_them()
    {
        var (indicator, outcomes) = (await IndicatorAsync(isProxy: true), new List<Category>());
        foreach (var (value, day) in new[] { ("18.7", "2025-01-31"), ("18.7", "2025-06-30"), ("17", "2025-03-31"), ("18.7", "2025-01-31"), ("18.7", "2025-06-30") })
        {
            var reading = Reading(indicator.Code, "X02", value, $"edition {day}", day);
            reading.Period = "between";
            outcomes.Add((await ImportAsync(Offered(reading))).Category);
        }

        var listed = Assert.Single(
            (await service.Indicators.ListIndicatorReadingsAsync(new ListIndicatorReadingsRequest { Area = "X02" }, cancellationToken: Stop)).IndicatorReadings,
            reading => reading.Period == "between");

        Assert.Equal([Category.Recorded, Category.Unchanged, Category.Conflicting, Category.Unchanged, Category.Unchanged], outcomes);
        Assert.Equal(("18.7", "2025-06-30", 2), (listed.Value, listed.Source.EditionDay, listed.Revision));
    }

    [Fact]
    public async Task F17_what_a_source_withholds_is_a_reading_with_its_code_and_no_nought()
    {
        var (area, indicator) = (service.NewArea(), await IndicatorAsync(isProxy: true));
        var withheld = Reading(indicator.Code, area, "", "edition 2025-01-31", "2025-01-31");
        (withheld.Code, withheld.Counted) = (IndicatorReading.Types.Code.Confidential, true);

        await ImportAsync(Offered(withheld));

        var listed = Assert.Single((await service.Indicators.ListIndicatorReadingsAsync(new ListIndicatorReadingsRequest { Area = area }, cancellationToken: Stop)).IndicatorReadings);
        Assert.Equal((IndicatorReading.Types.Code.Confidential, ""), (listed.Code, listed.Value));
    }

    [Fact]
    public async Task Readings_of_no_indicator_or_area_are_not_asked_for_in_vain()
    {
        (await Refused.ByAsync(service.Indicators.ListIndicatorReadingsAsync(new ListIndicatorReadingsRequest { Indicator = "made-up" }, cancellationToken: Stop)))
            .Is(StatusCode.InvalidArgument, "INDICATOR_UNKNOWN", "indicator");
        (await Refused.ByAsync(service.Indicators.ListIndicatorReadingsAsync(new ListIndicatorReadingsRequest { Area = "E10000999" }, cancellationToken: Stop)))
            .Is(StatusCode.InvalidArgument, "AREA_UNKNOWN", "area");
        (await Refused.ByAsync(service.Indicators.GetIndicatorReadingAsync(new GetIndicatorReadingRequest { Name = "none" }, cancellationToken: Stop)))
            .Is(StatusCode.NotFound, "INDICATOR_READING_NOT_FOUND", "name");
    }

    private static IndicatorReading Reading(string indicator, string area, string value, string edition, string day) => new()
    {
        Indicator = indicator,
        Area = area,
        Period = "2025",
        PeriodEnd = "2025-03-31",
        Value = value,
        Source = Samples.Source(edition, day),
    };

    private static ImportedRecord Offered(IndicatorReading reading) =>
        new() { SourceKey = $"indicator/{reading.Indicator}/{reading.Area}/{reading.Period}", IndicatorReading = reading };

    private async Task<IReadOnlyList<Change>> ChangesAsync()
    {
        var (cursor, all) = ("", new List<Change>());
        while (true)
        {
            var page = await service.Changes.ListChangesAsync(new ListChangesRequest { Cursor = cursor, PageSize = 500 }, cancellationToken: Stop);
            if (page.Changes.Count == 0)
                return all;
            all.AddRange(page.Changes);
            cursor = page.Cursor;
        }
    }
}
