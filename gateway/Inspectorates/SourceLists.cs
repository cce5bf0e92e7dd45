using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Asking;

/// <summary>An inspectorate's lists, each read to its end.</summary>
internal static class SourceLists
{
    public static Task<List<Verdict>> VerdictsAsync(this SourceChannel channel, Question question, CallOptions options) =>
        PageWalk.AllAsync<Verdict>(async token =>
        {
            var page = await channel.Verdicts.ListVerdictsAsync(
                new()
                {
                    Area = question.Area ?? "",
                    AsOf = Day(question.AsOf),
                    RecordedAsOf = question.RecordedAsOf,
                    PageSize = PageWalk.PageSize,
                    PageToken = token,
                },
                options);
            return (page.Verdicts, page.NextPageToken);
        });

    public static Task<List<Inspection>> InspectionsAsync(this SourceChannel channel, Question question, CallOptions options) =>
        PageWalk.AllAsync<Inspection>(async token =>
        {
            var page = await channel.Inspections.ListInspectionsAsync(
                new()
                {
                    Area = question.Area ?? "",
                    AsOf = Day(question.AsOf),
                    RecordedAsOf = question.RecordedAsOf,
                    PageSize = PageWalk.PageSize,
                    PageToken = token,
                },
                options);
            return (page.Inspections, page.NextPageToken);
        });

    /// <summary>Every revision of one verdict, oldest first.</summary>
    public static Task<List<Verdict>> RevisionsAsync(
        this SourceChannel channel, string name, Timestamp? recordedAsOf, CallOptions options) =>
        PageWalk.AllAsync<Verdict>(async token =>
        {
            var page = await channel.Verdicts.ListVerdictRevisionsAsync(
                new() { Name = name, PageSize = PageWalk.PageSize, PageToken = token, RecordedAsOf = recordedAsOf }, options);
            return (page.Verdicts, page.NextPageToken);
        });

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
