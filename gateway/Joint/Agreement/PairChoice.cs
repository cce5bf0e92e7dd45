using Inspectorates.Gateway.Joint.Differences;
using About = Inspectorates.Joint.V1.AgreementComparison.Types.About;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>Which pairs of authors are compared on which topics, in the order in which they are told.</summary>
internal sealed class PairChoice(
    AgreementQuestion question, IReadOnlyList<SourceAnswer> answers, Catalogue catalogue, Standpoints standpoints, FrameworkFacts frameworks)
{
    private readonly AuthorSet[] sources = [.. answers.Select(answer => AuthorSet.Of([answer.Inspectorate]))];
    private readonly HashSet<string> shown = [.. answers.Where(answer => answer.IsShown).Select(answer => answer.Inspectorate)];
    private readonly HashSet<string> asked = [.. answers.Select(answer => answer.Inspectorate)];
    private readonly Remits remits = new(answers, catalogue.Fallback);

    public IReadOnlyList<PairUnits> All()
    {
        var processes = standpoints.Processes(catalogue, question);
        var pairs = new List<PairUnits>();
        if (question.Process.Length == 0 && question.Wants(About.BroadJudgements))
            pairs.AddRange(Pairs([Topic.Broad]).Select(pair => Compare(Topic.Broad, pair)).Where(IsAlwaysListed));
        var onEach = Pairs(processes).Select(pair => (pair, On: processes.Select(process => Compare(process, pair)).ToList())).ToList();
        if (question.Process.Length == 0 && question.Wants(About.AllProcesses))
            pairs.AddRange(onEach
                .Select(of => PairUnits.Together(of.pair.One, of.pair.Other, of.On, question.Areas.Count))
                .Where(IsAlwaysListed));
        if (question.Wants(About.OneProcess))
            for (var place = 0; place < processes.Count; place++)
                pairs.AddRange(onEach.Select(of => of.On[place]).Where(IsListedOnProcess));
        return pairs;
    }

    // Joint reports have many sets of members: one is told of where it can be compared with somebody.
    private static bool IsAlwaysListed(PairUnits pair) => pair.Units.Count > 0 || !(pair.One.IsJoint || pair.Other.IsJoint);

    // That one does not judge what it does not judge is no missing verdict.
    private bool IsListedOnProcess(PairUnits pair)
    {
        if (pair.Units.Count > 0)
            return true;
        var judgedBy = remits.JudgedBy(pair.Topic.Process);
        return IsAlwaysListed(pair)
            && (question.Process.Length > 0
                || (pair.Misses.Count > 0 && judgedBy.Contains(pair.One.ToString()) && judgedBy.Contains(pair.Other.ToString())));
    }

    private IEnumerable<(AuthorSet One, AuthorSet Other)> Pairs(IEnumerable<Topic> topics)
    {
        AuthorSet[] authors = [.. topics.SelectMany(topic => standpoints.On(topic).Keys).Concat(sources).Distinct().Order(AuthorOrder.Instance)];
        return authors
            .SelectMany((one, place) => authors.Skip(place + 1).Select(other => (one, other)))
            .Where(pair => IsAskedFor(pair.one, pair.other));
    }

    private bool IsAskedFor(AuthorSet one, AuthorSet other) =>
        (Has(one, question.Inspectorate) && Has(other, question.OtherInspectorate)
            || (Has(other, question.Inspectorate) && Has(one, question.OtherInspectorate)))
        && (question.Framework.Length == 0
            || one.Members.Concat(other.Members).Any(member => frameworks.Has(member, question.Framework)));

    private static bool Has(AuthorSet author, string inspectorate) => inspectorate.Length == 0 || author.Members.Contains(inspectorate);

    private PairUnits Compare(Topic topic, (AuthorSet One, AuthorSet Other) pair)
    {
        var authors = standpoints.On(topic);
        return PairUnits.Of(topic, Side(authors, pair.One), Side(authors, pair.Other), question.Areas.Count);
    }

    private PairSide Side(IReadOnlyDictionary<AuthorSet, Standpoint?[]> authors, AuthorSet author) =>
        new(author, authors.GetValueOrDefault(author, []), author.Members.All(member => shown.Contains(member) || !asked.Contains(member)));
}
