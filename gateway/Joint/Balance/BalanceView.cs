using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>What one area's answers hold that a profile weighs.</summary>
internal sealed class BalanceView
{
    private readonly Catalogue catalogue;

    public BalanceView(
        Profile profile, IReadOnlyList<DeclaredWeight> weights, Area area, IReadOnlyList<SourceAnswer> answers, Catalogue catalogue)
    {
        (Profile, Weights, Area, Answers, this.catalogue) = (profile, weights, area, answers, catalogue);
        Descriptions = new Descriptions(answers);
        Records = RecordsOfArea.Of(area.DfeCode, answers);
        Comparands = Comparand.All(Records.Verdicts, Descriptions, catalogue.CanonicalAspect);
        Selection = new WeighedVerdicts(profile, catalogue);
        Verdicts = Selection.Select(Comparands);
        Parts = PartsOf(Verdicts);
        Remits = new Remits(answers, catalogue.Fallback);
    }

    public Profile Profile { get; }

    /// <summary>The weights in force: the profile's, or those of the question in their place.</summary>
    public IReadOnlyList<DeclaredWeight> Weights { get; }

    public Area Area { get; }

    public IReadOnlyList<SourceAnswer> Answers { get; }

    public Descriptions Descriptions { get; }

    public RecordsOfArea Records { get; }

    public IReadOnlyList<Comparand> Comparands { get; }

    public WeighedVerdicts Selection { get; }

    /// <summary>The verdicts of the kind that is weighed, those without weight included.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; }

    /// <summary>What is weighed, in the order of the weights.</summary>
    public IReadOnlyList<WeighedPart> Parts { get; }

    public Remits Remits { get; }

    public bool IsByStage => Profile.WeighedBy is WeightProfile.Types.WeighedBy.JourneyStage;

    /// <summary>What verdicts come to by the weights in force.</summary>
    public IReadOnlyList<WeighedPart> PartsOf(IEnumerable<Verdict> verdicts) =>
        WeighedPart.All(Weights, verdicts.ToLookup(Selection.PartOf), Profile.Values);

    public Overall? Weigh(IReadOnlyList<WeighedPart> parts) => Overall.Of(parts, Profile.Limiters, Profile.Bands);

    public string Result(int place) => Profile.Bands.All[place].Result;

    public string Label(string code) => IsByStage ? catalogue.StageLabel(code) : Descriptions.Label(code);

    public string ShortLabel(string code) => IsByStage ? catalogue.StageLabel(code) : Descriptions.ShortLabel(code);

    /// <summary>Codes of processes of the stage whose verdicts are weighed.</summary>
    public IEnumerable<string> ProcessesOf(string stage) => catalogue.Processes
        .Where(process => process.JourneyStage == stage && Selection.IsChosen(process.Code))
        .Select(process => process.Code);
}
