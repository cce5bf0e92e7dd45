using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint;

public sealed class RuleDiscrepancyTests
{
    private static readonly HashSet<string> Here = [Make.AreaCode];

    [Fact]
    public void A_discrepancy_is_told_with_both_results_the_rule_its_source_and_the_report()
    {
        var listed = Assert.Single(RuleDiscrepancies.List(Here, [Red(Inspection("1", "overall"))], ""));

        Assert.Equal(
            ("red", "inspectorates/red/inspections/1", "frame", "1", "frame framework", "The overall question", "https://example.org/1", "2024-12-09", false),
            (listed.Inspectorate, listed.Inspection, listed.Framework, listed.FrameworkVersion, listed.FrameworkLabel, listed.JudgementLabel, listed.ReportUri, listed.PublishedOn, listed.Fictional));
        Assert.Equal(("best", "Best of all"), (listed.Published.Code, listed.Published.Label));
        Assert.Equal([("low", "low")], listed.Allowed.Select(grade => (grade.Code, grade.Label)));
        Assert.Equal(("The rule.", "https://example.org/rule"), (listed.Discrepancy.Rule, listed.Discrepancy.SourceUri));
        Assert.Equal([Make.AreaCode], listed.Areas);
        Assert.Equal("2024-12-09", listed.Fieldwork.Start);
    }

    [Fact]
    public void What_the_inspectorate_does_not_describe_is_told_by_its_code()
    {
        var inspection = Inspection("1", "other");
        inspection.Framework = "unknown";
        var listed = Assert.Single(RuleDiscrepancies.List(Here, [Red(inspection)], ""));

        Assert.Equal(("unknown", "other", "best"), (listed.FrameworkLabel, listed.JudgementLabel, listed.Published.Label));
    }

    [Fact]
    public void The_newest_report_comes_first_and_one_inspection_may_have_several()
    {
        var old = Inspection("1", "overall", "2020-01-01");
        var recent = Inspection("2", "second", "2024-01-01");
        recent.Discrepancies.Add(Inspection("3", "first").Discrepancies);

        Assert.Equal(
            [("2", "first"), ("2", "second"), ("1", "overall")],
            RuleDiscrepancies.List(Here, [Red(old, recent)], "").Select(listed => (listed.Inspection.Split('/')[^1], listed.Discrepancy.Judgement)));
    }

    [Fact]
    public void Other_areas_other_inspectorates_withdrawn_inspections_and_unusable_answers_are_left_out()
    {
        var elsewhere = Inspection("2", "overall");
        elsewhere.Footprint = new Footprint { Areas = { "825" } };
        var withdrawn = Inspection("3", "overall");
        withdrawn.State = V1.Inspection.Types.State.Withdrawn;
        var answers = new[]
        {
            Red(Inspection("1", "overall"), elsewhere, withdrawn), Red(Inspection("1", "overall")) with { Inspectorate = "blue", State = Source.Types.State.InvalidAnswer },
        };

        Assert.Equal(["inspectorates/red/inspections/1"], RuleDiscrepancies.List(Here, answers, "").Select(listed => listed.Inspection));
        Assert.Empty(RuleDiscrepancies.List(Here, answers, "blue"));
        Assert.Equal(["blue"], RuleDiscrepancies.Count(Here, answers, "blue").Select(count => count.Inspectorate));
    }

    [Fact]
    public void A_fictional_area_is_marked()
    {
        var inspection = Inspection("1", "overall");
        inspection.Footprint = new Footprint { Areas = { "X01" } };

        Assert.True(Assert.Single(RuleDiscrepancies.List(new HashSet<string> { "X01" }, [Red(inspection)], "")).Fictional);
    }

    [Fact]
    public void Counts_say_how_many_there_are_and_what_the_record_does_not_tell()
    {
        var without = Inspection("2", "overall");
        without.Discrepancies.Clear();
        without.Framework = "older";
        var held = Inspection("3", "overall");
        held.Discrepancies.Clear();
        var counts = RuleDiscrepancies.Count(Here, [Make.Missing("grey"), Red(Inspection("1", "overall"), without, held, held.Clone())], "");

        Assert.Equal(["grey", "red"], counts.Select(count => count.Inspectorate));
        Assert.Equal((true, 3, 1, 1, 1), (counts[1].Answered, counts[1].Inspections, counts[1].WithoutRule, counts[1].Discrepant, counts[1].NoneRecorded));
        Assert.Equal(
            "The red inspectorate has 3 inspections here: 1 under a framework without a rule by which an overall follows, 1 whose published result does "
            + "not follow from the rule, and 1 of which no discrepancy is recorded, because the result follows or because too little is recorded to tell.",
            counts[1].Explanation);
        Assert.Equal((false, 0), (counts[0].Answered, counts[0].Inspections));
        Assert.Equal("The grey inspectorate gave no proper answer, so that nothing is known of its results; that is not agreement with its rules.", counts[0].Explanation);
    }

    private static SourceAnswer Red(params Inspection[] inspections)
    {
        var described = Make.Inspectorate("red");
        var framework = described.Frameworks.Single(known => known.Code == "frame");
        framework.AggregationRule = "A rule.";
        framework.Grades.Add(new Grade { Code = "best", Label = "Best of all" });
        return Make.Answer("red") with { Description = described, State = Source.Types.State.Answered, Inspections = inspections };
    }

    private static Inspection Inspection(string id, string judgement, string published = "2024-12-09") => new()
    {
        Name = $"inspectorates/red/inspections/{id}",
        Inspectorate = "red",
        Framework = "frame",
        FrameworkVersion = "1",
        State = V1.Inspection.Types.State.Published,
        Footprint = new Footprint { Areas = { Make.AreaCode } },
        Fieldwork = new DateRange { Start = published, End = published },
        PublishedOn = published,
        Source = new Provenance { Uri = $"https://example.org/{id}" },
        Discrepancies =
        {
            new RuleDiscrepancy
            {
                Rule = "The rule.", Judgement = judgement, PublishedGrade = "best", AllowedGrades = { "low" }, SourceUri = "https://example.org/rule",
                Explanation = "It does not follow.",
            },
        },
    };
}
