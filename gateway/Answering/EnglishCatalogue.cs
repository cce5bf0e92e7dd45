using System.Collections.Frozen;
using Inspectorates.Gateway.Joint;
using Inspectorates.Reference;

namespace Inspectorates.Gateway.Answering;

/// <summary>What the joint view needs to know about the country, taken from the reference data.</summary>
internal static class EnglishCatalogue
{
    public static Catalogue Read() => new()
    {
        Processes =
        [
            .. ProcessCatalogue.England.All
                .Select(process => new CatalogueProcess(process.Code, process.Term, process.JourneyStage)),
        ],
        Fallback = JudgedBy,
        CanonicalAspect = Aspects.Canonical,
        AspectLabel = Aspects.Label,
        KindsMayBeSame = AgencyKinds.MayBeSame,
        AgencyKindLabel = kind => AgencyKinds.TryFind(kind, out var known) ? known.Label : kind,
        Responsible = ResponsibilityQuestions.On,
        StageLabel = stage => JourneyStages.All.FirstOrDefault(known => known.Code == stage)?.Label ?? stage,
    };

    private static FrozenSet<string>? JudgedBy(string inspectorate)
    {
        var judged = ProcessCatalogue.England.All
            .Where(process => process.IsEverJudgedBy(inspectorate))
            .Select(process => process.Code)
            .ToFrozenSet();
        return judged.Count == 0 ? null : judged;
    }
}
