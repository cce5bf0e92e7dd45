using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>Whose records may tell something of an inspection: those that keep one of it, and those that took part.</summary>
internal static class Keepers
{
    /// <summary>Their codes, in order.</summary>
    public static IReadOnlyList<string> Of(JointInspectionRecord inspection) =>
    [
        .. inspection.Inspectorates
            .Concat(inspection.Participation.Where(part => part.State is Participation.Types.State.TookPart).Select(part => part.Inspectorate))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Those of whom it is not known what they have: their service was asked and could not be read, or a list of it could not be.</summary>
    /// <param name="answers">What each answered.</param>
    /// <param name="readings">What became of reading the lists that count, of a source that is shown.</param>
    public static HashSet<string> NotKnown(IEnumerable<SourceAnswer> answers, Func<SourceAnswer, IEnumerable<FurtherReading>> readings) =>
        [.. answers.Where(answer => !answer.IsShown || readings(answer).Contains(FurtherReading.NotKnown)).Select(answer => answer.Inspectorate)];
}
