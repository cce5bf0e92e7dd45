namespace Inspectorates.Gateway.Joint;

/// <summary>The parameters by which two verdicts are held against each other.</summary>
/// <param name="WindowDays">
/// Verdicts further apart than this many days are not held against each other: what they differ in may be time. 0 or more.
/// </param>
/// <param name="StrongSteps">
/// How many steps apart on the axis exceeds, meets, mixed, falls short, fails make a contradiction strong: 1 to 4.
/// </param>
public sealed record DifferenceOptions(int WindowDays = 365, int StrongSteps = 3);
