using Inspectorates.Gateway.Joint;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.Absence.Types;
using State = Inspectorates.V1.Participation.Types.State;

namespace Inspectorates.Gateway.Tests.Joint.Absences;

/// <summary>What counts as having inspected an agency, and as a verdict of one's own.</summary>
public sealed class PowersTests
{
    private static readonly Agency Police = Make.Agency("police-force", "E23000024", "Norfolk Constabulary");
    private static readonly Agency Board = Make.Agency("icb", "E54000022", "Norfolk Board");

    private static SourceAnswer Blue(IEnumerable<Verdict>? verdicts = null, params Inspection[] inspections) =>
        Make.Answer("blue", [.. verdicts ?? []]) with { Description = Make.Inspectorate("blue", "police-force"), Inspections = inspections };

    private static bool IsMissing(params SourceAnswer[] answers) =>
        Make.View(answers).Absences.Any(absence => absence.Kind is Kind.NotInspected && absence.Inspectorate == "blue");

    private static bool HasNoOwn(params SourceAnswer[] answers) => Make.View(answers)
        .Sources.Single(source => source.Inspectorate == "blue").Summary.Contains("no verdict of its own on Norfolk Constabulary", StringComparison.Ordinal);

    private static Inspection Of(string keeper, string id, IEnumerable<Agency> agencies, params (string, State)[] participation)
    {
        var inspection = Make.Joint(keeper, id, participation);
        inspection.Kind = Inspection.Types.Kind.Single;
        inspection.Key = $"{keeper}/{id}";
        inspection.Agencies.Add(agencies);
        return inspection;
    }

    [Fact]
    public void An_inspection_of_the_agency_of_several_or_of_no_agency_in_particular_is_one()
    {
        Assert.True(IsMissing(Blue()));
        Assert.False(IsMissing(Blue(null, Of("blue", "i", [Police]))));
        Assert.False(IsMissing(Blue(null, Of("blue", "i", [Board, Police]))));
        Assert.False(IsMissing(Blue(null, Of("blue", "i", []))));
        Assert.True(IsMissing(Blue(null, Of("blue", "i", [Board]))));
    }

    [Fact]
    public void Anothers_inspection_is_one_where_the_inspectorate_took_part_in_it()
    {
        SourceAnswer Red(params (string, State)[] participation) => Make.Answer("red") with { Inspections = [Of("red", "r", [Police], participation)] };

        Assert.True(IsMissing(Blue(), Red()));
        Assert.False(IsMissing(Blue(), Red(("red", State.TookPart), ("blue", State.TookPart))));
        Assert.True(IsMissing(Blue(), Red(("red", State.TookPart), ("blue", State.Withdrew))));
        Assert.True(IsMissing(Blue(), Red(("red", State.TookPart))));
    }

    [Fact]
    public void A_verdict_about_the_agency_that_it_keeps_or_has_a_part_in_is_as_good()
    {
        Verdict About(Agency agency, string keeper, params string[] authors) => Make.Verdict(keeper, "v", change: verdict =>
        {
            verdict.Subject = Make.About(agency);
            verdict.Authors.Clear();
            verdict.Authors.Add(authors);
        });

        Assert.False(IsMissing(Blue([About(Police, "blue", "blue")])));
        // It keeps what others found.
        Assert.False(IsMissing(Blue([About(Police, "blue", "red")])));
        Assert.False(IsMissing(Blue(), Make.Answer("red", About(Police, "red", "blue", "red"))));
        Assert.True(IsMissing(Blue(), Make.Answer("red", About(Police, "red", "red"))));
        Assert.True(IsMissing(Blue([About(Board, "blue", "blue")])));
    }

    [Fact]
    public void A_verdict_of_its_own_is_one_it_alone_is_the_author_of()
    {
        Verdict By(params string[] authors) => Make.Verdict("blue", string.Concat(authors), change: verdict =>
        {
            verdict.Subject = Make.About(Police);
            verdict.Authors.Clear();
            verdict.Authors.Add(authors);
        });

        Assert.False(HasNoOwn(Blue([By("blue")])));
        Assert.True(HasNoOwn(Blue([By("red")])));
        Assert.True(HasNoOwn(Blue([By("blue", "red")])));
        Assert.True(HasNoOwn(Blue([By("red", "blue")])));
        // Its own, but about another, beside one about this one that is not its own alone.
        Assert.True(HasNoOwn(Blue([By("blue", "red"), Make.Verdict("blue", "board", change: verdict => verdict.Subject = Make.About(Board))])));
        // One of several is enough.
        Assert.False(HasNoOwn(Blue([By("blue"), By("blue", "red")])));
    }

    [Fact]
    public void Whoever_took_part_in_an_inspection_that_was_not_joint_owes_no_verdict_of_its_own() =>
        Assert.DoesNotContain(
            Make.View(Make.Answer("red") with { Inspections = [Of("red", "r", [Police], ("red", State.TookPart))] }).Absences,
            absence => absence.Kind is Kind.NoOwnVerdict);

    [Fact]
    public void A_verdict_that_gave_way_to_a_reading_was_made_all_the_same()
    {
        var read = Make.Verdict("red", "1", change: verdict => (verdict.InspectionKey, verdict.Coding) = ("key", Verdict.Types.Coding.ByReading));
        var replaced = Make.Verdict("blue", "2", change: verdict =>
        {
            (verdict.InspectionKey, verdict.Coding) = ("key", Verdict.Types.Coding.ByRule);
            verdict.Subject = Make.About(Police);
        });

        Assert.False(IsMissing(Blue([replaced]), Make.Answer("red", read)));
        Assert.False(HasNoOwn(Blue([replaced]), Make.Answer("red", read)));
    }

    [Fact]
    public void Of_an_inspectorate_that_was_never_reached_no_powers_are_known() =>
        Assert.Empty(Make.View(Make.Answer("blue") with { Description = null }).Absences);
}
