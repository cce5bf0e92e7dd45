using Google.Protobuf.WellKnownTypes;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Answering.Watching;

/// <summary>What a stream has said of each inspectorate: told once when it can no longer be followed, and once when it can again.</summary>
internal sealed class SourceReports(InspectorateSources sources, TimeProvider time)
{
    private readonly Dictionary<string, Source> lost = [];

    /// <summary>Those of which something else is to be said than was said last.</summary>
    /// <param name="watched">What is followed.</param>
    /// <param name="answers">What each last answered, where it was asked.</param>
    public IReadOnlyList<Source> News(IReadOnlyList<WatchedSource> watched, IReadOnlyList<SourceAnswer> answers)
    {
        var news = new List<Source>();
        foreach (var source in watched)
        {
            var answer = answers.FirstOrDefault(answer => answer.Inspectorate == source.Inspectorate);
            var isWell = source.IsFollowed && answer is null or { IsProper: true };
            if (isWell == !lost.ContainsKey(source.Inspectorate))
                continue;
            if (isWell)
                lost.Remove(source.Inspectorate);
            else
                lost[source.Inspectorate] = new();
            news.Add(isWell ? Well(source.Inspectorate) : Lost(source.Inspectorate, answer));
        }

        return news;
    }

    private Source Well(string code) => new()
    {
        Inspectorate = code,
        Label = Label(code),
        State = Source.Types.State.Answered,
        AsAt = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
    };

    private Source Lost(string code, SourceAnswer? answer) => answer is { IsProper: false }
        ? SourceRecords.Write(answer, "", null)
        : new()
        {
            Inspectorate = code,
            Label = Label(code),
            State = Source.Types.State.Unreachable,
            Since = Timestamp.FromDateTimeOffset(time.GetUtcNow()),
            Reason = "Its changes cannot be followed at the moment.",
        };

    private string Label(string code) => sources.Description(code)?.Label is { Length: > 0 } label ? label : code;
}
