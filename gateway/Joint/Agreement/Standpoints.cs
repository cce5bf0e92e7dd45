using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>
/// What every author says, by topic and area. One pass over the verdicts: what it costs grows with their number and with nothing
/// else.
/// </summary>
internal sealed class Standpoints
{
    private readonly Dictionary<Topic, Dictionary<AuthorSet, Standpoint?[]>> byTopic = [];
    private readonly HashSet<string> processes;
    private readonly AgreementQuestion question;
    private readonly FrameworkFacts frameworks;

    public Standpoints(
        AgreementQuestion question, IEnumerable<SourceAnswer> shown, Catalogue catalogue, FrameworkFacts frameworks)
    {
        (this.question, this.frameworks) = (question, frameworks);
        processes = [.. catalogue.Processes.Select(process => process.Code).Where(code => question.Process.Length == 0 || code == question.Process)];
        var places = question.Areas.Select((area, place) => (area.Code, place)).ToDictionary(area => area.Code, area => area.place);
        var byArea = new List<Verdict>?[places.Count];
        foreach (var verdict in shown.SelectMany(answer => answer.Verdicts).DistinctBy(verdict => verdict.Name))
            foreach (var area in AreasOf(verdict))
                if (places.TryGetValue(area, out var place))
                    (byArea[place] ??= []).Add(verdict);
        for (var place = 0; place < byArea.Length; place++)
            if (byArea[place] is { } verdicts)
                Add(place, verdicts);
    }

    /// <summary>The processes that anybody says anything of, in the order of the catalogue; one that is asked for in any case.</summary>
    public IReadOnlyList<Topic> Processes(Catalogue catalogue, AgreementQuestion asked) =>
    [
        .. catalogue.Processes.Select(process => Topic.One(process.Code))
            .Where(topic => asked.Process.Length > 0 ? topic.Process == asked.Process : byTopic.ContainsKey(topic)),
    ];

    /// <summary>Who says anything of the topic, in no order, and what in each area; null: nothing.</summary>
    public IReadOnlyDictionary<AuthorSet, Standpoint?[]> On(Topic topic) =>
        byTopic.TryGetValue(topic, out var authors) ? authors : new Dictionary<AuthorSet, Standpoint?[]>();

    private static IEnumerable<string> AreasOf(Verdict verdict) =>
        verdict.Footprint?.Areas.Distinct() ?? [];

    private void Add(int place, List<Verdict> verdicts)
    {
        // What was withdrawn takes the place of nothing.
        var isWithdrawn = verdicts.ToLookup(verdict => verdict.State is Verdict.Types.State.Withdrawn);
        var (kept, _) = ReplacedByReading.Part([.. isWithdrawn[false]]);
        foreach (var verdict in kept.Concat(isWithdrawn[true]))
            if (TopicOf(verdict) is { } topic && frameworks.Counts(verdict, question.Framework))
                Of(topic, AuthorSet.Of(verdict), place).Consider(verdict, question);
    }

    private Topic? TopicOf(Verdict verdict) =>
        verdict.Judgement.Length > 0 ? question.Process.Length == 0 && frameworks.IsHeadline(verdict) ? Topic.Broad : null
        : processes.Contains(verdict.Process) ? Topic.One(verdict.Process)
        : null;

    private Standpoint Of(Topic topic, AuthorSet author, int place)
    {
        if (!byTopic.TryGetValue(topic, out var authors))
            byTopic.Add(topic, authors = []);
        if (!authors.TryGetValue(author, out var inAreas))
            authors.Add(author, inAreas = new Standpoint?[question.Areas.Count]);
        return inAreas[place] ??= new Standpoint();
    }
}
