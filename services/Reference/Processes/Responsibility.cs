namespace Inspectorates.Reference;

/// <summary>What a kind of agency has to do with a process.</summary>
public enum ResponsibilityRole
{
    /// <summary>A statute lays the duty on it, alone or with others.</summary>
    DutyHolder,

    /// <summary>It leads, by guidance or practice, alone or with others.</summary>
    Lead,

    /// <summary>It takes part; others decide.</summary>
    Contributes,

    /// <summary>It is told.</summary>
    Informed,
}

/// <summary>What a kind of agency has to do with a process, and from when to when.</summary>
/// <param name="Process">Code of the process.</param>
/// <param name="Role">What it has to do with it.</param>
/// <param name="Kind">Code of the agency kind, or <see cref="Responsibilities.Each"/>: every agency, for its own part.</param>
/// <param name="From">The first day; null: since before the table begins.</param>
/// <param name="Until">The last day; null: still.</param>
/// <param name="LegalReference">Statute or guidance it follows from; null: practice, none recorded.</param>
/// <param name="Verified">Whether that was read in the statute or guidance itself.</param>
/// <param name="Note">What more is to be said, in words; null: nothing.</param>
public sealed record Responsibility(
    string Process, ResponsibilityRole Role, string Kind, DateOnly? From, DateOnly? Until, string? LegalReference, bool Verified,
    string? Note)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (Until is null || day <= Until);
}
