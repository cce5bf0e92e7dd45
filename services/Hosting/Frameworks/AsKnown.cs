using Inspectorates.V1;
using static Inspectorates.V1.Framework.Types;
using Kind = Inspectorates.V1.FrameworkAnnouncement.Types.Kind;

namespace Inspectorates.Hosting.Frameworks;

/// <summary>A framework as it was known on a day: what was announced later takes no part. Pure.</summary>
internal static class AsKnown
{
    /// <summary>What was known of the framework by the end of the day; null: nothing, for it had not been announced.</summary>
    public static Framework? On(Framework recorded, DateOnly day)
    {
        var said = Announcements(recorded)
            .Where(one => KnownFrom(one) <= day)
            .OrderBy(KnownFrom).ThenBy(one => one.Kind)
            .ToList();
        var known = recorded.Clone();
        (known.State, known.PlannedStart, known.ActualStart, known.ActualEnd, known.Declared) = (State.Unspecified, null, null, null, null);
        known.Announcements.Clear();
        known.Announcements.Add(recorded.Announcements.Where(one => KnownFrom(one) <= day));
        foreach (var one in said)
            Take(known, one, day);
        if (known.State != State.ToBeDecided)
            known.Declared = null;
        // Of one of which only an end to come or a change was said, nothing is known to stand.
        return known.State == State.Unspecified ? null : known;
    }

    private static void Take(Framework known, FrameworkAnnouncement said, DateOnly day)
    {
        switch (said.Kind)
        {
            case Kind.Consulted:
                known.State = State.InConsultation;
                break;
            case Kind.Planned:
                (known.State, known.PlannedStart) = (State.Planned, said.Day?.Clone());
                break;
            case Kind.ToBeDecided:
                (known.State, known.Declared) = (State.ToBeDecided, said.Announced?.Clone());
                known.PlannedStart = new PlannedDate { Precision = PlannedDate.Types.Precision.ToBeDecided };
                break;
            case Kind.Began:
                (known.State, known.ActualStart) = (State.InForce, said.Day?.Clone());
                break;
            case Kind.Ended:
                known.ActualEnd = (said.Day ?? (known.State == State.InForce ? said.Announced : null))?.Clone();
                // An end announced beforehand is a date, not yet a state.
                if (said.Day.Last() is not { } last || last < day)
                    known.State = State.Ended;
                break;
        }
    }

    /// <summary>What is recorded as announced, and what only the framework's dates say.</summary>
    private static IEnumerable<FrameworkAnnouncement> Announcements(Framework recorded)
    {
        var kinds = recorded.Announcements.Select(one => one.Kind).ToHashSet();
        if (recorded.State == State.InConsultation && kinds.Count == 0)
            yield return new() { Kind = Kind.Consulted };
        if (recorded.State == State.ToBeDecided && !kinds.Contains(Kind.ToBeDecided))
            yield return new() { Kind = Kind.ToBeDecided, Announced = recorded.Declared };
        if (recorded.PlannedStart.First() is not null && !kinds.Contains(Kind.Planned))
            yield return new() { Kind = Kind.Planned, Day = recorded.PlannedStart };
        foreach (var one in recorded.Announcements)
            yield return one;
        var wasInForce = recorded.State == State.InForce || recorded.ActualStart is not null || recorded.ActualEnd is not null;
        if (wasInForce && !kinds.Contains(Kind.Began))
            yield return new() { Kind = Kind.Began, Announced = recorded.ActualStart, Day = recorded.ActualStart };
        if (recorded.ActualEnd is not null && !kinds.Contains(Kind.Ended))
            yield return new() { Kind = Kind.Ended, Announced = After(recorded.ActualEnd), Day = recorded.ActualEnd };
    }

    // That it was the last day is known once it is over.
    private static PlannedDate? After(PlannedDate end) => end.Last() is { } last
        ? new() { Day = Store.Days.Iso(last.AddDays(1)), Precision = PlannedDate.Types.Precision.Day }
        : null;

    private static DateOnly KnownFrom(FrameworkAnnouncement one) => one.Announced.First() ?? DateOnly.MinValue;
}
