using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Participation.Types;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>Inspections of the view: a joint one once.</summary>
public sealed class InspectionRecordTests
{
    private static SourceAnswer With(string inspectorate, params Inspection[] inspections) =>
        Make.Answer(inspectorate) with { State = Source.Types.State.Answered, Inspections = inspections };

    [Fact]
    public void The_records_of_all_participants_become_one()
    {
        var view = Make.View(With("red", Make.Joint("red", "r")), With("blue", Make.Joint("blue", "b")));

        var inspection = Assert.Single(view.Inspections);
        Assert.Equal("inspectorates/blue/inspections/b", inspection.Name);
        Assert.Equal(["inspectorates/blue/inspections/b", "inspectorates/red/inspections/r"], inspection.Names);
        Assert.Equal(["blue", "red"], inspection.Inspectorates);
        Assert.Equal("joint framework", inspection.FrameworkLabel);
        Assert.Empty(inspection.Notes);
    }

    [Fact]
    public void A_record_that_knows_beats_one_that_does_not()
    {
        var view = Make.View(
            With("blue", Make.Joint("blue", "b", ("green", State.Unknown))),
            With("red", Make.Joint("red", "r", ("green", State.TookPart))));

        Assert.Equal(State.TookPart, Assert.Single(Assert.Single(view.Inspections).Participation).State);
    }

    [Fact]
    public void An_inspectorates_word_about_itself_beats_anothers_and_the_conflict_is_said()
    {
        var view = Make.View(
            With("blue", Make.Joint("blue", "b", ("red", State.TookPart))),
            With("red", Make.Joint("red", "r", ("red", State.Withdrew))));

        var inspection = Assert.Single(view.Inspections);
        Assert.Equal(State.Withdrew, Assert.Single(inspection.Participation).State);
        Assert.Equal(
            ["The records differ on whether The red inspectorate took part: The blue inspectorate has \"took part\" and "
                + "The red inspectorate has \"withdrew\"."],
            inspection.Notes);
    }

    [Fact]
    public void Different_days_of_publication_are_said()
    {
        var other = Make.Joint("red", "r");
        other.PublishedOn = "2025-02-28";

        var view = Make.View(With("blue", Make.Joint("blue", "b")), With("red", other));

        Assert.Equal("2025-02-27", Assert.Single(view.Inspections).PublishedOn);
        Assert.Contains("the day it was published", Assert.Single(Assert.Single(view.Inspections).Notes));
    }

    [Fact]
    public void Inspections_come_newest_first()
    {
        var older = Make.Joint("red", "older");
        older.Key = "joint/926/2019-01-01";
        older.Fieldwork = new DateRange { Start = "2019-01-01" };

        Assert.Equal(
            ["joint/926/2024-12-09", "joint/926/2019-01-01"],
            Make.View(With("red", older, Make.Joint("red", "newer"))).Inspections.Select(inspection => inspection.Key));
    }
}
