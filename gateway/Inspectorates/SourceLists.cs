using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.Gateway.Joint;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>An inspectorate's lists, each read to its end.</summary>
internal static class SourceLists
{
    public static Task<List<Verdict>> VerdictsAsync(this SourceChannel channel, Question question, CallOptions options) =>
        PageWalk.AllAsync<Verdict>(async token =>
        {
            var page = await channel.Verdicts.ListVerdictsAsync(question.Of<ListVerdictsRequest>(token, request => request.IncludeWithdrawn = question.Withdrawn), options);
            return (page.Verdicts, page.NextPageToken);
        });

    public static Task<List<Inspection>> InspectionsAsync(this SourceChannel channel, Question question, CallOptions options) =>
        PageWalk.AllAsync<Inspection>(async token =>
        {
            var page = await channel.Inspections.ListInspectionsAsync(question.Of<ListInspectionsRequest>(token), options);
            return (page.Inspections, page.NextPageToken);
        });

    /// <summary>Earlier versions of verdicts that later ones replaced; a service that does not know the question has none.</summary>
    public static async Task<List<Verdict>> EarlierAsync(this SourceChannel channel, Question question, CallOptions options)
    {
        var listed = await PageWalk.AllAsync<Verdict>(async token =>
        {
            var page = await channel.Verdicts.ListVerdictsAsync(question.Of<ListVerdictsRequest>(token, request => request.SupersededOnly = true), options);
            return (page.Verdicts, page.NextPageToken);
        });
        // An older build passes over what it does not know and lists what holds.
        return listed.FindAll(verdict => verdict.State is Verdict.Types.State.Superseded);
    }

    /// <summary>Every revision of every position, and what became of reading them.</summary>
    /// <exception cref="RpcException">It cannot be reached, or does not answer in time.</exception>
    public static async Task<(List<Position> Positions, PositionsReading Reading)> PositionsAsync(
        this SourceChannel channel, Question question, CallOptions options)
    {
        try
        {
            var all = await PageWalk.AllAsync<Position>(async token =>
            {
                var page = await channel.Positions.ListPositionsAsync(question.Of<ListPositionsRequest>(token, request => request.AllRevisions = true), options);
                return (page.Positions, page.NextPageToken);
            });
            // One that was shown while the pages were read is in two of them: the later says more.
            return ([.. all.GroupBy(position => (position.Name, position.Revision)).Select(same => same.Last())], PositionsReading.Read);
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.Unimplemented)
        {
            return ([], PositionsReading.NotKept);
        }
        catch (RpcException refused) when (SaysNothingOfTheRest(refused))
        {
            // Its verdicts are shown all the same; nobody takes it for one that has not answered.
            return ([], PositionsReading.NotKnown);
        }
    }

    /// <summary>Every revision of one verdict, oldest first.</summary>
    public static Task<List<Verdict>> RevisionsAsync(
        this SourceChannel channel, string name, Timestamp? recordedAsOf, CallOptions options) =>
        PageWalk.AllAsync<Verdict>(async token =>
        {
            var page = await channel.Verdicts.ListVerdictRevisionsAsync(
                new() { Name = name, PageSize = PageWalk.PageSize, PageToken = token, RecordedAsOf = recordedAsOf }, options);
            return (page.Verdicts, page.NextPageToken);
        });

    /// <summary>Whether a list that was refused so is the only thing amiss: what else the service answers holds.</summary>
    public static bool SaysNothingOfTheRest(RpcException refused) =>
        refused.StatusCode is StatusCode.Internal or StatusCode.Unknown or StatusCode.DataLoss
            or StatusCode.ResourceExhausted or StatusCode.FailedPrecondition or StatusCode.InvalidArgument
            or StatusCode.OutOfRange or StatusCode.Aborted or StatusCode.NotFound or StatusCode.PermissionDenied
        // What is no message at all the client calls unavailable.
        || refused.Status.DebugException is Google.Protobuf.InvalidProtocolBufferException;

    /// <summary>A day as the contract writes it; empty: none.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
