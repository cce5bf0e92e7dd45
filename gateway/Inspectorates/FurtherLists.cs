using Grpc.Core;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Indicators;
using Inspectorates.Gateway.Joint.Recommendations;
using Inspectorates.Gateway.Joint.Replies;
using Inspectorates.Gateway.Joint.Statements;
using Inspectorates.Gateway.Joint.Teams;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>An inspectorate's lists of further kinds of records. One that cannot be read costs nothing of the rest.</summary>
internal static class FurtherLists
{
    /// <summary>Its recommendations, replaced and withdrawn ones included.</summary>
    /// <exception cref="RpcException">It cannot be reached, or does not answer in time.</exception>
    public static Task<FurtherList<Recommendation>> RecommendationsAsync(this SourceChannel channel, string code, Question question, CallOptions options) =>
        ReadAsync<Recommendation>(
            question,
            async token =>
            {
                var page = await channel.Recommendations.ListRecommendationsAsync(question.Of<ListRecommendationsRequest>(token), options);
                return (page.Recommendations, page.NextPageToken);
            },
            recommendation => recommendation.Name,
            recommendation => RecommendationFaults.Of(recommendation, code, question.Area));

    /// <summary>Its records of what follows inspections, withdrawn ones included.</summary>
    /// <exception cref="RpcException">It cannot be reached, or does not answer in time.</exception>
    public static Task<FurtherList<Statement>> StatementsAsync(this SourceChannel channel, string code, Question question, CallOptions options) =>
        ReadAsync<Statement>(
            question,
            async token =>
            {
                var page = await channel.Statements.ListStatementsAsync(question.Of<ListStatementsRequest>(token), options);
                return (page.Statements, page.NextPageToken);
            },
            statement => statement.Name,
            statement => StatementFaults.Of(statement, code, question.Area));

    /// <summary>The replies of inspected bodies that it keeps.</summary>
    /// <exception cref="RpcException">It cannot be reached, or does not answer in time.</exception>
    public static Task<FurtherList<Reply>> RepliesAsync(this SourceChannel channel, string code, Question question, CallOptions options) =>
        ReadAsync<Reply>(
            question,
            async token =>
            {
                var page = await channel.Replies.ListRepliesAsync(question.Of<ListRepliesRequest>(token), options);
                return (page.Replies, page.NextPageToken);
            },
            reply => reply.Name,
            reply => ReplyFaults.Of(reply, code, question.Area));

    /// <summary>Its exchanges with inspected bodies on factual accuracy.</summary>
    /// <exception cref="RpcException">It cannot be reached, or does not answer in time.</exception>
    public static Task<FurtherList<AccuracyExchange>> ExchangesAsync(this SourceChannel channel, string code, Question question, CallOptions options) =>
        ReadAsync<AccuracyExchange>(
            question,
            async token =>
            {
                var page = await channel.Replies.ListAccuracyExchangesAsync(question.Of<ListAccuracyExchangesRequest>(token), options);
                return (page.Exchanges, page.NextPageToken);
            },
            exchange => exchange.Name,
            exchange => ReplyFaults.Of(exchange, code, question.Area));

    /// <summary>Who carried out its inspections.</summary>
    /// <exception cref="RpcException">It cannot be reached, or does not answer in time.</exception>
    public static Task<FurtherList<Team>> TeamsAsync(this SourceChannel channel, string code, Question question, CallOptions options) =>
        ReadAsync<Team>(
            question,
            async token =>
            {
                var page = await channel.Teams.ListTeamsAsync(question.Of<ListTeamsRequest>(token), options);
                return (page.Teams, page.NextPageToken);
            },
            team => team.Name,
            team => TeamAnswerFaults.Of(team, code, question.Area));

    /// <summary>The readings of its indicators. Asked for one area only: over all areas they are thousands that nobody needs at once.</summary>
    /// <exception cref="RpcException">It cannot be reached, or does not answer in time.</exception>
    public static Task<FurtherList<IndicatorReading>> ReadingsAsync(this SourceChannel channel, string code, Question question, CallOptions options) =>
        ReadAsync<IndicatorReading>(
            OfOneArea(question),
            async token =>
            {
                var page = await channel.Indicators.ListIndicatorReadingsAsync(question.Of<ListIndicatorReadingsRequest>(token), options);
                return (page.IndicatorReadings, page.NextPageToken);
            },
            reading => reading.Name,
            reading => IndicatorFaults.Of(reading, code, question.Area));

    /// <summary>Its registry of indicators, beside which readings are told.</summary>
    /// <exception cref="RpcException">It cannot be reached, or does not answer in time.</exception>
    public static Task<FurtherList<Indicator>> RegistryAsync(this SourceChannel channel, Question question, CallOptions options) =>
        ReadAsync<Indicator>(
            OfOneArea(question),
            async token =>
            {
                var page = await channel.Inspectorates.ListIndicatorsAsync(new() { PageSize = PageWalk.PageSize, PageToken = token }, options);
                return (page.Indicators, page.NextPageToken);
            },
            indicator => indicator.Code,
            IndicatorFaults.Of);

    private static Question OfOneArea(Question question) => question with { Further = question.Further && question.Area is not null };

    /// <summary>Reads a list to its end.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="page">Asks for the page with a token.</param>
    /// <param name="name">The name of a record: one that changed while the pages were read is in two of them, and the later holds.</param>
    /// <param name="faults">What is wrong with a record, so that it cannot be told.</param>
    private static async Task<FurtherList<T>> ReadAsync<T>(
        Question question, Func<string, Task<(IEnumerable<T> Records, string Next)>> page, Func<T, string> name, Func<T, IEnumerable<string>> faults)
    {
        if (!question.Further)
            return new([], FurtherReading.NotAsked);
        try
        {
            var all = await PageWalk.AllAsync(page);
            List<T> latest = [.. all.GroupBy(name).Select(same => same.Last())];
            return latest.SelectMany(faults).Any() ? new([], FurtherReading.NotKnown) : new(latest, FurtherReading.Read);
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.Unimplemented)
        {
            return new([], FurtherReading.NotKept);
        }
        catch (RpcException refused) when (SourceLists.SaysNothingOfTheRest(refused))
        {
            // Its verdicts are shown all the same; nobody takes it for one that has none.
            return new([], FurtherReading.NotKnown);
        }
        catch (InvalidAnswerException)
        {
            // Its pages do not come to an end: so it is with part of a list.
            return new([], FurtherReading.NotKnown);
        }
    }
}
