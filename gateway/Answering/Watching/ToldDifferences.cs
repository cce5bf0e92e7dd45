using System.Security.Cryptography;
using Google.Protobuf;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Answering.Watching;

/// <summary>
/// What a stream has told, as far as telling what changes needs to know: of each difference a digest of its form, where it
/// is and whose verdicts it cites.
/// </summary>
internal sealed class ToldDifferences
{
    private readonly Dictionary<string, Told> told = [];

    /// <summary>Takes the difference as told.</summary>
    /// <returns>Whether it is new, or has another form than when last told.</returns>
    public bool Take(Difference difference)
    {
        var digest = Digest(difference);
        if (told.TryGetValue(difference.Id, out var before) && before.Digest == digest)
            return false;
        told[difference.Id] = new(
            digest, difference.Area, [.. difference.Verdicts.Select(verdict => verdict.Name)],
            [.. difference.Verdicts.Select(verdict => string.Intern(verdict.Inspectorate))]);
        return true;
    }

    /// <summary>Takes the difference as told before, unless another form has been told since.</summary>
    public void Recall(Difference difference)
    {
        if (!told.ContainsKey(difference.Id))
            Take(difference);
    }

    /// <summary>Areas in which a difference that was told cites one of the verdicts.</summary>
    public IEnumerable<string> AreasOf(IReadOnlySet<string> verdicts) =>
        told.Values.Where(one => one.Verdicts.Any(verdicts.Contains)).Select(one => one.Area).Distinct();

    /// <summary>Forgets those of the areas that are no more.</summary>
    /// <param name="isLookedIn">Whether an area was looked in.</param>
    /// <param name="present">Ids of those that are.</param>
    /// <param name="answered">
    /// Whether an inspectorate answered properly. What one that did not would have said is not known, and ends nothing.
    /// </param>
    public IReadOnlyList<EndedDifference> End(
        Func<string, bool> isLookedIn, IReadOnlySet<string> present, Func<string, bool> answered)
    {
        var ended = told
            .Where(one => isLookedIn(one.Value.Area) && !present.Contains(one.Key) && one.Value.Keepers.All(answered))
            .Select(one => new EndedDifference { Id = one.Key, Area = one.Value.Area })
            .OrderBy(one => one.Id, StringComparer.Ordinal)
            .ToList();
        ended.ForEach(one => told.Remove(one.Id));
        return ended;
    }

    // Verdicts grow older by the day, and differences are open for longer, without anything having changed.
    private static UInt128 Digest(Difference difference)
    {
        var ageless = difference.Clone();
        (ageless.DaysOpen, ageless.StateExplanation) = (0, "");
        foreach (var verdict in ageless.Verdicts.Concat(ageless.ResolvedBy))
            verdict.AgeDays = 0;
        foreach (var party in ageless.Parties)
            party.Explanation = "";
        foreach (var position in ageless.Positions)
            position.DaysToBeDecided = 0;
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(ageless.ToByteArray()));
    }

    private readonly record struct Told(UInt128 Digest, string Area, string[] Verdicts, string[] Keepers);
}
