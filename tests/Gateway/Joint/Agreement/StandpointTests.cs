using Inspectorates.Gateway.Joint.Agreement;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.UnmatchedAreas.Types;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>What one author says of one matter, from all its verdicts on it.</summary>
public sealed class StandpointTests
{
    private static Standpoint Of(params Verdict[] verdicts)
    {
        var standpoint = new Standpoint();
        foreach (var verdict in verdicts)
            standpoint.Consider(verdict, Agree.On() with { From = null });
        return standpoint;
    }

    [Fact]
    public void One_verdict_is_what_it_says_and_nothing_is_wanting()
    {
        var verdict = Agree.Said("red", 0, Standing.Meets);

        Assert.Same(verdict, Of(verdict).Verdict);
        Assert.Equal(Reason.Unspecified, Of(verdict).WhyNot);
        Assert.Equal((null, Reason.OnlyOneJudged), (Of().Verdict, Of().WhyNot));
    }

    [Fact]
    public void A_verdict_of_no_day_about_an_agencys_part_is_one_too()
    {
        var verdict = Agree.Said("red", 0, Standing.Meets, "", one => one.Subject = Make.About(Make.Agency("icb")));

        Assert.Same(verdict, Of(verdict).Verdict);
    }

    [Fact]
    public void Of_several_hindrances_the_one_nearest_to_a_verdict_is_told_whatever_came_first()
    {
        var ungraded = Agree.Said("red", 0, Standing.NotJudged);
        var pilot = Agree.Said("red", 0, Standing.Meets, change: verdict => verdict.Pilot = true);

        Assert.Equal(Reason.NotJudged, Of(ungraded, pilot).WhyNot);
        Assert.Equal(Reason.NotJudged, Of(pilot, ungraded).WhyNot);
        Assert.Equal(Reason.Pilot, Of(pilot).WhyNot);
        Assert.Null(Of(pilot, ungraded).Verdict);
    }

    [Fact]
    public void Where_some_of_several_differ_they_differ_however_many_there_are()
    {
        var meets = Agree.Said("red", 0, Standing.Meets, change: verdict => verdict.Name = "a");
        var fails = Agree.Said("red", 0, Standing.Fails, change: verdict => verdict.Name = "b");
        var failsToo = Agree.Said("red", 0, Standing.Fails, change: verdict => verdict.Name = "c");

        Assert.Equal((null, Reason.SeveralStandings), (Of(meets, fails).Verdict, Of(meets, fails).WhyNot));
        Assert.Equal(Reason.SeveralStandings, Of(meets, fails, failsToo).WhyNot);
        Assert.Equal(Reason.SeveralStandings, Of(fails, failsToo, meets).WhyNot);
        Assert.Same(fails, Of(failsToo, fails).Verdict);
    }
}
