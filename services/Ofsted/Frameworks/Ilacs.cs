using Inspectorates.Ofsted.Rules;
using Inspectorates.V1;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>
/// Inspecting local authority children's services. Its judgements changed twice, so it has three versions: an inspection
/// is of the version in force on its first day.
/// </summary>
internal static class Ilacs
{
    public const string Code = "ilacs";
    public const string To2022 = "2018-2022";
    public const string From2023 = "2023-2026";
    public const string From2026 = "2026-";

    private const string Handbook = "https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018";

    /// <summary>The first day on which care leavers were judged apart.</summary>
    public static readonly DateOnly CareLeaversFrom = new(2023, 1, 1);

    /// <summary>The first day without an overall effectiveness judgement.</summary>
    public static readonly DateOnly NoOverallFrom = new(2026, 4, 1);

    /// <summary>All versions, newest first.</summary>
    public static IEnumerable<Framework> Versions(IReadOnlyList<string> processes) =>
    [
        Of(From2026, Dates.Month(2026, 4), null, IlacsJudgements.From2026, processes, rule: ""),
        Of(From2023, Dates.Month(2023, 1), Dates.Month(2026, 3), IlacsJudgements.From2023, processes, LimitingJudgements.Rule),
        Of(To2022, Dates.Month(2018, 1), Dates.Month(2022, 12), IlacsJudgements.To2022, processes, LimitingJudgements.Rule),
    ];

    /// <summary>The version an inspection is of.</summary>
    /// <param name="firstDay">Its first day of fieldwork; where that is unknown, the day its report was published.</param>
    public static string VersionOn(DateOnly firstDay) =>
        firstDay < CareLeaversFrom ? To2022 : firstDay < NoOverallFrom ? From2023 : From2026;

    private static Framework Of(
        string version, PlannedDate start, PlannedDate? end, IReadOnlyList<Judgement> judgements, IReadOnlyList<string> processes, string rule) => new()
        {
            Code = Code,
            Label = "Inspecting local authority children's services (ILACS)",
            Version = version,
            State = end is null ? Framework.Types.State.InForce : Framework.Types.State.Ended,
            Mode = Framework.Types.Mode.SingleAgency,
            ActualStart = start,
            ActualEnd = end,
            Predecessor = version == To2022 ? Sif.Code : Code,
            Lines = { FrameworkLines.Both },
            AgencyKinds = { FrameworkLines.LocalAuthority },
            Mappings = { IlacsMappings.Of(version) },
            Grades = { Grades.Ilacs },
            Judgements = { judgements },
            Processes = { processes },
            Inspectorates = { OfstedInspectorate.OfstedCode },
            SourceUri = Handbook,
            AggregationRule = rule,
        };
}
