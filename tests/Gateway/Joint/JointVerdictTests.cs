using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.JointVerdict.Types;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>A verdict as it appears in the joint view.</summary>
public sealed class JointVerdictTests
{
    private static JointVerdict Shown(Action<Verdict>? change = null, Action<Inspectorate>? describe = null)
    {
        var answer = Make.Answer("red", Make.Verdict("red", "1", change: change));
        describe?.Invoke(answer.Description!);
        var view = Make.View(answer);
        return view.Processes.SelectMany(process => process.Verdicts).Concat(view.Judgements).Single();
    }

    [Fact]
    public void Its_words_grade_and_source_are_its_keepers()
    {
        var shown = Shown(verdict =>
        {
            verdict.Text = "Meetings are late.";
            verdict.Source = new Provenance { Uri = "https://example.org/1", Locator = "p7", Edition = "e", Licence = "l" };
        });

        Assert.Equal("Meetings are late.", shown.Text);
        Assert.Equal("Grade Meets", shown.Grade.Label);
        Assert.Equal("frame framework", shown.FrameworkLabel);
        Assert.Equal(("https://example.org/1", "p7", "e", "l"), (shown.SourceUri, shown.SourceLocator, shown.Edition, shown.Licence));
        Assert.True(shown.Partnership);
        Assert.Empty(shown.Flags);
    }

    [Fact]
    public void A_broad_judgement_carries_the_words_and_processes_of_its_framework()
    {
        var shown = Shown(verdict =>
        {
            verdict.Process = "";
            verdict.Judgement = "first";
        });

        Assert.Equal("The first question", shown.JudgementLabel);
        Assert.Equal([Make.Process, "s47-enquiry"], shown.JudgementProcesses);
    }

    [Theory]
    [InlineData("2025-05-22", "", 10)]
    [InlineData("", "2025-05-22", 10)]
    [InlineData("", "", -1)]
    public void Its_age_is_counted_from_fieldwork_or_else_publication(string fieldwork, string published, int age) =>
        Assert.Equal(age, Shown(verdict =>
        {
            verdict.Fieldwork = new DateRange { End = fieldwork };
            verdict.PublishedOn = published;
        }).AgeDays);

    public static TheoryData<Flag, Action<Verdict>> FlaggedVerdicts => new()
    {
        { Flag.CodedByRule, verdict => verdict.Coding = Verdict.Types.Coding.ByRule },
        { Flag.CodedByReading, verdict => verdict.Coding = Verdict.Types.Coding.ByReading },
        { Flag.Mapped, verdict => verdict.Coding = Verdict.Types.Coding.Mapped },
        { Flag.Pilot, verdict => verdict.Pilot = true },
        { Flag.WiderThanArea, verdict => verdict.Footprint.Areas.Add("927") },
        { Flag.Joint, verdict => verdict.Authors.Add("blue") },
        { Flag.MembersUnknown, verdict => verdict.Authors.Clear() },
        { Flag.PlacedByCycle, verdict => verdict.PlacedOn = "2024-01-01" },
        { Flag.Scraped, verdict => verdict.Source = new Provenance { Authority = Provenance.Types.Authority.Scraped } },
        { Flag.HearsayOnly, verdict => verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.OtherAgencysOpinion }) },
        { Flag.HearsayOnly, verdict => verdict.Basis = Verdict.Types.Basis.HearsayOnly },
        { Flag.ProxyOnly, verdict => verdict.Basis = Verdict.Types.Basis.ProxyOnly },
        { Flag.NoChildsVoice, verdict => verdict.Evidence.Add(new Evidence { Type = Evidence.Types.Type.TrackedChild, Count = 6 }) },
    };

    [Theory]
    [MemberData(nameof(FlaggedVerdicts), DisableDiscoveryEnumeration = true)]
    public void A_reader_is_told_what_to_know_before_leaning_on_it(Flag flag, Action<Verdict> change) =>
        Assert.Contains(flag, Shown(change).Flags);

    [Theory]
    [InlineData("2025-05-31", true)]
    [InlineData("2025-06-01", false)]
    public void A_framework_has_ended_after_its_last_day(string end, bool ended) =>
        Assert.Equal(ended, Shown(describe: described =>
            described.Frameworks[0].ActualEnd = new PlannedDate { Day = end, Precision = PlannedDate.Types.Precision.Day })
            .Flags.Contains(Flag.FrameworkEnded));

    [Fact]
    public void A_grade_that_does_not_follow_from_the_frameworks_own_rule_is_flagged()
    {
        var inspection = Make.Joint("red", "i");
        inspection.Discrepancies.Add(new RuleDiscrepancy { Judgement = "overall" });
        var broad = Make.Broad("red", "1", Standing.Meets, change: verdict => verdict.Inspection = inspection.Name);

        var view = Make.View(Make.Answer("red", broad) with { Inspections = [inspection] });

        Assert.Contains(Flag.RuleDiscrepancy, Assert.Single(view.Judgements).Flags);
    }
}
