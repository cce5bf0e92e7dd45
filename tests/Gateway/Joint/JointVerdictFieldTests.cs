using Inspectorates.Gateway.Joint;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.JointVerdict.Types;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>Fields of a verdict in the view: what is empty, how old it is, in which order they come.</summary>
public sealed class JointVerdictFieldTests
{
    private static JointVerdicts Writer(params Inspection[] inspections) =>
        new(Make.AsOf, new Descriptions([Make.Answer("red")]), fictional: false, inspections);

    [Fact]
    public void Without_a_source_nothing_is_said_of_it()
    {
        var written = Writer().Write(Make.Verdict("red", "1", change: verdict => verdict.Source = null));

        Assert.Equal(("", "", "", ""), (written.SourceUri, written.SourceLocator, written.Edition, written.Licence));
        var known = Writer().Write(Make.Verdict("red", "1", change: verdict =>
            verdict.Source = new Provenance { Uri = "https://example.org", Locator = "page 2", Edition = "one", Licence = "OGL" }));
        Assert.Equal(("https://example.org", "page 2", "one", "OGL"), (known.SourceUri, known.SourceLocator, known.Edition, known.Licence));
    }

    [Theory]
    [InlineData("2025-05-01", "2025-05-12", "2025-05-31", 20)]
    [InlineData("", "", "2025-05-31", 1)]
    [InlineData("", "", "", -1)]
    [InlineData("2025-06-02", "2025-06-02", "", 0)]
    public void Its_age_counts_from_the_end_of_the_fieldwork_else_from_the_report(string start, string end, string published, int age) =>
        Assert.Equal(age, Writer().Write(Make.Verdict("red", "1", change: verdict =>
        {
            verdict.Fieldwork = new DateRange { Start = start, End = end };
            verdict.PublishedOn = published;
        })).AgeDays);

    [Fact]
    public void They_come_newest_first_and_of_one_day_by_name_and_without_a_day_last() => Assert.Equal(
        ["3", "1", "2", "0"],
        Writer().WriteNewestFirst(
        [
            Make.Verdict("red", "0", day: ""), Make.Verdict("red", "2", day: "2024-01-01"),
            Make.Verdict("red", "1", day: "2024-01-01"), Make.Verdict("red", "3", day: "2025-01-01"),
        ]).Select(verdict => verdict.Name[^1..]));

    [Fact]
    public void A_discrepancy_of_a_judgement_marks_the_judgement_of_that_inspection_alone()
    {
        Inspection Found(string id, string key, string judgement)
        {
            var inspection = Make.Joint("red", id);
            inspection.Key = key;
            inspection.Discrepancies.Add(new RuleDiscrepancy { Judgement = judgement });
            return inspection;
        }

        bool IsMarked(JointVerdicts writer, Verdict verdict) => writer.Write(verdict).Flags.Contains(Flag.RuleDiscrepancy);
        Verdict Broad(string inspection, string key, string judgement = "overall") =>
            Make.Broad("red", "1", judgement: judgement, change: verdict => (verdict.Inspection, verdict.InspectionKey) = (inspection, key));
        var writer = Writer(Found("1", "key", "overall"), Found("2", "", "first"), Found("3", "", ""));

        Assert.True(IsMarked(writer, Broad("inspectorates/red/inspections/1", "")));
        Assert.True(IsMarked(writer, Broad("", "key")));
        Assert.False(IsMarked(writer, Broad("inspectorates/red/inspections/9", "another")));
        Assert.False(IsMarked(writer, Broad("inspectorates/red/inspections/1", "key", "second")));
        // No key is no key of any inspection.
        Assert.False(IsMarked(writer, Broad("inspectorates/red/inspections/9", "", "first")));
        Assert.False(IsMarked(writer, Make.Verdict("red", "1", change: verdict => verdict.Inspection = "inspectorates/red/inspections/3")));
    }

    [Theory]
    [InlineData("2025-05-31", Framework.Types.State.InForce, true)]
    [InlineData("2025-06-01", Framework.Types.State.Ended, false)]
    [InlineData("", Framework.Types.State.Ended, true)]
    [InlineData("", Framework.Types.State.InForce, false)]
    public void A_framework_has_ended_after_its_last_day_or_where_that_is_not_known_by_its_state(string end, Framework.Types.State state, bool ended)
    {
        var answer = Make.Answer("red");
        answer.Description!.Frameworks[0].State = state;
        if (end.Length > 0)
            answer.Description.Frameworks[0].ActualEnd = new PlannedDate { Day = end };

        Assert.Equal(ended, new JointVerdicts(Make.AsOf, new Descriptions([answer]), false, []).Write(Make.Verdict("red", "1")).Flags.Contains(Flag.FrameworkEnded));
    }
}
