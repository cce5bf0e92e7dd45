using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>What became of a pilot, in days and in words.</summary>
public sealed class PilotWordsTests
{
    private const string Apart = "This was a pilot: its verdicts count neither as differences nor in statistics unless they are asked for. ";

    private static readonly DateOnly AsOf = new(2025, 5, 10);

    public static TheoryData<PilotTerms?, int, int, string> Cases => new()
    {
        { null, 0, -1, "Nobody says by when what was learnt is published." },
        { new PilotTerms { PublishBy = "2025-05-11" }, 0, -1, "What was learnt is to be published by 11 May 2025." },
        { new PilotTerms { PublishBy = "2025-05-10" }, 0, -1, "What was learnt is to be published by 10 May 2025." },
        { new PilotTerms { PublishBy = "2025-05-09" }, 1, -1, "What was learnt was to be published by 9 May 2025 and is 1 day overdue." },
        { new PilotTerms { PublishBy = "2025-05-01", LearningReportOn = "2025-05-03" }, 2, -1, "What was learnt was to be published by 1 May 2025 and came on 3 May 2025, 2 days late." },
        { new PilotTerms { PublishBy = "2025-05-01", LearningReportOn = "2025-05-01" }, 0, -1, "What was learnt was published on 1 May 2025." },
        { new PilotTerms { PublishBy = "2025-05-01", LearningReportOn = "2025-05-10" }, 9, -1, "What was learnt was to be published by 1 May 2025 and came on 10 May 2025, 9 days late." },
        // On the view's day it had not come.
        { new PilotTerms { PublishBy = "2025-05-01", LearningReportOn = "2025-05-11" }, 9, -1, "What was learnt was to be published by 1 May 2025 and is 9 days overdue." },
        { new PilotTerms { ToBeDecided = true }, 0, -1, "When what was learnt is published is to be decided; since when is not recorded." },
        { new PilotTerms { ToBeDecided = true, ToBeDecidedOn = "2025-05-09" }, 0, 1, "When what was learnt is published is to be decided, and has been for 1 day." },
        { new PilotTerms { ToBeDecided = true, ToBeDecidedOn = "2025-05-11" }, 0, 0, "When what was learnt is published is to be decided, and has been for 0 days." },
        { new PilotTerms { ToBeDecided = true, ToBeDecidedOn = "2025-05-01", LearningReportOn = "2025-05-02" }, 0, -1, "What was learnt was published on 2 May 2025." },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void F10_The_promised_report_is_told_with_the_days_it_is_late(PilotTerms? terms, int overdue, int undecided, string sentence)
    {
        var told = PilotWords.Tell(new JointInspectionRecord { Pilot = true, PilotTerms = terms }, AsOf);

        Assert.Equal((overdue, undecided, Apart + sentence), (told.PilotDaysOverdue, told.PilotDaysUndecided, told.PilotSentence));
    }

    [Fact]
    public void Of_what_was_no_pilot_nothing_is_said()
    {
        var told = PilotWords.Tell(new JointInspectionRecord { PilotTerms = new PilotTerms { PublishBy = "2025-05-01" } }, AsOf);

        Assert.Equal((0, -1, ""), (told.PilotDaysOverdue, told.PilotDaysUndecided, told.PilotSentence));
    }

    [Fact]
    public void Of_a_joint_inspection_the_first_record_that_has_terms_is_told_and_that_another_has_others_is_said()
    {
        Inspection Pilot(string keeper, string publishBy)
        {
            var inspection = Make.Joint(keeper, keeper);
            (inspection.Pilot, inspection.PilotTerms) = (true, publishBy.Length == 0 ? null : new PilotTerms { PublishBy = publishBy });
            return inspection;
        }

        SourceAnswer With(string keeper, string publishBy) =>
            Make.Answer(keeper) with { State = Source.Types.State.Answered, Inspections = [Pilot(keeper, publishBy)] };

        var inspection = Assert.Single(Make.View(With("blue", ""), With("green", "2025-04-01"), With("red", "2025-04-02")).Inspections);

        Assert.Equal("2025-04-01", inspection.PilotTerms.PublishBy);
        Assert.Equal(
            ["The records differ on the day by which what the pilot taught is published: The green inspectorate has 2025-04-01 and The red inspectorate has 2025-04-02."],
            inspection.Notes);
    }

    [Fact]
    public void F10_What_one_record_alone_knows_of_the_report_is_told_of_the_joint_inspection()
    {
        SourceAnswer With(string keeper, PilotTerms terms)
        {
            var inspection = Make.Joint(keeper, keeper);
            (inspection.Pilot, inspection.PilotTerms) = (true, terms);
            return Make.Answer(keeper) with { State = Source.Types.State.Answered, Inspections = [inspection] };
        }

        var terms = Assert.Single(Make.View(
            With("green", new() { ToBeDecided = true, ToBeDecidedOn = "2025-01-01" }),
            With("red", new() { PublishBy = "2025-04-02", LearningReportUri = "https://example.org/learnt", LearningReportOn = "2025-04-01" })).Inspections).PilotTerms;

        Assert.Equal(
            new PilotTerms { PublishBy = "2025-04-02", LearningReportUri = "https://example.org/learnt", LearningReportOn = "2025-04-01" }, terms);
    }
}
