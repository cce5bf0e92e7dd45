using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Joint;
using Inspectorates.Joint.V1;
using Inspectorates.V1;
using Polly;

namespace Inspectorates.Gateway.Asking;

/// <summary>One inspectorate as the gateway knows it: asked, it comes to one answer or one reason for none.</summary>
internal sealed class InspectorateSource(
    InspectorateSettings settings,
    SourceChannel channel,
    ResiliencePipeline pipeline,
    SourceMemory memory,
    AskingSettings limits,
    TimeProvider time) : IDisposable
{
    public string Code => settings.Code;

    /// <summary>Its service's changes.</summary>
    public ChangeService.ChangeServiceClient Changes => channel.Changes;

    /// <summary>What it says of itself; null: never reached.</summary>
    public Inspectorate? Description => memory.Description;

    /// <summary>Asks for everything on the question.</summary>
    /// <param name="question">What to ask for.</param>
    /// <param name="caller">On whose behalf. The token goes along only where it is meant for this inspectorate.</param>
    /// <param name="within">How long to wait at most.</param>
    /// <param name="cancelled">The caller has gone.</param>
    /// <exception cref="RefusedException">The service does not accept the caller's token.</exception>
    public async Task<SourceAnswer> AskAsync(
        Question question, Caller caller, TimeSpan within, CancellationToken cancelled)
    {
        var asked = time.GetUtcNow();
        try
        {
            return await ReachAsync(options => EverythingAsync(question, options), caller, within, cancelled);
        }
        catch (Exception exception)
        {
            cancelled.ThrowIfCancellationRequested();
            if (SourceFault.Of(exception, within) is not { } fault)
                throw;
            return Missing(fault, asked, within);
        }
    }

    /// <summary>Asks a question of its own kind.</summary>
    /// <param name="ask">Asks, and throws where what was answered cannot be used.</param>
    /// <param name="caller">On whose behalf, as for all questions.</param>
    /// <param name="within">How long to wait at most.</param>
    /// <param name="cancelled">The caller has gone.</param>
    /// <exception cref="RefusedException">The service does not accept the caller's token.</exception>
    public async Task<SourceReply<T>> AskAsync<T>(
        Func<SourceChannel, CallOptions, Task<T>> ask, Caller caller, TimeSpan within, CancellationToken cancelled)
        where T : class
    {
        var asked = time.GetUtcNow();
        try
        {
            var answer = await ReachAsync(
                async options =>
                {
                    var description = DescribeAsync(options);
                    var reply = ask(channel, options);
                    await foreach (var done in Task.WhenEach(description, reply))
                        await done;
                    return await reply;
                },
                caller, within, cancelled);
            return new(answer, new SourceAnswer(Code, memory.Description, Source.Types.State.Answered, time.GetUtcNow(), null, "", [], []));
        }
        catch (Exception exception)
        {
            cancelled.ThrowIfCancellationRequested();
            if (SourceFault.Of(exception, within) is not { } fault)
                throw;
            return new(null, Missing(fault, asked, within));
        }
    }

    /// <summary>Asks for every revision of one verdict that the caller may see, oldest first.</summary>
    /// <param name="name">Resource name of the verdict.</param>
    /// <param name="recordedAsOf">Only what the record held at this instant; null: now.</param>
    /// <param name="caller">On whose behalf, as for all questions.</param>
    /// <param name="within">How long to wait at most.</param>
    /// <param name="cancelled">The caller has gone.</param>
    /// <exception cref="RefusedException">The service does not accept the caller's token.</exception>
    /// <exception cref="RpcException">The service refused or failed.</exception>
    public Task<List<Verdict>> RevisionsAsync(
        string name, Timestamp? recordedAsOf, Caller caller, TimeSpan within, CancellationToken cancelled) =>
        ReachAsync(
            async options =>
            {
                var description = DescribeAsync(options);
                var revisions = channel.RevisionsAsync(name, recordedAsOf, options);
                await foreach (var done in Task.WhenEach(description, revisions))
                    await done;
                return await revisions;
            },
            caller, within, cancelled);

    public void Dispose() => channel.Dispose();

    private async Task<T> ReachAsync<T>(
        Func<CallOptions, Task<T>> ask, Caller caller, TimeSpan within, CancellationToken cancelled)
    {
        var token = caller.Token?.IsFor(Code) is true ? caller.Token.Header : null;
        var context = ResilienceContextPool.Shared.Get(cancelled);
        context.Properties.Set(SourcePipeline.Within, within);
        try
        {
            var answer = await pipeline.ExecuteAsync(
                async attempt => await AttemptAsync(ask, token, attempt.CancellationToken), context);
            memory.Answered();
            return answer;
        }
        catch (RpcException refused) when (token is not null && refused.StatusCode is StatusCode.Unauthenticated)
        {
            throw new RefusedException(
                ErrorReason.TokenInvalid, $"The service of \"{Code}\" does not accept the token: get a new one, or ask without.");
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private SourceAnswer Missing(SourceFault fault, DateTimeOffset asked, TimeSpan within)
    {
        // A caller in a greater hurry than the gateway says nothing about the source.
        var since = within < limits.Attempt ? memory.FailingSince ?? asked : memory.Failed(asked);
        return new SourceAnswer(Code, memory.Description, fault.State, null, since, fault.Reason, [], []);
    }

    private async Task<T> AttemptAsync<T>(Func<CallOptions, Task<T>> ask, string? token, CancellationToken cancelled)
    {
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        // A deadline is a moment of the network's clock, not of the view's: it is the machine's own even in tests.
        var options = new CallOptions(
            token is null ? null : new Metadata { { "authorization", token } },
            TimeProvider.System.GetUtcNow().UtcDateTime + limits.Attempt,
            together.Token);
        try
        {
            return await ask(options);
        }
        catch (RpcException) when (cancelled.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancelled);
        }
        catch (RpcException unread) when (unread.Status.DebugException is InvalidProtocolBufferException)
        {
            // The client calls this UNAVAILABLE, since the parser's exception is an IOException.
            throw new InvalidAnswerException("What its service answered cannot be read.");
        }
        finally
        {
            await together.CancelAsync();
        }
    }

    private async Task<SourceAnswer> EverythingAsync(Question question, CallOptions options)
    {
        var description = DescribeAsync(options);
        var verdicts = channel.VerdictsAsync(question, options);
        var inspections = channel.InspectionsAsync(question, options);
        var positions = channel.PositionsAsync(question, options);
        var teams = channel.TeamsAsync(Code, question, options);
        var earlier = question.Earlier ? channel.EarlierAsync(question, options) : Task.FromResult<List<Verdict>>([]);
        var recommendations = channel.RecommendationsAsync(Code, question, options);
        var statements = channel.StatementsAsync(Code, question, options);
        var replies = channel.RepliesAsync(Code, question, options);
        var exchanges = channel.ExchangesAsync(Code, question, options);
        var readings = channel.ReadingsAsync(Code, question, options);
        var registry = channel.RegistryAsync(question, options);
        // The first to fail fails the attempt, so that a retry is not kept waiting by the others.
        await foreach (var done in Task.WhenEach(
            description, verdicts, inspections, positions, teams, earlier, recommendations, statements, replies, exchanges, readings, registry))
            await done;
        var (said, reading) = await positions;
        return Checked(question, new SourceAnswer(
            Code, await description, Source.Types.State.Answered, time.GetUtcNow(), null, "", await verdicts, await inspections)
        {
            Positions = said,
            Reading = reading,
            Teams = await teams,
            Earlier = await earlier,
            Recommendations = await recommendations,
            Statements = await statements,
            Replies = await replies,
            Exchanges = await exchanges,
            Readings = await readings,
            Registry = await registry,
        });
    }

    private static SourceAnswer Checked(Question question, SourceAnswer answer)
    {
        if (answer.Inspections.Count == 0 && answer.Verdicts.All(verdict => verdict.State is Verdict.Types.State.Withdrawn))
            answer = answer with { State = Source.Types.State.NoVerdict };
        return AnswerCheck.Faults(answer, question.Area).FirstOrDefault() is { } fault
            ? throw InvalidAnswerException.Because(fault)
            : answer;
    }

    private async Task<Inspectorate> DescribeAsync(CallOptions options)
    {
        if (memory.Description is { } known && !memory.WantsDescription(time.GetUtcNow()))
            return known;

        var answer = await channel.Inspectorates.GetInspectorateAsync(new(), options);
        if (answer.Inspectorate?.Code != Code)
            throw new InvalidAnswerException("The service at its address says that it is another inspectorate's.");
        memory.Described(answer.Inspectorate, time.GetUtcNow());
        return answer.Inspectorate;
    }
}
