using Inspectorates.Gateway.Asking;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Asks inspectorates about their frameworks, and takes no answer that is not one.</summary>
internal static class FrameworkAnswers
{
    /// <summary>Its frameworks as known on a day.</summary>
    /// <param name="source">The inspectorate.</param>
    /// <param name="asOf">The day; null: today, as they are recorded.</param>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="within">How long to wait at most.</param>
    /// <param name="cancelled">The caller has gone.</param>
    /// <exception cref="RefusedException">The service does not accept the caller's token.</exception>
    public static Task<SourceReply<GetInspectorateResponse>> FrameworksAsync(
        this InspectorateSource source, DateOnly? asOf, Caller caller, TimeSpan within, CancellationToken cancelled) =>
        source.AskAsync(
            async (channel, options) =>
            {
                var day = asOf is { } given ? Joint.Days.Iso(given) : "";
                var answer = await channel.Inspectorates.GetInspectorateAsync(new() { AsOf = day }, options);
                if (answer.Inspectorate?.Code != source.Code)
                    throw new InvalidAnswerException("The service at its address says that it is another inspectorate's.");
                // An older build passes over the day and tells what is recorded now.
                return answer.AsOf == day
                    ? answer
                    : throw new InvalidAnswerException("Its service tells its frameworks as they are today only.");
            },
            caller, within, cancelled);

    /// <summary>Which of its frameworks apply.</summary>
    /// <exception cref="RefusedException">The service does not accept the caller's token.</exception>
    public static Task<SourceReply<ResolveFrameworkResponse>> ResolveAsync(
        this InspectorateSource source, ResolveFrameworkRequest request, Caller caller, TimeSpan within, CancellationToken cancelled) =>
        source.AskAsync(
            async (channel, options) =>
            {
                var answer = await channel.Inspectorates.ResolveFrameworkAsync(request, options);
                return answer.Day == request.Day && answer.Resolutions.All(IsWhole)
                    ? answer
                    : throw new InvalidAnswerException("What its service answered about its frameworks is for another day or not whole.");
            },
            caller, within, cancelled);

    private static bool IsWhole(FrameworkResolution resolution) =>
        resolution.Line.Length > 0 && resolution.Reasons.Count > 0
        && resolution.Outcome is FrameworkResolution.Types.Outcome.Applies or FrameworkResolution.Types.Outcome.UndeterminedBySource
        && resolution.Outcome is FrameworkResolution.Types.Outcome.Applies == resolution.Framework is not null;
}
