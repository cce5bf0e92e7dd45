using Inspectorates.Gateway.Joint.Balance;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.WeightProfile.Types;

namespace Inspectorates.Gateway.Tests.Joint.Balance;

/// <summary>Profiles to weigh by, with as much in them as a test needs.</summary>
internal static class ProfileOf
{
    /// <summary>Broad judgements by inspectorate; four results at 1.5, 2.5 and 3.5.</summary>
    public static Profile Inspectorates(params (string Code, string Weight)[] weights) => new()
    {
        Id = "trial",
        Version = 3,
        Title = "Trial",
        Illustrative = true,
        AuthorBody = "Nobody",
        DecidedOn = new(2025, 1, 31),
        Rationale = "To try.",
        ConsultationAddress = "",
        Method = Method.Weighted,
        WeighedBy = WeighedBy.Inspectorate,
        Selection = Selection.LatestBroadJudgements,
        Processes = [],
        JointFindings = true,
        Values = new Dictionary<Grade.Types.Standing, Rational>
        {
            [Grade.Types.Standing.Exceeds] = 4,
            [Grade.Types.Standing.Meets] = 3,
            [Grade.Types.Standing.Mixed] = Scale.Number("2.5"),
            [Grade.Types.Standing.FallsShort] = 2,
            [Grade.Types.Standing.Fails] = 1,
        },
        Weights = [.. weights.Select(weight => new DeclaredWeight(weight.Code, Scale.Number(weight.Weight)))],
        Limiters = [],
        Bands = Scale.Four,
        File = "trial.json",
    };

    /// <summary>The four at equal weights.</summary>
    public static Profile Equal => Inspectorates(("red", "1"), ("blue", "1"), ("green", "1"), ("grey", "1"));

    /// <summary>Verdicts on processes by inspectorate, at equal weights.</summary>
    public static Profile OnProcesses => Equal with { Selection = Selection.LatestProcessVerdicts };

    /// <summary>Verdicts on processes by stage.</summary>
    public static Profile Stages(params (string Code, string Weight)[] weights) =>
        Inspectorates(weights) with { Selection = Selection.LatestProcessVerdicts, WeighedBy = WeighedBy.JourneyStage };

    public static AreaBalance Weigh(this Profile profile, params Gateway.Joint.SourceAnswer[] answers) =>
        AreaBalances.Compose(Make.Area(), Make.AsOf, answers, Make.Catalogue, profile);

    public static AreaBalance Weigh(
        this Profile profile, IReadOnlyList<DeclaredWeight> whatIf, params Gateway.Joint.SourceAnswer[] answers) =>
        AreaBalances.Compose(Make.Area(), Make.AsOf, answers, Make.Catalogue, profile, whatIf);
}
