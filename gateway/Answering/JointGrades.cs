using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Grades;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>How often each grade was given, over all areas.</summary>
internal sealed class JointGrades(JointViews views, InspectorateSources sources, TimeProvider time)
{
    /// <summary>The distributions the filters ask for.</summary>
    /// <exception cref="RefusedException">A filter is wrong, or no inspectorate answered.</exception>
    public async Task<GetGradeDistributionResponse> GetAsync(
        GetGradeDistributionRequest request, Caller caller, CancellationToken cancelled)
    {
        AreaFilters.CheckProcess(request.Process);
        AreaFilters.CheckInspectorate("inspectorate", request.Inspectorate, sources.Codes);
        if (request.Process.Length > 0 && request.Judgement.Length > 0)
            throw new RefusedException(
                ErrorReason.FieldsInconsistent, "A verdict is on a process or a broad judgement: give process or judgement, not both.")
            { Field = "judgement" };
        var asOf = LondonDay.Read(request.AsOf, time);
        var (from, to) = AreaFilters.Period(request.From, request.To);
        var question = new GradeQuestion
        {
            Areas = AreaFilters.InRegion(request.Region).Select(area => area.Code).ToHashSet(),
            Inspectorate = request.Inspectorate,
            Framework = request.Framework,
            Judgement = request.Judgement,
            Process = request.Process,
            From = from,
            To = to,
            IncludePilots = request.IncludePilots,
        };

        var answers = await views.AskAsync(null, asOf, caller, cancelled);
        AreaFilters.CheckFramework(request.Framework, answers.Select(answer => answer.Description));
        CheckJudgement(request.Judgement, answers.Select(answer => answer.Description));
        return new()
        {
            Distributions = { GradeDistributions.Find(question, answers) },
            Sources = { Composition.Sources(answers, null) },
            Complete = answers.All(answer => answer.IsProper),
            AsOf = asOf.ToString("yyyy-MM-dd", null),
        };
    }

    private static void CheckJudgement(string judgement, IEnumerable<Inspectorate?> descriptions)
    {
        var described = descriptions.ToList();
        if (judgement.Length == 0 || described.Contains(null))
            return;
        var known = described.SelectMany(one => one!.Frameworks).SelectMany(one => one.Judgements).Select(one => one.Code).ToHashSet();
        if (!known.Contains(judgement))
            throw new RefusedException(
                ErrorReason.JudgementUnknown, $"No framework has such a judgement; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}.")
            { Field = "judgement" };
    }
}
