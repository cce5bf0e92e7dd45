using System.Globalization;
using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Frameworks;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Answering;

/// <summary>Answers which frameworks there are, in the order of time, and which apply in an area.</summary>
internal sealed class FrameworkListing(InspectorateSources sources, GatewaySettings settings, TimeProvider time)
{
    // What services take for a day that is to come.
    private static readonly DateOnly Last = new(2199, 12, 31);

    /// <summary>Frameworks that match the filters.</summary>
    /// <exception cref="RefusedException">A filter, page size or token is wrong, or no inspectorate answered.</exception>
    public async Task<ListFrameworksResponse> ListAsync(ListFrameworksRequest request, Caller caller, CancellationToken cancelled)
    {
        var question = new ListFrameworksRequest(request) { PageSize = 0, PageToken = "" };
        PageToken.Check(question, request.PageSize, request.PageToken);
        AreaFilters.CheckDefined("state", request.State);
        var asOf = LondonDay.Read(request.AsOf, time);
        var day = asOf == LondonDay.Today(time) ? (DateOnly?)null : asOf;

        var (replies, answered, complete) = await AskAsync(
            request.Inspectorate,
            (source, within) => source.FrameworksAsync(day, caller, within, cancelled),
            answer => $"It describes {Words.Count(answer.Inspectorate.Frameworks.Count, "framework")}.",
            caller);
        var all = FrameworkTimeline.Of(
            replies.SelectMany(reply => reply.Answer!.Inspectorate.Frameworks.Select(framework => (reply.Source.Inspectorate, framework))), asOf);
        List<ListedFramework> found = [.. all.Where(one => request.State == 0 || one.Framework.State == request.State)];
        var (page, next) = PageToken.Cut(found, question, request.PageSize, request.PageToken);
        return new()
        {
            Frameworks = { page },
            NextPageToken = next,
            Sources = { answered },
            Complete = complete,
            TotalSize = found.Count,
            AsOf = Days.Iso(asOf),
        };
    }

    /// <summary>What each inspectorate says applies in the area.</summary>
    /// <exception cref="RefusedException">The request is wrong, or no inspectorate answered.</exception>
    public async Task<ResolveAreaFrameworkResponse> ResolveAsync(
        ResolveAreaFrameworkRequest request, Caller caller, CancellationToken cancelled)
    {
        var area = AreaRecords.Find(request.Area);
        var asOf = LondonDay.Read(request.AsOf, time);
        var asked = new ResolveFrameworkRequest
        {
            Area = area.DfeCode,
            Day = Days.Iso(Day(request.Day)),
            AsOf = asOf == LondonDay.Today(time) ? "" : Days.Iso(asOf),
        };

        var (replies, answered, complete) = await AskAsync(
            request.Inspectorate,
            (source, within) => source.ResolveAsync(asked, caller, within, cancelled),
            answer => $"It says what applies in {Words.Count(answer.Resolutions.Count, "line")} of frameworks.",
            caller);
        return new()
        {
            Inspectorates = { replies.Select(reply => Applicable(reply.Source.Inspectorate, reply.Answer!)) },
            Sources = { answered },
            Complete = complete,
            Day = asked.Day,
            AsOf = Days.Iso(asOf),
        };
    }

    /// <summary>Asks one, or all at once; the replies there are, what became of each, and whether all are there.</summary>
    private async Task<(IReadOnlyList<SourceReply<T>> Replies, IReadOnlyList<Source> Sources, bool Complete)> AskAsync<T>(
        string inspectorate, Func<InspectorateSource, TimeSpan, Task<SourceReply<T>>> ask, Func<T, string> summary, Caller caller)
        where T : class
    {
        AreaFilters.CheckInspectorate("inspectorate", inspectorate, sources.Codes);
        var within = settings.Asking.Within(caller.Patience);
        var replies = await Task.WhenAll(sources.All
            .Where(source => inspectorate.Length == 0 || source.Code == inspectorate)
            .Select(source => ask(source, within)));
        var given = replies.Where(reply => reply.Answer is not null).ToList();
        return given.Count > 0
            ? (given, [.. replies.Select(reply => SourceRecords.Write(reply.Source, reply.Answer is { } answer ? summary(answer) : "", null))], given.Count == replies.Length)
            : throw JointViews.NobodyAnswered([.. replies.Select(reply => reply.Source)]);
    }

    private static ApplicableFrameworks Applicable(string inspectorate, ResolveFrameworkResponse answer)
    {
        var applicable = new ApplicableFrameworks { Inspectorate = inspectorate, Resolutions = { answer.Resolutions } };
        foreach (var framework in applicable.Resolutions.Select(resolution => resolution.Framework).OfType<Framework>())
        {
            framework.Grades.Clear();
            framework.Judgements.Clear();
            framework.Processes.Clear();
        }

        return applicable;
    }

    // Unlike the day of a view it may be one that has not come: which framework will apply is a fair question.
    private DateOnly Day(string day)
    {
        if (day.Length == 0)
            return LondonDay.Today(time);
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            throw new RefusedException(ErrorReason.FieldMalformed, "day is no day: write year, month and day, for example 2024-12-31.")
            { Field = "day" };
        return read >= LondonDay.First && read <= Last
            ? read
            : throw new RefusedException(
                ErrorReason.FieldOutOfRange, $"day is taken from {LondonDay.First:yyyy-MM-dd} to {Last:yyyy-MM-dd}.")
            { Field = "day" };
    }
}
