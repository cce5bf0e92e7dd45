using Inspectorates.Joint.V1;
using Inspectorates.V1;
using static Inspectorates.V1.Recommendation.Types;

namespace Inspectorates.Gateway.Joint.Recommendations;

/// <summary>
/// The recommendations for an area under the bodies that can act, and per addressee how many are beyond its control: nobody is shown as
/// having to do what is another's to do.
/// </summary>
internal sealed class RecommendationViews(Area area, DateOnly asOf, Catalogue catalogue, Descriptions descriptions)
{
    private readonly BodyWords bodies = new(area, catalogue);

    public JointRecommendations Write(IReadOnlyList<SourceAnswer> answers)
    {
        var all = answers.Where(answer => answer.IsShown).SelectMany(answer => answer.Recommendations.Records)
            .Where(one => RecordsOfArea.Covers(one.Footprint, area.DfeCode))
            .OrderByDescending(one => one.PublishedOn, StringComparer.Ordinal).ThenBy(one => one.Name, StringComparer.Ordinal).ToList();
        var standing = all.FindAll(one => one.State is State.Published or State.Draft);
        var sentences = new RecommendationSentences(bodies, asOf, all);
        var written = standing.ConvertAll(one => (Recommendation: one, Written: Write(one, sentences)));
        var view = new JointRecommendations
        {
            Bodies = { Acting(written) },
            Addressees = { Addressees(standing, [.. all.Where(one => one.State is State.Replaced)]) },
            NotKnown = { Codes(answers, FurtherReading.NotKnown) },
            NotKept = { Codes(answers, FurtherReading.NotKept) },
        };
        view.Summary = Summary(standing.Count, view, answers.All(answer => answer.IsShown));
        return view;
    }

    private IEnumerable<ActingBody> Acting(IReadOnlyList<(Recommendation Recommendation, JointRecommendation Written)> written) =>
    [
        .. written
            .SelectMany(one => CanAct(one.Recommendation).Select(bodies.InArea).DistinctBy(BodyWords.Key).Select(body => (Body: body, one.Written)))
            .GroupBy(one => BodyWords.Key(one.Body))
            .Select(same => Body(same.First().Body, bodies.Label(same.First().Body), same.Select(one => one.Written)))
            .OrderBy(body => body.Label, StringComparer.Ordinal),
        .. written.Where(one => CanAct(one.Recommendation).Length == 0).Select(one => one.Written).ToList() is { Count: > 0 } unsaid
            ? [Body(null, "Nobody has said who can act", unsaid)]
            : Array.Empty<ActingBody>(),
    ];

    private static ActingBody Body(Subject? body, string label, IEnumerable<JointRecommendation> recommendations) =>
        new() { Body = body, Label = label, Recommendations = { recommendations.Select(one => one.Clone()) } };

    private static Subject[] CanAct(Recommendation recommendation) => recommendation.Control switch
    {
        DegreeOfControl.Controls => [recommendation.Addressee],
        DegreeOfControl.NotAssessed => [],
        _ => [.. recommendation.ControllingBodies],
    };

    private JointRecommendation Write(Recommendation recommendation, RecommendationSentences sentences) => new()
    {
        Recommendation = recommendation.Clone(),
        Term = catalogue.Processes.FirstOrDefault(process => process.Code == recommendation.Process)?.Term ?? recommendation.Process,
        AddresseeLabel = bodies.Label(bodies.InArea(recommendation.Addressee)),
        DaysOverdue = sentences.DaysOverdue(recommendation),
        DaysUndecided = sentences.DaysUndecided(recommendation),
        Sentences = { sentences.Of(recommendation) },
    };

    private IEnumerable<AddresseeCount> Addressees(IReadOnlyList<Recommendation> standing, IReadOnlyList<Recommendation> replaced) =>
        standing.Concat(replaced)
            .GroupBy(one => BodyWords.Key(bodies.InArea(one.Addressee)))
            .Select(same => Count(bodies.InArea(same.First().Addressee), [.. same]))
            .OrderBy(count => count.Label, StringComparer.Ordinal);

    private AddresseeCount Count(Subject addressee, IReadOnlyList<Recommendation> addressed)
    {
        var standing = addressed.Where(one => one.State is not State.Replaced).ToList();
        var count = new AddresseeCount
        {
            Addressee = addressee,
            Label = bodies.Label(addressee),
            Total = standing.Count,
            Controls = standing.Count(one => one.Control is DegreeOfControl.Controls),
            Influences = standing.Count(one => one.Control is DegreeOfControl.Influences),
            BeyondControl = standing.Count(one => one.Control is DegreeOfControl.NoControl),
            NotAssessed = standing.Count(one => one.Control is DegreeOfControl.NotAssessed),
            AddressedAnew = addressed.Count - standing.Count,
        };
        count.Sentence = RecommendationSentences.Of(count);
        return count;
    }

    private static IEnumerable<string> Codes(IEnumerable<SourceAnswer> answers, FurtherReading reading) =>
        answers.Where(answer => answer.IsShown && answer.Recommendations.Reading == reading).Select(answer => answer.Inspectorate);

    private string Summary(int count, JointRecommendations view, bool everybody) => string.Join(' ', new[]
    {
        Counted(count, view.Bodies.LastOrDefault(body => body.Body is null)?.Recommendations.Count ?? 0),
        view.NotKnown.Count == 0 ? "" : $"What {Names(view.NotKnown)} recommends could not be read: there may be more.",
        view.NotKept.Count == 0 ? "" : $"{(view.NotKept.Count == 1 ? "The service" : "The services")} of {Names(view.NotKept)} {(view.NotKept.Count == 1 ? "keeps" : "keep")} no recommendations yet: that says nothing about whether there are any.",
        everybody ? "" : "Not everybody answered: there may be more.",
    }.Where(sentence => sentence.Length > 0));

    private static string Counted(int count, int unsaid) => (count, count - unsaid) switch
    {
        (0, _) => "No recommendation is recorded here.",
        (1, 0) => "1 recommendation; nobody has said who can act on it.",
        (_, 0) => $"{count} recommendations; nobody has said who can act on them.",
        (1, _) => "1 recommendation, under the body that can act on it.",
        var (all, under) when under == all => $"{all} recommendations, each under the body that can act on it.",
        var (all, under) => $"{all} recommendations: {under} under the body that can act; of {unsaid} nobody has said who that is.",
    };

    private string Names(IEnumerable<string> codes) => Words.List(codes.Select(code => descriptions.Label(code)));
}
