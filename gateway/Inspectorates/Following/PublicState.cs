using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>
/// What the public changes of one inspectorate have come to, area by area: for each area a digest over the changes that
/// touched it, in their order. Whoever has read the same changes has the same digests, whenever and in how many goes.
/// Memory grows with the public records, not with the changes.
/// See docs/decisions/0060-the-version-of-an-area.md.
/// </summary>
internal sealed class PublicState(string inspectorate) : IFollowedChanges
{
    private static readonly byte[] Untouched = [];

    private readonly Lock gate = new();
    private readonly Dictionary<string, string[]> footprints = [];
    private readonly Dictionary<string, byte[]> digests = [];
    private readonly List<IChangesHeard> listeners = [];
    private Timestamp? recordedAt;
    private bool followed;

    public string Inspectorate => inspectorate;

    /// <summary>Where the last change taken in ends; empty: none yet. Touched by the follower alone.</summary>
    public string Cursor { get; private set; } = "";

    /// <summary>Whether everything that became public is taken in up to now.</summary>
    public bool IsFollowed
    {
        get
        {
            lock (gate)
                return followed;
        }
    }

    /// <summary>Tells the listener what is heard from now on, until it is disposed of.</summary>
    /// <returns>Where it begins to be told, and whether everything is followed now.</returns>
    public (IDisposable Subscription, string Cursor, Timestamp? RecordedAt, bool IsFollowed) Subscribe(IChangesHeard listener)
    {
        lock (gate)
        {
            listeners.Add(listener);
            return (new Subscription(this, listener), Cursor, recordedAt, followed);
        }
    }

    /// <summary>Everything that was public is taken in, and what becomes public will come.</summary>
    public void Follow()
    {
        lock (gate)
        {
            if (!followed)
                listeners.ForEach(listener => listener.Follow());
            followed = true;
        }
    }

    /// <summary>What becomes public may be missed from now on. Whether it was followed until now.</summary>
    public bool Lose(Exception why)
    {
        lock (gate)
        {
            if (followed)
                listeners.ForEach(listener => listener.Lose(why));
            return followed && !(followed = false);
        }
    }

    /// <summary>Forgets everything: the changes are read again from the first.</summary>
    public void Begin()
    {
        lock (gate)
        {
            followed = false;
            footprints.Clear();
            digests.Clear();
            Cursor = "";
            recordedAt = null;
            listeners.ForEach(listener => listener.Begin());
        }
    }

    /// <summary>Takes in the change that follows the last one.</summary>
    /// <exception cref="InvalidAnswerException">It is no change of this inspectorate's record.</exception>
    public void Take(Change change)
    {
        var record = ChangedRecord.Of(inspectorate, change);
        lock (gate)
        {
            string[] touched = record.Name.Length > 0
                ? [.. footprints.GetValueOrDefault(record.Name, []).Union(record.Areas)]
                : [];
            if (record.Name.Length > 0)
                Touch(record, touched);
            Cursor = change.Cursor;
            recordedAt = record.RecordedAt ?? recordedAt;
            listeners.ForEach(listener => listener.Hear(change, record, touched));
        }
    }

    /// <summary>The digest of what is public about the area; empty: nothing ever was.</summary>
    /// <returns>Whether it is known up to now.</returns>
    public bool TryGet(string area, [NotNullWhen(true)] out byte[]? digest)
    {
        lock (gate)
        {
            digest = followed ? digests.GetValueOrDefault(area, Untouched) : null;
            return followed;
        }
    }

    // A record that moves is gone from where it was as well as new where it is.
    private void Touch(ChangedRecord record, string[] touched)
    {
        foreach (var area in touched)
            digests[area] = SHA256.HashData(
                [.. digests.GetValueOrDefault(area, Untouched), .. Encoding.UTF8.GetBytes($"{record.Name}\n{record.Revision}")]);
        footprints[record.Name] = [.. record.Areas.Select(string.Intern)];
    }

    private sealed class Subscription(PublicState state, IChangesHeard listener) : IDisposable
    {
        public void Dispose()
        {
            lock (state.gate)
                state.listeners.Remove(listener);
        }
    }
}
