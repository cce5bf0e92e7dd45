using Inspectorates.Gateway.Joint;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>Days, words and notices at their edges.</summary>
public sealed class SmallThingsTests
{
    private static Verdict Dated(string start, string end, string published, string placed) => new()
    {
        Fieldwork = new DateRange { Start = start, End = end },
        PublishedOn = published,
        PlacedOn = placed,
    };

    [Theory]
    [InlineData("2024-01-01", "2024-01-05", "2023-01-01", "2022-01-01", "2024-01-05")]
    [InlineData("", "", "2023-01-01", "2022-01-01", "2023-01-01")]
    [InlineData("", "", "", "2022-01-01", "2022-01-01")]
    [InlineData("", "", "", "", null)]
    public void Records_are_ordered_by_the_end_of_fieldwork_else_the_report_else_where_they_were_placed(
        string start, string end, string published, string placed, string? day) =>
        Assert.Equal(day, Days.OrderingDay(Dated(start, end, published, placed)) is { } found ? Days.Iso(found) : null);

    [Theory]
    [InlineData("2024-01-05", "2024-01-01", "2024-01-01", "2024-01-05")]
    [InlineData("2024-01-01", "", "2024-01-01", "2024-01-01")]
    [InlineData("", "2024-01-05", "2024-01-05", "2024-01-05")]
    public void A_span_with_one_end_is_a_day_and_one_with_its_ends_swapped_is_turned(string start, string end, string first, string last)
    {
        var span = DaySpan.Of(new DateRange { Start = start, End = end })!.Value;

        Assert.Equal((first, last), (Days.Iso(span.First), Days.Iso(span.Last)));
        Assert.Null(DaySpan.Of(null));
    }

    [Theory]
    [InlineData("2024-12-09", "2024-12-13", "fieldwork 9 to 13 December 2024")]
    [InlineData("2024-11-29", "2024-12-03", "fieldwork 29 November to 3 December 2024")]
    [InlineData("2024-12-30", "2025-01-03", "fieldwork 30 December 2024 to 3 January 2025")]
    public void Fieldwork_is_said_as_shortly_as_it_can_be(string start, string end, string words) =>
        Assert.Equal(words, Words.When(Dated(start, end, "", "")));

    [Theory]
    [InlineData("2024-12-09", "2024-01-01", "published 9 December 2024")]
    [InlineData("", "2024-01-01", "placed at 1 January 2024")]
    [InlineData("", "", "date not known")]
    public void Without_fieldwork_the_next_best_day_is_said(string published, string placed, string words) =>
        Assert.Equal(words, Words.When(Dated("", "", published, placed)));

    [Theory]
    [InlineData("Joint inspection", "joint inspection")]
    [InlineData("JTAI", "JTAI")]
    [InlineData("A", "A")]
    [InlineData("Ab", "ab")]
    [InlineData("", "")]
    public void A_label_begins_small_within_a_sentence_unless_it_is_an_abbreviation(string label, string words) =>
        Assert.Equal(words, Words.InSentence(label));

    [Fact]
    public void A_list_that_is_not_complete_says_who_is_missing_and_a_complete_one_nothing()
    {
        var instant = new DateTimeOffset(2025, 5, 1, 9, 30, 0, TimeSpan.Zero);

        Assert.Empty(Notices.OfList(null, [Make.Answer("red")]));
        Assert.Equal(
            ["This list is not complete: The blue inspectorate gave no proper answer, and that is not agreement."],
            Notices.OfList(null, [Make.Answer("red"), Make.Missing("blue")]));
        Assert.Equal(
            ["This is what the record held at 1 May 2025, 09:30:00 UTC: what was recorded, corrected or withdrawn since is not in it."],
            Notices.OfList(instant, [Make.Answer("red")]));
    }

    [Fact]
    public void A_view_says_everything_that_holds_for_it_in_order()
    {
        var read = Make.Verdict("red", "1", change: verdict => (verdict.InspectionKey, verdict.Coding) = ("key", Verdict.Types.Coding.ByReading));
        var replaced = Make.Verdict("red", "2", change: verdict => (verdict.InspectionKey, verdict.Coding) = ("key", Verdict.Types.Coding.ByRule));
        var withdrawn = Make.Verdict("red", "3", change: verdict => verdict.State = Verdict.Types.State.Withdrawn);

        Assert.Equal(
            [
                "Norfolk is fictional: it is made up for worked examples, and nothing about it is a fact.",
                "No overall is given: there is no official mapping between the inspectorates' scales, and an overall would depend on weights that nobody has declared.",
                "This view is not complete: The blue inspectorate gave no proper answer, and that is not agreement.",
                "1 verdict coded by rule left out: a coding by reading covers the same inspection and process.",
                "1 verdict withdrawn by the inspectorate left out.",
            ],
            Make.View([Make.Answer("red", read, replaced, withdrawn), Make.Missing("blue")], Make.Area(fictional: true)).Notices);
    }

    [Theory]
    [InlineData("", "strategy-discussion")]
    [InlineData("key", "")]
    public void What_has_no_inspection_or_no_process_gives_way_to_nothing(string key, string process)
    {
        var read = Make.Verdict("red", "1", change: verdict => (verdict.InspectionKey, verdict.Process, verdict.Coding) = (key, process, Verdict.Types.Coding.ByReading));
        var ruled = Make.Verdict("red", "2", change: verdict => (verdict.InspectionKey, verdict.Process, verdict.Coding) = (key, process, Verdict.Types.Coding.ByRule));

        Assert.Empty(ReplacedByReading.Part([read, ruled]).Replaced);
    }

    [Fact]
    public void Records_of_an_area_come_by_name_and_inspections_by_keeper_then_name_whatever_the_order_of_answers()
    {
        var records = RecordsOfArea.Of(
            Make.AreaCode,
            [
                Make.Answer("red", Make.Verdict("red", "2"), Make.Verdict("red", "1"), Make.Verdict("red", "3", change: verdict => verdict.Footprint = null)) with
                {
                    Inspections = [Make.Joint("red", "2"), Make.Joint("red", "1")],
                },
                Make.Answer("blue", Make.Verdict("blue", "9")) with { Inspections = [Make.Joint("blue", "9")] },
            ]);

        Assert.Equal(["blue/verdicts/9", "red/verdicts/1", "red/verdicts/2"], records.Verdicts.Select(verdict => verdict.Name["inspectorates/".Length..]));
        Assert.Equal(["blue/inspections/9", "red/inspections/1", "red/inspections/2"], records.Inspections.Select(one => one.Name["inspectorates/".Length..]));
    }

    [Fact]
    public void An_inspectorate_that_answers_twice_is_a_mistake_of_the_caller()
    {
        var mistake = Assert.Throws<ArgumentException>(() => Make.View(Make.Answer("red"), Make.Answer("blue"), Make.Answer("red")));

        Assert.StartsWith("The inspectorate \"red\" is among the answers twice.", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_view_says_by_which_parameters_differences_were_found()
    {
        var options = new DifferenceOptions();
        var parameters = Make.View(Make.Answer("red")).Parameters;

        Assert.Equal((options.WindowDays, options.StrongSteps), (parameters.WindowDays, parameters.StrongSteps));
        Assert.True(parameters.WindowDays > 0 && parameters.StrongSteps > 0);
    }

    [Fact]
    public void A_process_the_catalogue_does_not_know_is_called_by_its_code() => Assert.Equal("unheard-of", Make.Catalogue.Term("unheard-of"));
}
