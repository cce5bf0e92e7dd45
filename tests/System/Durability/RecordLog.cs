using Google.Protobuf;
using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Durability;

/// <summary>The log as a reader gets it from the beginning, and what must hold of it.</summary>
internal static class RecordLog
{
    public static async Task<List<Change>> ReadAsync(RecordService service, Metadata? metadata)
    {
        var changes = new List<Change>();
        var cursor = "";
        while (true)
        {
            var page = await service.Changes.ListChangesAsync(new ListChangesRequest { Cursor = cursor, PageSize = 500 }, metadata);
            if (page.Changes.Count == 0)
                return changes;
            changes.AddRange(page.Changes);
            cursor = page.Cursor;
        }
    }

    /// <summary>
    /// What was acknowledged is in the log, what is in the log was attempted, each effect is there once, and what was given up
    /// is there whole or not at all.
    /// </summary>
    public static void HoldsWhatWasPromised(IReadOnlyList<Change> log, Journal journal)
    {
        var stored = log.GroupBy(change => EffectOf(change.Verdict)).ToDictionary(group => group.Key, group => group.ToList());
        var twice = stored.Where(effect => effect.Value.Count > 1).Select(effect => effect.Key).ToList();
        Assert.True(twice.Count == 0, $"{twice.Count} effects happened more than once: {string.Join(", ", twice.Take(5))}");

        var lost = journal.Acknowledged.SelectMany(write => write.Effects).Where(effect => !stored.ContainsKey(effect)).ToList();
        Assert.True(lost.Count == 0, $"{lost.Count} effects were acknowledged and lost: {string.Join(", ", lost.Take(5))}");

        var attempted = journal.Attempted.SelectMany(write => write.Effects).ToHashSet();
        Assert.All(stored.Keys, effect => Assert.Contains(effect, attempted));

        Assert.All(journal.Attempted, write => Assert.True(
            write.Effects.All(stored.ContainsKey) || !write.Effects.Any(stored.ContainsKey), $"{write.RequestId} happened in part"));
        Assert.All(journal.Acknowledged, write => Assert.Equal(
            Identities(write.Answer!), write.Effects.Select(effect => Identity(stored[effect].Single().Verdict))));
    }

    private static (string Name, int Revision, string Etag) Identity(Verdict verdict) => (verdict.Name, verdict.Revision, verdict.Etag);

    // Writers put their request's id where each kind of write has room for words.
    private static string EffectOf(Verdict verdict) =>
        verdict.State == Verdict.Types.State.Withdrawn ? verdict.RevisionReason : verdict.Text;

    private static IEnumerable<(string Name, int Revision, string Etag)> Identities(IMessage answer) => answer switch
    {
        RecordVerdictResponse one => [Identity(one.Verdict)],
        BatchRecordVerdictsResponse several => several.Verdicts.Select(Identity),
        SupersedeVerdictResponse newer => [Identity(newer.Verdict)],
        WithdrawVerdictResponse back => [Identity(back.Verdict)],
        _ => throw new InvalidOperationException(answer.Descriptor.Name),
    };
}
