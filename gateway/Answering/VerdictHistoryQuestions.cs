using System.Text.RegularExpressions;
using Grpc.Core;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Answers how a verdict came to be what it is: asked of its keeper, for this caller, and of nobody else.</summary>
internal sealed partial class VerdictHistoryQuestions(
    InspectorateSources sources, GatewaySettings settings, Catalogue catalogue, TimeProvider time)
{
    /// <summary>Every version of one verdict.</summary>
    /// <exception cref="RefusedException">
    /// There is no such verdict that the caller may see, the request is wrong, or its keeper did not answer.
    /// </exception>
    public async Task<GetVerdictHistoryResponse> GetAsync(
        GetVerdictHistoryRequest request, Caller caller, CancellationToken cancelled)
    {
        if (sources.Find(request.Inspectorate) is not { } source)
            throw new RefusedException(
                ErrorReason.InspectorateUnknown,
                $"There is no such inspectorate; known are {string.Join(", ", sources.Codes)}.")
            { Field = "inspectorate" };
        var recordedAsOf = RecordedInstant.Read(request.RecordedAsOf, time);
        if (!Id().IsMatch(request.Id))
            throw NotFound();

        var name = $"inspectorates/{source.Code}/verdicts/{request.Id}";
        var within = settings.Asking.Within(caller.Patience);
        try
        {
            var revisions = await source.RevisionsAsync(name, request.RecordedAsOf, caller, within, cancelled);
            if (VerdictHistories.Faults(name, source.Code, revisions).FirstOrDefault() is { } fault)
                throw InvalidAnswerException.Because(fault);
            var answer = new SourceAnswer(
                source.Code, source.Description, Source.Types.State.Answered, time.GetUtcNow(), null, "", revisions, []);
            return new() { VerdictHistory = VerdictHistories.Compose(name, recordedAsOf, answer, catalogue) };
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.NotFound)
        {
            throw NotFound();
        }
        catch (Exception exception)
        {
            cancelled.ThrowIfCancellationRequested();
            if (SourceFault.Of(exception, within) is not { } fault)
                throw;
            throw Unanswered(fault);
        }
    }

    private static RefusedException NotFound() =>
        new(ErrorReason.VerdictNotFound, "There is no such verdict in the record of this inspectorate that you may see.") { Field = "id" };

    private static RefusedException Unanswered(SourceFault fault) =>
        new(ErrorReason.SourceUnavailable, $"The inspectorate that keeps this verdict gave no proper answer. {fault.Reason}")
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };

    // No more than a name's last part may hold: what is no such part is nobody's verdict.
    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
