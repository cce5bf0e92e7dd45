namespace Inspectorates.Hosting.Settings;

/// <summary>The ladder by which concerns are escalated.</summary>
/// <param name="Steps">Who holds a concern, the first to hold it first, and for how many working days at most. At least one.</param>
/// <param name="Immediate">Within how long a concern on the immediate route is to be dealt with, from when it is raised.</param>
internal sealed record EscalationSettings(IReadOnlyList<LadderRung> Steps, TimeSpan Immediate);

/// <summary>A step of the ladder.</summary>
/// <param name="Holder">The role that holds a concern on it, such as <c>director</c>; never a person.</param>
/// <param name="WorkingDays">How many working days it may be held there. At least 1.</param>
internal sealed record LadderRung(string Holder, int WorkingDays);
