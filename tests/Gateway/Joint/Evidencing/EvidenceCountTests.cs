using Inspectorates.Joint.V1;
using Inspectorates.V1;
using Type = Inspectorates.V1.Evidence.Types.Type;

namespace Inspectorates.Gateway.Tests.Joint.Evidencing;

/// <summary>How much evidence the verdicts on a process rest on, as the reader may see it.</summary>
public sealed class EvidenceCountTests
{
    private static ProcessView Process(params Verdict[] verdicts) => Make
        .View([.. verdicts.GroupBy(verdict => verdict.Inspectorate).Select(own => Make.Answer(own.Key, [.. own]))])
        .Processes.Single(process => process.Process == Make.Process);

    private static Verdict Resting(string keeper, string id, params Evidence[] evidence) =>
        Make.Verdict(keeper, id, change: verdict => verdict.Evidence.Add(evidence));

    [Fact]
    public void Types_are_counted_for_each_inspectorate()
    {
        var process = Process(
            Resting("red", "1", new Evidence { Type = Type.TrackedChild, Count = 6 }, new Evidence { Type = Type.ChildsVoice, Count = 9 }),
            Resting("red", "2", new Evidence { Type = Type.TrackedChild, Count = 10 }),
            Resting("blue", "1", new Evidence { Type = Type.LeaderInterview, NotCounted = true }));

        Assert.Equal(
            [("blue", Type.LeaderInterview, 1, 0, true), ("red", Type.TrackedChild, 2, 16, false), ("red", Type.ChildsVoice, 1, 9, false)],
            process.Evidence.Select(one => (one.Inspectorate, one.Type, one.Verdicts, one.Count, one.NotCounted)));
    }

    [Fact]
    public void No_sum_is_told_of_which_a_part_is_withheld()
    {
        var count = Assert.Single(Process(
            Resting("red", "1", new Evidence { Type = Type.TrackedChild, Suppressed = true }),
            Resting("red", "2", new Evidence { Type = Type.TrackedChild, Count = 40 })).Evidence);

        Assert.Equal((0, true, "children followed through all agencies: c"), (count.Count, count.Suppressed, count.Words));
    }

    [Fact]
    public void A_sum_is_at_least_as_large_as_the_largest_count_that_may_be_told() =>
        Assert.All(
            Process(
                Resting("red", "1", new Evidence { Type = Type.TrackedChild, Count = int.MaxValue }),
                Resting("red", "2", new Evidence { Type = Type.TrackedChild, Count = 6 })).Evidence,
            count => Assert.Equal(int.MaxValue, count.Count));

    [Fact]
    public void Where_no_child_was_heard_each_inspectorate_is_named_and_no_evidence_is_not_the_same_as_no_voice()
    {
        var process = Process(
            Resting("red", "1", new Evidence { Type = Type.LeaderInterview, Count = 8 }, new Evidence { Type = Type.ChildsVoice, Count = 0 }),
            Make.Verdict("blue", "1"),
            Resting("green", "1", new Evidence { Type = Type.ChildsVoice, Suppressed = true }));

        Assert.Equal(2, process.ChildsVoice.Count);
        Assert.Contains("records no evidence with its verdicts here", process.ChildsVoice[0], StringComparison.Ordinal);
        Assert.Contains("No child\u2019s voice is recorded", process.ChildsVoice[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_without_verdicts_says_nothing_of_it() =>
        Assert.All(
            Make.View(Make.Answer("red", Make.Verdict("red", "1"))).Processes.Where(process => process.Verdicts.Count == 0),
            process => Assert.Empty(process.ChildsVoice));
}
