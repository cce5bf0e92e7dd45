using Google.Protobuf.WellKnownTypes;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>
/// A scripted inspectorate's record as services keep it: what is published is in its lists and in its changes, and is
/// answered for an instant of the past.
/// </summary>
public sealed class ScriptedRecord
{
    private readonly ScriptedInspectorate inspectorate;
    private readonly List<(DateTimeOffset At, Verdict[] Held)> past = [(DateTimeOffset.MinValue, [])];
    private DateTimeOffset now = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public ScriptedRecord(ScriptedInspectorate inspectorate)
    {
        this.inspectorate = inspectorate;
        inspectorate.Then = instant => past.Last(one => one.At <= instant).Held;
    }

    /// <summary>Verdicts become public together; one of a name that is there takes its place, one withdrawn its leave.</summary>
    public void Publish(params Verdict[] verdicts)
    {
        now += TimeSpan.FromMinutes(1);
        foreach (var verdict in verdicts)
        {
            var published = verdict.Clone();
            published.RecordedAt = Timestamp.FromDateTimeOffset(now);
            published.Revision = 1 + (inspectorate.Verdicts.Find(held => held.Name == verdict.Name)?.Revision ?? 0);
            inspectorate.Verdicts.RemoveAll(held => held.Name == verdict.Name);
            if (published.State is not Verdict.Types.State.Withdrawn)
                inspectorate.Verdicts.Add(published);
            past.Add((now, [.. inspectorate.Verdicts]));
            inspectorate.Log.Add(published);
        }
    }

    public void Withdraw(Verdict verdict)
    {
        var tombstone = verdict.Clone();
        tombstone.State = Verdict.Types.State.Withdrawn;
        Publish(tombstone);
    }
}
