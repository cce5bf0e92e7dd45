using Inspectorates.Gateway.Joint;
using Inspectorates.V1;
using static Inspectorates.V1.Grade.Types;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>Why a process is concluded as it is, to the letter.</summary>
public sealed class ConclusionWordsTests
{
    private static string Of(params SourceAnswer[] answers) => Make.View(answers).OnProcess().ConclusionReason;

    private static SourceAnswer Says(string keeper, Standing standing = Standing.Meets, string day = "2024-12-09", Action<Verdict>? change = null) =>
        Make.Answer(keeper, Make.Verdict(keeper, "1", standing, day, change));

    [Fact]
    public void Contradictions_are_counted()
    {
        Assert.Equal("1 contradiction between verdicts on it, listed under differences.", Of(Says("red"), Says("blue", Standing.Fails)));
        Assert.Equal("2 contradictions between verdicts on it, listed under differences.", Of(Says("red"), Says("blue", Standing.Fails), Says("green", Standing.Fails)));
    }

    [Fact]
    public void Divergences_are_counted() => Assert.Equal(
        "No contradiction, and 1 divergence between verdicts on it, listed under differences.",
        Of(Says("red"), Says("blue", Standing.Fails, change: verdict => verdict.Aspect = "recording")));

    [Fact]
    public void That_nothing_is_judged_is_said_and_who_is_missing()
    {
        Assert.Equal("Nothing is judged of it here.", Of(Make.Answer("red")));
        Assert.Equal(
            "Nothing is judged of it here, and The blue inspectorate and The green inspectorate, which judges it or may, gave no proper answer.",
            Of(Make.Answer("red"), Make.Missing("blue"), Make.Missing("green")));
        Assert.Equal(
            "It cannot be said whether the verdicts are at one, and The blue inspectorate, which judges it or may, gave no proper answer.",
            Of(Says("red"), Make.Missing("blue")));
    }

    [Fact]
    public void Of_several_that_agree_the_two_nearest_in_time_are_named() => Assert.Equal(
        "The red inspectorate and The green inspectorate both find it as expected or better, 1 day apart.",
        Of(Says("red"), Says("blue", day: "2024-11-09"), Says("green", day: "2024-12-10")));

    [Fact]
    public void That_one_alone_has_judged_it_or_several_too_far_apart_is_said()
    {
        Assert.Equal("Only The red inspectorate has judged it.", Of(Says("red")));
        Assert.Equal(
            "The blue inspectorate and The red inspectorate have judged it, but no two of them apart from one inspection and within 365 days of each "
            + "other, so that none confirms another.",
            Of(Says("red"), Says("blue", day: "2020-01-01")));
    }
}
