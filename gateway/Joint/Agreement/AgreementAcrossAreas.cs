using Inspectorates.Joint.V1;
using About = Inspectorates.Joint.V1.AgreementComparison.Types.About;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// How far inspectorates agree over many areas. A pure function of what they answered, in any order; what it costs grows with the
/// number of verdicts and with nothing else. See docs/decisions/0111-what-agreement-compares.md.
/// </summary>
public sealed class AgreementAcrossAreas
{
    private readonly PairComparisons comparisons;
    private readonly IReadOnlyList<PairUnits> pairs;

    /// <param name="question">What is asked.</param>
    /// <param name="answers">What every inspectorate answered for all these areas, one answer each, in any order.</param>
    /// <param name="catalogue">What is to be known about the country.</param>
    /// <param name="options">The parameters.</param>
    public AgreementAcrossAreas(
        AgreementQuestion question, IReadOnlyList<SourceAnswer> answers, Catalogue catalogue, AgreementOptions options)
    {
        var descriptions = new Descriptions(answers);
        var frameworks = new FrameworkFacts(descriptions);
        var names = new AuthorNames(descriptions);
        var missing = new Missing(answers, catalogue);
        var standpoints = new Standpoints(question, answers.Where(answer => answer.IsShown), catalogue, frameworks);
        pairs = new PairChoice(question, answers, catalogue, standpoints, frameworks).All();
        comparisons = new(question, catalogue, options, frameworks, names, missing);
        OfAll = new Lazy<IReadOnlyList<AgreementOfAll>>(() =>
            [.. All(question, catalogue, standpoints, new(question, catalogue, options, frameworks, names, missing))]);
        Numbers = [.. Enumerable.Range(0, pairs.Count)];
    }

    /// <summary>A number for each comparison, in the order in which they are told: broad judgements, all processes, each process.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>How far all authors agree, topic by topic in the same order. Empty where one inspectorate is asked about.</summary>
    public Lazy<IReadOnlyList<AgreementOfAll>> OfAll { get; }

    /// <summary>The comparison with the number. Its intervals are drawn when it is written.</summary>
    public AgreementComparison Write(int number) => comparisons.Write(pairs[number]);

    private static IEnumerable<AgreementOfAll> All(
        AgreementQuestion question, Catalogue catalogue, Standpoints standpoints, AllAgreement writer)
    {
        if (question.Inspectorate.Length > 0)
            yield break;
        if (question.Process.Length == 0 && question.Wants(About.BroadJudgements))
            yield return writer.Write(Topic.Broad, AllUnits.Of(standpoints.On(Topic.Broad), question.Areas.Count));
        var onEach = standpoints.Processes(catalogue, question)
            .Select(topic => (topic, units: AllUnits.Of(standpoints.On(topic), question.Areas.Count)))
            .ToList();
        if (question.Process.Length == 0 && question.Wants(About.AllProcesses))
            yield return writer.Write(Topic.AllProcesses, [.. onEach.SelectMany(on => on.units)]);
        if (question.Wants(About.OneProcess))
            foreach (var (topic, units) in onEach.Where(on => on.units.Any(unit => unit.Verdicts.Count > 1) || question.Process.Length > 0))
                yield return writer.Write(topic, units);
    }
}
