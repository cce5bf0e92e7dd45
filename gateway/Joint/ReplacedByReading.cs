using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>
/// Coding by rule gives way to coding by reading: where any inspectorate keeps a verdict read from an inspection's
/// report on a process, what a rule made of the same report and process is left out, whoever keeps it.
/// </summary>
internal static class ReplacedByReading
{
    /// <summary>Parts verdicts into those that stay, in their order, and those that give way.</summary>
    public static (IReadOnlyList<Verdict> Kept, IReadOnlyList<Verdict> Replaced) Part(IReadOnlyList<Verdict> verdicts)
    {
        var read = verdicts
            .Where(verdict => verdict.Coding is Verdict.Types.Coding.ByReading)
            .Where(HasInspectionAndProcess)
            .Select(verdict => (verdict.InspectionKey, verdict.Process))
            .ToHashSet();
        var parts = verdicts.ToLookup(verdict =>
            verdict.Coding is Verdict.Types.Coding.ByRule
            && HasInspectionAndProcess(verdict)
            && read.Contains((verdict.InspectionKey, verdict.Process)));
        return ([.. parts[false]], [.. parts[true]]);
    }

    private static bool HasInspectionAndProcess(Verdict verdict) =>
        verdict.InspectionKey.Length > 0 && verdict.Process.Length > 0;
}
