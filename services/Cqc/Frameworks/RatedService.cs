using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Cqc.Frameworks;

/// <summary>
/// A service for children or for mothers that CQC rates within a location. Children's services are no locations of their
/// own: they are found only here.
/// </summary>
internal sealed record RatedService
{
    /// <summary>The id CQC gives it as an inspection area, which is also the code of its headline judgement: <c>chschildren</c>.</summary>
    public required string Code { get; init; }

    /// <summary>As printed.</summary>
    public required string Label { get; init; }

    /// <summary>Whether the single assessment framework rates it: it ended the population groups of GP practices.</summary>
    public bool InSingleAssessment { get; init; } = true;

    /// <summary>What a key question covers for this service beyond what it covers for all, by its code.</summary>
    public IReadOnlyDictionary<string, string[]> AlsoCovers { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The services, those for children first.</summary>
    public static readonly IReadOnlyList<RatedService> All =
    [
        new()
        {
            Code = "childrens",
            Label = "Services for children & young people",
            AlsoCovers = new Dictionary<string, string[]> { ["safe"] = ["cp-medical"], ["responsive"] = ["transition-youth-to-adult"] },
        },
        new()
        {
            Code = "chschildren",
            Label = "Community health services for children, young people and families",
            AlsoCovers = new Dictionary<string, string[]> { ["effective"] = ["early-help-assessment", "core-group", "lac-health-assessment"] },
        },
        new() { Code = "npimaternity", Label = "Maternity" },
        new() { Code = "maternity", Label = "Maternity and gynaecology", InSingleAssessment = false },
        new() { Code = "mothers", Label = "Families, children and young people", InSingleAssessment = false },
    ];

    /// <summary>Finds a service by the id of its inspection area, whatever the case.</summary>
    public static RatedService? FindByCode(string code) =>
        All.FirstOrDefault(service => service.Code.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds a service by its name as printed in the newest framework, which gives no ids.</summary>
    public static RatedService? FindByLabel(string label) =>
        All.FirstOrDefault(service => service.InSingleAssessment && Words.Key(service.Label) == Words.Key(label));

    /// <summary>Code of the judgement of one key question on this service: <c>childrens-safe</c>.</summary>
    public string JudgementOn(KeyQuestion question) => $"{Code}-{question.Code}";

    /// <summary>Its judgements: the rating of the service, and each key question's in CQC's order.</summary>
    public IEnumerable<Judgement> Judgements()
    {
        var headline = new Judgement { Code = Code, Label = Label, Headline = true };
        headline.Processes.Add(KeyQuestion.All.SelectMany(Covered).Distinct());
        yield return headline;

        foreach (var question in KeyQuestion.All)
        {
            var judgement = new Judgement
            {
                Code = JudgementOn(question),
                Label = $"{Label}: {question.Label}",
                JourneyStage = question.JourneyStage,
            };
            judgement.Processes.Add(Covered(question));
            yield return judgement;
        }
    }

    private IEnumerable<string> Covered(KeyQuestion question) =>
        question.Processes.Concat(AlsoCovers.GetValueOrDefault(question.Code, []));
}
