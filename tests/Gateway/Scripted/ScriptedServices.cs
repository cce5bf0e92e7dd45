using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Scripted;

public sealed class ScriptedVerdicts(ScriptedInspectorate script) : VerdictService.VerdictServiceBase
{
    public override async Task<ListVerdictsResponse> ListVerdicts(ListVerdictsRequest request, ServerCallContext context)
    {
        script.Questions.Enqueue(request.Clone());
        var held = request.RecordedAsOf is { } instant && script.Then is { } then ? then(instant.ToDateTimeOffset()) : script.Verdicts;
        var all = (request.SupersededOnly && script.Positions is not null ? script.Earlier : held)
            .Where(verdict => request.Area.Length == 0 || verdict.Footprint.Areas.Contains(request.Area))
            .Where(verdict => request.IncludeWithdrawn || verdict.State is not Verdict.Types.State.Withdrawn)
            .Where(verdict => request.AsOf.Length == 0 || string.CompareOrdinal(verdict.PublishedOn, request.AsOf) <= 0)
            .Select(verdict => verdict.Clone())
            .ToList();
        if (script.Behaviour is Behaviour.AnswersForAnotherArea)
            all = [Facts.Verdict(script.Code, "icpc", "good", "825")];
        foreach (var verdict in all.Take(1))
            if (script.Behaviour is Behaviour.AnswersTooMuch)
                verdict.Text = new string('x', 3_000_000);

        var (page, next) = Paging.Cut(all, request.PageSize, request.PageToken, script.Behaviour);
        await (script.BeforeVerdicts?.Invoke() ?? Task.CompletedTask);
        return new ListVerdictsResponse { Verdicts = { page }, NextPageToken = next };
    }

    public override Task<ListVerdictRevisionsResponse> ListVerdictRevisions(
        ListVerdictRevisionsRequest request, ServerCallContext context)
    {
        script.Questions.Enqueue(request.Clone());
        if (!script.Revisions.TryGetValue(request.Name, out var all))
            throw ScriptedRefusal.Of(StatusCode.NotFound, ErrorReason.VerdictNotFound);
        var (page, next) = Paging.Cut([.. all], request.PageSize, request.PageToken, script.Behaviour);
        return Task.FromResult(new ListVerdictRevisionsResponse { Verdicts = { page }, NextPageToken = next });
    }
}

public sealed class ScriptedInspections(ScriptedInspectorate script) : InspectionService.InspectionServiceBase
{
    public override Task<ListInspectionsResponse> ListInspections(ListInspectionsRequest request, ServerCallContext context)
    {
        script.Questions.Enqueue(request.Clone());
        var all = script.Inspections
            .Where(inspection => request.Area.Length == 0 || inspection.Footprint.Areas.Contains(request.Area))
            .ToList();
        var (page, next) = Paging.Cut(all, request.PageSize, request.PageToken, script.Behaviour);
        return Task.FromResult(new ListInspectionsResponse { Inspections = { page }, NextPageToken = next });
    }
}

public sealed class ScriptedPositions(ScriptedInspectorate script) : PositionService.PositionServiceBase
{
    public override Task<ListPositionsResponse> ListPositions(ListPositionsRequest request, ServerCallContext context)
    {
        if (script.FailsOnPositions)
            throw new RpcException(new Status(StatusCode.Internal, "SELECT secret"));
        if (script.Positions is null)
            throw new RpcException(new Status(StatusCode.Unimplemented, ""));
        var all = script.Positions.Where(position => request.Area.Length == 0 || position.Area == request.Area).ToList();
        var (page, next) = Paging.Cut(all, request.PageSize, request.PageToken, script.Behaviour);
        return Task.FromResult(new ListPositionsResponse { Positions = { page }, NextPageToken = next });
    }
}

public sealed class ScriptedRecommendations(ScriptedInspectorate script) : RecommendationService.RecommendationServiceBase
{
    public override Task<ListRecommendationsResponse> ListRecommendations(ListRecommendationsRequest request, ServerCallContext context)
    {
        if (script.FailsOnRecommendations)
            throw new RpcException(new Status(StatusCode.Internal, "SELECT secret"));
        if (script.Recommendations is null)
            throw new RpcException(new Status(StatusCode.Unimplemented, ""));
        var all = script.Recommendations.Where(one => request.Area.Length == 0 || one.Footprint.Areas.Contains(request.Area)).ToList();
        var (page, next) = Paging.Cut(all, request.PageSize, request.PageToken, script.Behaviour);
        return Task.FromResult(new ListRecommendationsResponse { Recommendations = { page }, NextPageToken = next });
    }
}

public sealed class ScriptedStatements(ScriptedInspectorate script) : StatementService.StatementServiceBase
{
    public override Task<ListStatementsResponse> ListStatements(ListStatementsRequest request, ServerCallContext context)
    {
        if (script.FailsOnStatements)
            throw new RpcException(new Status(StatusCode.Internal, "SELECT secret"));
        if (script.Statements is null)
            throw new RpcException(new Status(StatusCode.Unimplemented, ""));
        var all = script.Statements.Where(one => request.Area.Length == 0 || one.Footprint.Areas.Contains(request.Area)).ToList();
        var (page, next) = Paging.Cut(all, request.PageSize, request.PageToken, script.Behaviour);
        return Task.FromResult(new ListStatementsResponse { Statements = { page }, NextPageToken = next });
    }
}

public sealed class ScriptedReplies(ScriptedInspectorate script) : ReplyService.ReplyServiceBase
{
    public override Task<ListRepliesResponse> ListReplies(ListRepliesRequest request, ServerCallContext context)
    {
        var (page, next) = Paging.Cut(
            Kept(script.Replies), request.PageSize, request.PageToken, script.RepliesWithoutEnd ? Behaviour.PagesWithoutEnd : script.Behaviour);
        return Task.FromResult(new ListRepliesResponse { Replies = { page }, NextPageToken = next });
    }

    public override Task<ListAccuracyExchangesResponse> ListAccuracyExchanges(ListAccuracyExchangesRequest request, ServerCallContext context)
    {
        var (page, next) = Paging.Cut(Kept(script.Exchanges), request.PageSize, request.PageToken, script.Behaviour);
        return Task.FromResult(new ListAccuracyExchangesResponse { Exchanges = { page }, NextPageToken = next });
    }

    private List<T> Kept<T>(List<T>? records) => script.FailsOnReplies
        ? throw new RpcException(new Status(StatusCode.Internal, "SELECT secret"))
        : records ?? throw new RpcException(new Status(StatusCode.Unimplemented, ""));
}

public sealed class ScriptedTeams(ScriptedInspectorate script) : TeamService.TeamServiceBase
{
    public override Task<ListTeamsResponse> ListTeams(ListTeamsRequest request, ServerCallContext context)
    {
        if (script.FailsOnTeams)
            throw new RpcException(new Status(StatusCode.Internal, "SELECT secret"));
        if (script.Teams is null)
            throw new RpcException(new Status(StatusCode.Unimplemented, ""));
        var all = script.Teams.Where(team => script.ListsAllTeams || request.Area.Length == 0 || team.Footprint.Areas.Contains(request.Area)).ToList();
        var (page, next) = Paging.Cut(all, request.PageSize, request.PageToken, script.Behaviour);
        return Task.FromResult(new ListTeamsResponse { Teams = { page }, NextPageToken = next });
    }
}

public sealed class ScriptedDescription(ScriptedInspectorate script) : InspectorateService.InspectorateServiceBase
{
    public override Task<GetInspectorateResponse> GetInspectorate(GetInspectorateRequest request, ServerCallContext context) =>
        Task.FromResult(request.AsOf.Length > 0 && script.DescriptionThen is { } then
            ? new GetInspectorateResponse { Inspectorate = then(request.AsOf), AsOf = request.AsOf }
            : new GetInspectorateResponse { Inspectorate = script.Description });

    public override Task<ListIndicatorsResponse> ListIndicators(ListIndicatorsRequest request, ServerCallContext context)
    {
        var (page, next) = Paging.Cut(script.Registry, request.PageSize, request.PageToken, script.Behaviour);
        return Task.FromResult(new ListIndicatorsResponse { Indicators = { page }, NextPageToken = next });
    }

    public override Task<ResolveFrameworkResponse> ResolveFramework(ResolveFrameworkRequest request, ServerCallContext context)
    {
        script.Questions.Enqueue(request.Clone());
        return Task.FromResult(script.Resolves?.Invoke(request) ?? throw new RpcException(new Status(StatusCode.Unimplemented, "")));
    }
}

public sealed class ScriptedChanges(ScriptedInspectorate script) : ChangeService.ChangeServiceBase
{
    public override Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var page = script.Log.After(request.Cursor, request.PageSize);
        return Task.FromResult(new ListChangesResponse { Changes = { page }, Cursor = page.Count > 0 ? page[^1].Cursor : request.Cursor });
    }

    public override Task WatchChanges(
        WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, ServerCallContext context) =>
        script.Log.WatchAsync(request.Cursor, change => responseStream.WriteAsync(new() { Change = change }), context);
}

internal static class Paging
{
    public static (IEnumerable<T> Page, string Next) Cut<T>(List<T> all, int size, string token, Behaviour behaviour)
    {
        if (behaviour is Behaviour.PagesWithoutEnd)
            return (all.Take(1), "again");
        var start = token.Length == 0 ? 0 : int.Parse(token, System.Globalization.CultureInfo.InvariantCulture);
        var next = start + size < all.Count ? (start + size).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
        return (all.Skip(start).Take(size), next);
    }
}
