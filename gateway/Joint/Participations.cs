using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>
/// Who took part in an inspection, from all records of it. A record that knows beats one that does not; an inspectorate's
/// word about itself beats another's; what conflicts is said.
/// </summary>
internal static class Participations
{
    public static (IReadOnlyList<Participation> Merged, IReadOnlyList<string> Conflicts) Merge(
        IReadOnlyList<Inspection> records, Descriptions descriptions)
    {
        var merged = new List<Participation>();
        var conflicts = new List<string>();
        var said = records
            .SelectMany(record => record.Participation.Select(participation => (By: record.Inspectorate, participation)))
            .GroupBy(pair => pair.participation.Inspectorate)
            .OrderBy(about => about.Key, StringComparer.Ordinal);
        foreach (var about in said)
        {
            var known = about.Where(pair => IsKnown(pair.participation.State)).ToList();
            var best = known.Concat(about)
                .OrderByDescending(pair => IsKnown(pair.participation.State))
                .ThenByDescending(pair => pair.By == about.Key)
                .ThenBy(pair => pair.By, StringComparer.Ordinal)
                .First().participation;
            merged.Add(best.Clone());
            if (known.Select(pair => pair.participation.State).Distinct().Count() > 1)
                conflicts.Add($"The records differ on whether {descriptions.Label(about.Key)} took part: "
                    + $"{Words.List(known.Select(pair => $"{descriptions.Label(pair.By)} has \"{In(pair.participation.State)}\"").Distinct())}.");
        }

        return (merged, conflicts);
    }

    public static bool IsKnown(Participation.Types.State state) =>
        state is not (Participation.Types.State.Unknown or Participation.Types.State.Unspecified);

    public static string In(Participation.Types.State state) => state switch
    {
        Participation.Types.State.TookPart => "took part",
        Participation.Types.State.NotInScope => "not in scope",
        Participation.Types.State.Withdrew => "withdrew",
        Participation.Types.State.NotParticipating => "not participating",
        _ => "not known",
    };
}
