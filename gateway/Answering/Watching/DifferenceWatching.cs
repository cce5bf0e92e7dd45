using System.Runtime.CompilerServices;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Answering.Watching;

/// <summary>Answers <c>WatchDifferences</c>: opens streams of differences.</summary>
internal sealed class DifferenceWatching(
    InspectorateSources sources,
    PublicStates states,
    Catalogue catalogue,
    DifferenceOptions options,
    TimeProvider time,
    ILogger<ChangeFollower> log)
{
    // A long log is not waited for before the first message: what it brings is told when it is there.
    private static readonly TimeSpan LongestBeginning = TimeSpan.FromSeconds(2);

    /// <summary>The stream, which goes on until it is cancelled.</summary>
    /// <exception cref="RefusedException">
    /// A filter is wrong, the token was not given for these filters or holds no longer, or nobody answers.
    /// </exception>
    public async IAsyncEnumerable<WatchDifferencesResponse> WatchAsync(
        WatchDifferencesRequest request, Caller caller, [EnumeratorCancellation] CancellationToken cancelled)
    {
        var question = new WatchDifferencesRequest(request) { Token = "" };
        var choice = new DifferenceChoice
        {
            Kind = request.Kind,
            Process = request.Process,
            Inspectorate = request.Inspectorate,
            Cause = request.Cause,
            Only = request.Only,
        };
        DifferenceFilters.Check(choice, sources.Codes);
        var areas = DifferenceFilters.Areas(request.Area.Length == 0 ? null : AreaRecords.Find(request.Area).DfeCode);
        var places = WatchToken.Read(question, request.Token);

        await using var watched = new WatchedSources(sources, time);
        await watched.CheckAsync(places, caller, cancelled);
        watched.Start(places, caller, states, log);
        await Task.WhenAny(watched.FirstAsync(), Task.Delay(LongestBeginning, cancelled));
        var looking = new WatchLooking(sources, caller, areas, choice, catalogue, options, time);
        var stream = new DifferenceStream(question, places, looking, new SourceReports(sources, time), watched);
        await foreach (var message in stream.ReadAsync(cancelled))
            yield return message;
    }
}
