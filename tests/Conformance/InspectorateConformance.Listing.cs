using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    [Fact]
    public async Task Pages_go_on_where_the_last_ended_newest_first()
    {
        var area = service.NewArea();
        string[] days = [.. Enumerable.Range(1, 25).Select(day => $"2024-03-{day:00}")];
        await service.Verdicts.BatchRecordVerdictsAsync(
            new BatchRecordVerdictsRequest { Verdicts = { days.Select(day => Samples.Published(area, day)) }, RequestId = Samples.NewId() },
            service.As("inspector"), cancellationToken: Stop);

        var (read, sizes, request) = (new List<string>(), new List<int>(), new ListVerdictsRequest { Area = area, PageSize = 10 });
        do
        {
            var page = await service.Verdicts.ListVerdictsAsync(request, cancellationToken: Stop);
            read.AddRange(page.Verdicts.Select(verdict => verdict.PublishedOn));
            sizes.Add(page.Verdicts.Count);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(days.Reverse(), read);
        Assert.Equal([10, 10, 5], sizes);
    }

    [Fact]
    public async Task A_page_token_is_refused_for_another_query_and_for_another_caller()
    {
        var area = service.NewArea();
        await RecordAsync(Samples.Published(area, "2024-02-01"));
        await RecordAsync(Samples.Published(area, "2024-02-02"));
        var page = await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest { Area = area, PageSize = 1 }, cancellationToken: Stop);
        var token = page.NextPageToken;

        foreach (var (request, headers) in new (ListVerdictsRequest, Metadata?)[]
        {
            (new() { Area = service.NewArea(), PageToken = token }, null),
            (new() { Area = area, PageToken = token }, service.As("inspector")),
            (new() { Area = area, PageToken = token[..^1] + (token[^1] == 'A' ? 'Q' : 'A') + "A" }, null),
            (new() { Area = area, PageToken = "made up" }, null),
        })
            (await Refused.ByAsync(service.Verdicts.ListVerdictsAsync(request, headers, cancellationToken: Stop)))
                .Is(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(501)]
    [InlineData(int.MinValue)]
    public async Task A_page_size_out_of_bounds_is_refused(int size)
    {
        var refused = await Refused.ByAsync(service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest { PageSize = size }, cancellationToken: Stop));
        var changes = await Refused.ByAsync(service.Changes.ListChangesAsync(new ListChangesRequest { PageSize = size }, cancellationToken: Stop));

        refused.Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "page_size");
        changes.Is(StatusCode.InvalidArgument, "FIELD_OUT_OF_RANGE", "page_size");
    }

    [Fact]
    public async Task A_page_never_exceeds_the_largest_answer()
    {
        // 500 of them hold more than the 1 MiB an answer may have; the tests' channel takes no more either.
        var area = service.NewArea();
        foreach (var part in Enumerable.Range(0, 10))
        {
            var request = new BatchRecordVerdictsRequest { RequestId = Samples.NewId() };
            request.Verdicts.AddRange(Enumerable.Range(0, 50).Select(_ =>
            {
                var verdict = Samples.Published(area, "2024-02-01");
                verdict.Text = new string('x', 4000);
                return verdict;
            }));
            await service.Verdicts.BatchRecordVerdictsAsync(request, service.As("inspector"), cancellationToken: Stop);
        }

        var names = new HashSet<string>();
        var list = new ListVerdictsRequest { Area = area, PageSize = 500 };
        do
        {
            var page = await service.Verdicts.ListVerdictsAsync(list, cancellationToken: Stop);
            Assert.All(page.Verdicts, verdict => Assert.True(names.Add(verdict.Name)));
            list.PageToken = page.NextPageToken;
        }
        while (list.PageToken.Length > 0);

        Assert.Equal(500, names.Count);
    }

    [Fact]
    public async Task Lists_are_filtered_by_what_is_asked_for()
    {
        var area = service.NewArea();
        var verdict = await RecordAsync(Samples.Published(area, "2024-02-01"));
        var other = service.Description.Processes.Concat(service.Description.ConditionalProcesses).First(process => process != Samples.Process);

        Assert.Equal([verdict], await Listed(new() { Area = area, Process = Samples.Process, Framework = Samples.Framework.Code }));
        Assert.Empty(await Listed(new() { Area = area, Process = other }));
        Assert.Empty(await Listed(new() { Area = area, Inspection = "inspectorates/none/inspections/none" }));

        async Task<IEnumerable<Verdict>> Listed(ListVerdictsRequest request) =>
            (await service.Verdicts.ListVerdictsAsync(request, cancellationToken: Stop)).Verdicts;
    }

    [Theory]
    [InlineData("area", "norfolk", "AREA_CODE_MALFORMED")]
    [InlineData("area", "E10000999", "AREA_UNKNOWN")]
    [InlineData("area", "E07000148", "AREA_CODE_IS_DISTRICT")]
    [InlineData("area", "W06000015", "AREA_OUT_OF_ENGLAND")]
    [InlineData("process", "tea-making", "PROCESS_UNKNOWN")]
    [InlineData("framework", "nonsense", "FRAMEWORK_UNKNOWN")]
    [InlineData("as_of", "31/12/2024", "FIELD_MALFORMED")]
    [InlineData("as_of", "0000-01-01", "FIELD_MALFORMED")]
    [InlineData("as_of", "9999-01-01", "FIELD_OUT_OF_RANGE")]
    [InlineData("as_of", "2026-06-16", "FIELD_OUT_OF_RANGE")]
    public async Task A_wrong_filter_is_refused_with_its_reason(string field, string value, string reason)
    {
        var request = new ListVerdictsRequest();
        ListVerdictsRequest.Descriptor.FindFieldByName(field).Accessor.SetValue(request, value);

        var refused = await Refused.ByAsync(service.Verdicts.ListVerdictsAsync(request, cancellationToken: Stop));

        refused.Is(StatusCode.InvalidArgument, reason, field);
    }

    [Fact]
    public async Task The_day_is_londons()
    {
        // Summer time: 23:30 UTC on the 15th is the 16th in London.
        await using var late = new RunningService(new Fictional.FictionalInspectorate());
        late.Time.SetUtcNow(new DateTimeOffset(2026, 6, 15, 23, 30, 0, TimeSpan.Zero));
        await late.StartAsync();

        var today = await late.Verdicts.ListVerdictsAsync(new ListVerdictsRequest { AsOf = "2026-06-16" }, cancellationToken: Stop);
        var tomorrow = await Refused.ByAsync(late.Verdicts.ListVerdictsAsync(new ListVerdictsRequest { AsOf = "2026-06-17" }, cancellationToken: Stop));

        Assert.Empty(today.Verdicts);
        Assert.Contains("2026-06-16", tomorrow.Message);
    }
}
