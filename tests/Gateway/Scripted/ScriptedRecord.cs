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
            foreach (var replaced in inspectorate.Verdicts.Where(held => held.Name == verdict.Name).Select(held => held.Clone()))
            {
                replaced.State = Verdict.Types.State.Superseded;
                inspectorate.Earlier.Add(replaced);
            }

            inspectorate.Verdicts.RemoveAll(held => held.Name == verdict.Name);
            if (published.State is not Verdict.Types.State.Withdrawn)
                inspectorate.Verdicts.Add(published);
            past.Add((now, [.. inspectorate.Verdicts]));
            inspectorate.Log.Add(published);
        }
    }

    /// <summary>A party's position on a difference becomes known, or shown.</summary>
    public void Say(Position position)
    {
        now += TimeSpan.FromMinutes(1);
        (inspectorate.Positions ??= []).RemoveAll(held => held.Name == position.Name && held.Revision == position.Revision);
        inspectorate.Positions.Add(position.Clone());
        inspectorate.Log.Add(position);
    }

    public void Withdraw(Verdict verdict)
    {
        var tombstone = verdict.Clone();
        tombstone.State = Verdict.Types.State.Withdrawn;
        Publish(tombstone);
    }
}
