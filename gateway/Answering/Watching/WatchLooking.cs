using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Answering.Watching;

/// <summary>Asks for the differences of one stream: for its caller, in its areas, by its filters.</summary>
internal sealed class WatchLooking(
    InspectorateSources sources,
    Caller caller,
    IReadOnlyList<string> areas,
    DifferenceChoice choice,
    Catalogue catalogue,
    DifferenceOptions options,
    TimeProvider time)
{
    // Beyond this many areas asking for all of them at once is less to ask.
    private const int AreaByArea = 4;

    /// <summary>Those of the stream's areas that are among the touched.</summary>
    public IReadOnlyList<string> Among(WatchNews news, IEnumerable<string> further) =>
        news.Everywhere ? areas : [.. areas.Intersect(news.Areas.Union(further))];

    /// <summary>What there is in the areas now, and whether each inspectorate answered properly.</summary>
    /// <exception cref="RefusedException">A service does not accept the caller's token.</exception>
    public async Task<Looked> NowAsync(IReadOnlyList<string> within, CancellationToken cancelled)
    {
        string?[] asked = within.Count > AreaByArea ? [null] : [.. within];
        var parts = new List<(IReadOnlyList<string> Areas, IReadOnlyList<SourceAnswer> Answers)>();
        foreach (var area in asked)
            parts.Add((area is null ? within : [area], await sources.AskAllAsync(new Question(area, null, Earlier: true), caller, cancelled)));
        return new(
            parts.SelectMany(part => Find(part.Areas, part.Answers)),
            [.. parts.SelectMany(part => part.Answers).GroupBy(answer => answer.Inspectorate)
                .Select(same => same.FirstOrDefault(answer => !answer.IsProper) ?? same.First())]);
    }

    /// <summary>
    /// What there was when the stream stood at the places, as far as the inspectorates say: their records answer for an
    /// instant.
    /// </summary>
    /// <exception cref="RefusedException">A service does not accept the caller's token.</exception>
    public async Task<Looked> ThenAsync(
        IReadOnlyDictionary<string, WatchPlace> places, WatchedSources watched, CancellationToken cancelled)
    {
        string? area = areas.Count == 1 ? areas[0] : null;
        var answers = await sources.AskAllAsync(
            code => watched.Before(code, places.GetValueOrDefault(code)) is { } instant ? new Question(area, null, instant, Earlier: true) : null,
            caller, cancelled);
        return new(Find(areas, answers), answers);
    }

    private IEnumerable<Difference> Find(IReadOnlyList<string> within, IReadOnlyList<SourceAnswer> answers) =>
        DifferencesAcrossAreas.Choose(within, LondonDay.Today(time), answers, catalogue, options, choice).Write();
}

/// <summary>What was found and who answered.</summary>
/// <param name="Differences">The differences, written down as they are read.</param>
/// <param name="Answers">Each inspectorate's answer, or why there is none.</param>
internal sealed record Looked(IEnumerable<Difference> Differences, IReadOnlyList<SourceAnswer> Answers)
{
    public bool IsComplete => Answers.All(answer => answer.IsProper);

    public bool HasAnswered(string inspectorate) =>
        Answers.Any(answer => answer.Inspectorate == inspectorate && answer.IsProper);
}
