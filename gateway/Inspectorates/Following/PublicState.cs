using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>
/// What the public changes of one inspectorate have come to, area by area: for each area a digest over the changes that
/// touched it, in their order. Whoever has read the same changes has the same digests, whenever and in how many goes.
/// Memory grows with the public records, not with the changes.
/// See docs/decisions/0060-the-version-of-an-area.md.
/// </summary>
internal sealed class PublicState(string inspectorate)
{
    private static readonly byte[] Untouched = [];

    private readonly Lock gate = new();
    private readonly Dictionary<string, string[]> footprints = [];
    private readonly Dictionary<string, byte[]> digests = [];
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

    /// <summary>Everything that was public is taken in, and what becomes public will come.</summary>
    public void Follow()
    {
        lock (gate)
            followed = true;
    }

    /// <summary>What becomes public may be missed from now on. Whether it was followed until now.</summary>
    public bool Lose()
    {
        lock (gate)
            return followed && !(followed = false);
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
        }
    }

    /// <summary>Takes in the change that follows the last one.</summary>
    /// <exception cref="InvalidAnswerException">It is no change of this inspectorate's record.</exception>
    public void Take(Change change)
    {
        var (name, revision, footprint) = change.RecordCase switch
        {
            Change.RecordOneofCase.Verdict => (change.Verdict.Name, change.Verdict.Revision, change.Verdict.Footprint),
            Change.RecordOneofCase.Inspection => (change.Inspection.Name, change.Inspection.Revision, change.Inspection.Footprint),
            // A kind of record that is newer than this gateway, which shows none of that kind.
            _ => ("", 0, null),
        };
        if (change.Cursor.Length == 0)
            throw new InvalidAnswerException("Its service gave a change without a cursor.");
        if (name.Length > 0 && !name.StartsWith($"inspectorates/{inspectorate}/", StringComparison.Ordinal))
            throw new InvalidAnswerException("Its service gave a change of another inspectorate's record.");

        lock (gate)
        {
            if (name.Length > 0)
                Touch(name, revision, [.. footprint?.Areas.Distinct() ?? []]);
            Cursor = change.Cursor;
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
    private void Touch(string name, int revision, string[] areas)
    {
        foreach (var area in footprints.GetValueOrDefault(name, []).Union(areas))
            digests[area] = SHA256.HashData(
                [.. digests.GetValueOrDefault(area, Untouched), .. Encoding.UTF8.GetBytes($"{name}\n{revision}")]);
        footprints[name] = [.. areas.Select(string.Intern)];
    }
}
