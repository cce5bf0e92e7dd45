using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>
/// Which verdicts a profile weighs, and for whom. Nothing that is set aside from comparing is ever weighed: not judged,
/// withdrawn, pilots, hearsay only.
/// </summary>
internal sealed class WeighedVerdicts(Profile profile, Catalogue catalogue)
{
    private readonly Dictionary<string, string> stages =
        catalogue.Processes.ToDictionary(process => process.Code, process => process.JourneyStage);

    /// <summary>The verdicts that are weighed.</summary>
    public IReadOnlyList<Verdict> Select(IReadOnlyList<Comparand> comparands) => profile.Selection switch
    {
        WeightProfile.Types.Selection.LatestBroadJudgements =>
            [.. comparands.Where(comparand => comparand.SpeaksToday && IsOfKind(comparand)).Select(comparand => comparand.Verdict)],
        _ =>
        [
            .. comparands
                .Where(comparand => !comparand.IsSetAside && IsOfKind(comparand))
                .GroupBy(comparand => (
                    comparand.Verdict.Inspectorate,
                    comparand.Authors,
                    comparand.Verdict.Process,
                    comparand.Aspect,
                    Subjects.Key(comparand.Verdict)))
                .SelectMany(Latest),
        ],
    };

    /// <summary>Whether it is of the kind the profile weighs, whether or not it is set aside.</summary>
    public bool IsOfKind(Comparand comparand) =>
        (profile.JointFindings || !comparand.Authors.IsJoint)
        && (profile.Selection is WeightProfile.Types.Selection.LatestBroadJudgements
            ? comparand.IsBroad
            : !comparand.IsBroad && stages.ContainsKey(comparand.Verdict.Process) && IsChosen(comparand.Verdict.Process));

    /// <summary>Whether the profile weighs verdicts on the process.</summary>
    public bool IsChosen(string process) => profile.Processes.Count == 0 || profile.Processes.Contains(process);

    /// <summary>Code of the inspectorate or stage for which it is weighed.</summary>
    public string PartOf(Verdict verdict) =>
        profile.WeighedBy is WeightProfile.Types.WeighedBy.JourneyStage ? stages[verdict.Process] : verdict.Inspectorate;

    // All of the latest day: one report may say several things of one matter.
    private static IEnumerable<Verdict> Latest(IEnumerable<Comparand> ofOneMatter)
    {
        var byDay = ofOneMatter.ToLookup(comparand => Days.OrderingDay(comparand.Verdict) ?? DateOnly.MinValue);
        return byDay[byDay.Max(day => day.Key)].Select(comparand => comparand.Verdict);
    }
}
