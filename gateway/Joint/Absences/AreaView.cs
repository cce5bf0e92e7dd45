using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Absences;

/// <summary>What is there, as whoever says what is not must see it.</summary>
/// <param name="Area">The area.</param>
/// <param name="Answers">The answers, in the order of the inspectorates' codes.</param>
/// <param name="Records">What the shown answers hold about the area.</param>
/// <param name="Inspections">The inspections, each once, newest first.</param>
/// <param name="Descriptions">What the inspectorates say of themselves.</param>
/// <param name="Catalogue">What is to be known about the country.</param>
internal sealed record AreaView(
    Area Area,
    IReadOnlyList<SourceAnswer> Answers,
    RecordsOfArea Records,
    IReadOnlyList<JointInspectionRecord> Inspections,
    Descriptions Descriptions,
    Catalogue Catalogue)
{
    /// <summary>Every verdict about the area, replaced ones included: they were made.</summary>
    public IEnumerable<Verdict> Verdicts => Records.Verdicts.Concat(Records.Replaced);

    /// <summary>The agencies serving the area that the inspectorate has powers over.</summary>
    public IEnumerable<Agency> Hosted(SourceAnswer answer) =>
        Area.Agencies.Where(agency => answer.Description?.HostAgencyKinds.Any(kind => kind.Code == agency.Kind) ?? false);

    /// <summary>Whether the inspectorate alone is the author of a verdict about the agency, or about any of its kind.</summary>
    public bool HasOwnVerdict(string inspectorate, Agency agency) =>
        Verdicts.Any(verdict => IsOwn(verdict, inspectorate) && IsAbout(verdict, agency));

    /// <summary>Whether the inspectorate has a part in a verdict about the agency.</summary>
    public bool HasAnyVerdict(string inspectorate, Agency agency) =>
        Verdicts.Any(verdict => IsAbout(verdict, agency)
            && (verdict.Inspectorate == inspectorate || verdict.Authors.Contains(inspectorate)));

    /// <summary>The inspections the inspectorate is recorded as having taken part in, newest first.</summary>
    public IEnumerable<JointInspectionRecord> TookPartIn(string inspectorate) =>
        Inspections.Where(inspection => inspection.Participation.Any(participation =>
            participation.Inspectorate == inspectorate && participation.State is Participation.Types.State.TookPart));

    public static bool IsOwn(Verdict verdict, string inspectorate) =>
        verdict.Authors.Count == 1 && verdict.Authors[0] == inspectorate;

    private bool IsAbout(Verdict verdict, Agency agency) =>
        Subjects.IsAgency(verdict) && Subjects.MayBeSame(verdict.Subject.Agency, agency, Catalogue.KindsMayBeSame);
}
