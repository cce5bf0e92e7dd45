using System.Runtime.CompilerServices;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Answering.Watching;

/// <summary>
/// One stream of differences. Whenever changes have touched areas it looks there again and tells what is new, of another
/// form, or no more. Its token moves on only when everything up to there has been told with every inspectorate answering,
/// so that what is resumed from it repeats rather than lacks. See docs/decisions/0142-streams-of-differences.md.
/// </summary>
internal sealed class DifferenceStream(
    WatchDifferencesRequest question,
    IReadOnlyDictionary<string, WatchPlace> begun,
    WatchLooking looking,
    SourceReports reports,
    WatchedSources watched)
{
    // What an inspectorate did not answer is asked again when it is followed again, or else after this.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    private readonly ToldDifferences told = new();
    private readonly bool isResumed = begun.Count > 0;
    private WatchNews pending = begun.Count > 0 ? new() : WatchNews.OfEverything();
    private string token = WatchToken.Write(question, begun);

    /// <summary>Everything there is to tell, without end.</summary>
    /// <exception cref="RefusedException">Nobody answers at the beginning, or the caller's token is not accepted any more.</exception>
    public async IAsyncEnumerable<WatchDifferencesResponse> ReadAsync([EnumeratorCancellation] CancellationToken cancelled)
    {
        var (isFirst, isRecalled, isSettled) = (true, !isResumed, false);
        IReadOnlyList<SourceAnswer> answers = [];
        while (true)
        {
            await watched.CatchUpAsync(cancelled);
            var places = Drain();
            watched.ThrowIfRefused();
            if (!isRecalled)
            {
                var recalled = await looking.ThenAsync(begun, watched, cancelled);
                foreach (var difference in recalled.Differences)
                    told.Recall(difference);
                (isRecalled, answers) = (recalled.IsComplete, recalled.Answers);
            }

            var within = looking.Among(pending, told.AreasOf(pending.Records));
            var looked = within.Count == 0 ? null : await looking.NowAsync(within, cancelled);
            answers = looked?.Answers ?? answers;
            if (isFirst && answers.Count > 0 && !answers.Any(answer => answer.IsShown))
                throw JointViews.NobodyAnswered(answers);

            foreach (var source in reports.News(watched.All, answers))
                yield return new() { Token = token, Source = source };
            if (looked is not null)
                foreach (var message in Tell(looked, within.ToHashSet(), isResumed && !isSettled))
                    yield return message;
            if (isRecalled && looked is null or { IsComplete: true })
            {
                (isSettled, pending) = (true, new());
                var reached = WatchToken.Write(question, places);
                if (isFirst || reached != token)
                    yield return new() { Token = token = reached, UpToDate = true };
            }

            isFirst = false;
            await watched.NextAsync(isRecalled && pending.IsEmpty ? null : Again, cancelled);
        }
    }

    // Between two settled places every message carries the one before: what is cut off in between is told again.
    private IEnumerable<WatchDifferencesResponse> Tell(Looked looked, HashSet<string> within, bool isRepeating)
    {
        var present = new HashSet<string>();
        foreach (var difference in looked.Differences)
        {
            present.Add(difference.Id);
            if (told.Take(difference) || (isRepeating && IsTouched(difference)))
                yield return new() { Token = token, Difference = difference };
        }

        foreach (var ended in told.End(within.Contains, present, looked.HasAnswered))
            yield return new() { Token = token, Ended = ended };
    }

    private bool IsTouched(Difference difference) => difference.Verdicts.Any(verdict =>
        pending.Records.Contains(verdict.Name) || pending.Records.Contains(verdict.InspectionKey))
        || difference.Positions.Any(position => pending.Records.Contains(position.Name));

    private Dictionary<string, WatchPlace> Drain()
    {
        var places = new Dictionary<string, WatchPlace>();
        foreach (var source in watched.All)
        {
            var (news, place) = source.Drain();
            pending.Add(news);
            places[source.Inspectorate] = place;
        }

        return places;
    }
}
