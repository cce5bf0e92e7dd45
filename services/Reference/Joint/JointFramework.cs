namespace Inspectorates.Reference;

/// <summary>A framework under which several inspectorates inspect together and report once.</summary>
public sealed record JointFramework
{
    /// <summary>The framework's code: <c>jtai</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The framework in words.</summary>
    public required string Label { get; init; }

    /// <summary>The version: <c>2016-</c>.</summary>
    public required string Version { get; init; }

    /// <summary>When it came into force; known as precisely as <see cref="FromPrecision"/> says.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary><c>DAY</c>, <c>MONTH</c> (the first day of it is given) or <c>YEAR</c>.</summary>
    public required string FromPrecision { get; init; }

    /// <summary>Its last day; null: in force.</summary>
    public required DateOnly? InForceUntil { get; init; }

    /// <summary>As <see cref="FromPrecision"/>; null where it is in force.</summary>
    public required string? UntilPrecision { get; init; }

    /// <summary>Code of the inspectorate that leads and whose chief inspector makes the report.</summary>
    public required string LeadInspectorate { get; init; }

    /// <summary>
    /// Codes of the inspectorates that may take part, the lead first. Who did is a fact of each inspection.
    /// </summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>The power under which it is done.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>Address of the framework.</summary>
    public required string SourceUri { get; init; }

    /// <summary>The grades, outcomes before statements, each best first.</summary>
    public required IReadOnlyList<JointGrade> Grades { get; init; }

    /// <summary>The broad judgements, the headline first; none where the report makes findings only.</summary>
    public required IReadOnlyList<JointJudgement> Judgements { get; init; }

    /// <summary>The line it is of: frameworks of one line take each other's place. Null: none but its own.</summary>
    public required string? Line { get; init; }

    /// <summary>What was said of it and when, oldest first; none where only its dates are recorded.</summary>
    public required IReadOnlyList<JointAnnouncement> Announcements { get; init; }

    /// <summary>The themes it looked at, oldest first; none where it has none.</summary>
    public required IReadOnlyList<JointTheme> Themes { get; init; }
}

/// <summary>Something said of a joint framework, or that happened to it.</summary>
/// <param name="Kind"><c>CONSULTED</c>, <c>PLANNED</c>, <c>TO_BE_DECIDED</c>, <c>BEGAN</c>, <c>CHANGED</c> or <c>ENDED</c>.</param>
/// <param name="Announced">When it was said.</param>
/// <param name="AnnouncedPrecision"><c>DAY</c>, <c>MONTH</c> or <c>YEAR</c>.</param>
/// <param name="Day">The day it is about; null: none.</param>
/// <param name="DayPrecision">As that of <paramref name="Announced"/>; null where there is no day.</param>
/// <param name="Text">It in one sentence.</param>
/// <param name="SourceUri">Where it is said.</param>
/// <param name="IsUnverified">Whether it was not read in a primary source.</param>
public sealed record JointAnnouncement(
    string Kind, DateOnly Announced, string AnnouncedPrecision, DateOnly? Day, string? DayPrecision, string Text, string SourceUri,
    bool IsUnverified);

/// <summary>A theme of a joint framework.</summary>
/// <param name="Label">The theme in the letters' words.</param>
/// <param name="Start">The first fieldwork known on it.</param>
/// <param name="StartPrecision"><c>DAY</c>, <c>MONTH</c> or <c>YEAR</c>.</param>
/// <param name="End">The last fieldwork known on it; null: it may go on.</param>
/// <param name="EndPrecision">As that of <paramref name="Start"/>; null where there is no end.</param>
/// <param name="IsUnverified">Whether it was not read in a primary source.</param>
public sealed record JointTheme(
    string Label, DateOnly Start, string StartPrecision, DateOnly? End, string? EndPrecision, bool IsUnverified);

/// <summary>A broad judgement of a joint framework, on the partnership.</summary>
/// <param name="Code">The judgement's code: <c>inspection-outcome</c>.</param>
/// <param name="Label">The words printed above it.</param>
/// <param name="Processes">Codes of the processes it covers.</param>
/// <param name="Note">Why those.</param>
public sealed record JointJudgement(string Code, string Label, IReadOnlyList<string> Processes, string Note);

/// <summary>A grade of a joint framework, or a category of its report that is treated as one.</summary>
/// <param name="Code">The grade's code: <c>area-for-priority-action</c>.</param>
/// <param name="Label">The exact words.</param>
/// <param name="Standing"><c>EXCEEDS</c>, <c>MEETS</c>, <c>MIXED</c>, <c>FALLS_SHORT</c>, <c>FAILS</c> or <c>NOT_JUDGED</c>.</param>
/// <param name="Kind"><c>outcome</c>: of the inspection as a whole; <c>statement</c>: of one finding in the report.</param>
/// <param name="Section">The key of the letter's section it comes from (<c>needs_to_improve</c>); null: none.</param>
/// <param name="Note">Where the words come from.</param>
public sealed record JointGrade(string Code, string Label, string Standing, string Kind, string? Section, string Note);
