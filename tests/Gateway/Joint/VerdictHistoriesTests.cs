using Inspectorates.Gateway.Joint;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint;

/// <summary>The history of a verdict: what it is about, in whose words, and when its keeper's answer cannot be used.</summary>
public sealed class VerdictHistoriesTests
{
    private const string Name = "inspectorates/red/verdicts/1";
    private const string Fictional = "This is fictional: it is made up for worked examples, and nothing about it is a fact.";

    private static global::Inspectorates.Joint.V1.VerdictHistory Of(Action<Verdict>? change = null, DateTimeOffset? recorded = null, string word = "judgement", params string[] areas)
    {
        var answer = Make.Answer("red", Make.Verdict("red", "1", change: verdict =>
        {
            if (areas.Length > 0)
                verdict.Footprint = new Footprint { Areas = { areas } };
            change?.Invoke(verdict);
        }));
        answer.Description!.WordForVerdict = word;
        return VerdictHistories.Compose(Name, recorded, answer, Make.Catalogue);
    }

    [Fact]
    public void It_says_in_its_keepers_words_what_it_is_about()
    {
        var history = Of();

        Assert.Equal(
            (Name, "red", "The red inspectorate", "judgement", "frame framework", "Strategy discussion / strategy meeting"),
            (history.Name, history.Inspectorate, history.Label, history.WordForVerdict, history.FrameworkLabel, history.About));
        Assert.Equal(Make.Verdict("red", "1"), Assert.Single(history.Revisions));
        Assert.Empty(history.Notices);
        Assert.Equal("verdict", Of(word: "").WordForVerdict);
        Assert.Equal("unknown", Of(verdict => verdict.Framework = "unknown").FrameworkLabel);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("", "overall", "The overall question")]
    [InlineData("", "unheard-of", "unheard-of")]
    [InlineData("icpc", "", "Initial child protection conference")]
    public void It_is_about_a_process_or_a_broad_judgement_or_nothing_known(string process, string judgement, string about) =>
        Assert.StartsWith(about, Of(verdict => (verdict.Process, verdict.Judgement) = (process, judgement)).About, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_made_up_where_nothing_is_known() => Assert.Equal("", Of(verdict => verdict.Process = "").About);

    [Fact]
    public void What_is_fictional_and_what_is_of_the_past_is_said()
    {
        var instant = new DateTimeOffset(2025, 5, 1, 9, 30, 0, TimeSpan.Zero);

        Assert.Equal([Fictional], Of(areas: "X01").Notices);
        Assert.Equal([Fictional], Of(areas: ["926", "X01"]).Notices);
        Assert.Empty(Of(verdict => verdict.Footprint = null).Notices);
        Assert.Equal([Notices.RecordedAsOf(instant)], Of(recorded: instant).Notices);
    }

    [Fact]
    public void One_fictional_version_is_enough()
    {
        var answer = Make.Answer("red", Make.Verdict("red", "1"), Make.Verdict("red", "1", change: verdict => verdict.Footprint = new Footprint { Areas = { "X02" } }));

        Assert.Equal([Fictional], VerdictHistories.Compose(Name, null, answer, Make.Catalogue).Notices);
    }

    [Fact]
    public void A_revision_of_another_verdict_or_of_a_state_not_known_or_none_at_all_is_a_fault()
    {
        Verdict Changed(Action<Verdict> change) => Make.Verdict("red", "1", change: change);

        Assert.Empty(VerdictHistories.Faults(Name, "red", [Changed(_ => { }), Changed(verdict => verdict.Revision = 2)]));
        Assert.Equal([$"{Name} is there and has no revision."], VerdictHistories.Faults(Name, "red", []));
        Assert.Equal([$"A revision of {Name} is of another verdict."], VerdictHistories.Faults(Name, "red", [Changed(verdict => verdict.Name = "inspectorates/red/verdicts/2")]));
        Assert.Equal([$"A revision of {Name} is of another verdict."], VerdictHistories.Faults(Name, "red", [Changed(verdict => verdict.Inspectorate = "blue")]));
        Assert.Equal([$"A revision of {Name} is in a state that is not known here."], VerdictHistories.Faults(Name, "red", [Changed(verdict => verdict.State = (Verdict.Types.State)42)]));
    }
}
