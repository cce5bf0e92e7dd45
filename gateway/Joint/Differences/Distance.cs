using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>How far apart in time two verdicts are, and by what that was measured.</summary>
/// <param name="Days">Days between; 0 where they overlap or where nothing is known.</param>
/// <param name="Basis">Unspecified: neither fieldwork nor publication of both is known.</param>
internal readonly record struct Distance(int Days, Difference.Types.DistanceBasis Basis)
{
    public bool IsKnown => Basis is not Difference.Types.DistanceBasis.Unspecified;

    public static Distance Between(Comparand one, Comparand other)
    {
        if (one.Fieldwork is { } fieldwork && other.Fieldwork is { } otherFieldwork)
            return new Distance(fieldwork.DaysTo(otherFieldwork), Difference.Types.DistanceBasis.Fieldwork);
        // The day a verdict without a date was placed at is not its publication: it is never measured from.
        if (one.Published is { } day && other.Published is { } otherDay)
            return new Distance(
                Math.Abs(day.DayNumber - otherDay.DayNumber), Difference.Types.DistanceBasis.Publication);
        return default;
    }

    /// <summary>Whether they are known to be further apart than the window.</summary>
    public bool IsBeyond(int windowDays) => IsKnown && Days > windowDays;

    /// <summary>Whether they are known to be within the window.</summary>
    public bool IsWithin(int windowDays) => IsKnown && Days <= windowDays;
}
