using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    [Fact]
    public async Task Changes_come_in_order_without_gap_or_repeat_whatever_the_page()
    {
        var area = service.NewArea();
        var start = await LastCursorAsync();
        var first = await RecordAsync(Samples.Published(area, "2024-02-01"));
        await RecordAsync(Samples.Verdict(area));
        var second = await RecordAsync(Samples.Published(area, "2024-02-02"));
        var withdrawn = await WithdrawAsync(first.Name);

        var seen = new List<Verdict>();
        for (var cursor = start; ;)
        {
            var page = await service.Changes.ListChangesAsync(new ListChangesRequest { Cursor = cursor, PageSize = 1 }, cancellationToken: Stop);
            if (page.Changes.Count == 0)
            {
                Assert.Equal(cursor, page.Cursor);
                break;
            }

            cursor = page.Cursor;
            seen.AddRange(page.Changes.Select(change => change.Verdict).Where(verdict => verdict?.Footprint.Areas.Contains(area) == true));
        }

        Assert.Equal([first, second, withdrawn], seen);
    }

    [Fact]
    public async Task A_watcher_that_resumes_misses_nothing_and_gets_nothing_twice()
    {
        var area = service.NewArea();
        var cursor = await LastCursorAsync();
        var expected = new List<string>();
        var seen = new List<string>();

        for (var round = 0; round < 3; round++)
        {
            using var watch = service.Changes.WatchChanges(new WatchChangesRequest { Cursor = cursor }, cancellationToken: Stop);
            for (var each = 0; each < 3; each++)
            {
                expected.Add((await RecordAsync(Samples.Published(area, "2024-02-01"))).Name);
                while (seen.Count < expected.Count)
                {
                    Assert.True(await watch.ResponseStream.MoveNext(Stop));
                    cursor = watch.ResponseStream.Current.Change.Cursor;
                    if (watch.ResponseStream.Current.Change.Verdict is { } verdict && verdict.Footprint.Areas.Contains(area))
                        seen.Add(verdict.Name);
                }
            }
        }

        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task A_cursor_is_refused_if_it_was_made_up_or_given_to_somebody_who_saw_other_things()
    {
        await RecordAsync(Samples.Published(service.NewArea(), "2024-02-01"));
        var cursor = await LastCursorAsync();

        var made = await Refused.ByAsync(service.Changes.ListChangesAsync(new ListChangesRequest { Cursor = "made up" }, cancellationToken: Stop));
        var other = await Refused.ByAsync(service.Changes.ListChangesAsync(new ListChangesRequest { Cursor = cursor }, service.As("lead"), cancellationToken: Stop));

        made.Is(StatusCode.InvalidArgument, "CURSOR_INVALID", "cursor");
        other.Is(StatusCode.FailedPrecondition, "CURSOR_RESET");
    }

    private async Task<string> LastCursorAsync()
    {
        for (var cursor = ""; ;)
        {
            var page = await service.Changes.ListChangesAsync(new ListChangesRequest { Cursor = cursor, PageSize = 500 }, cancellationToken: Stop);
            if (page.Changes.Count == 0)
                return cursor;
            cursor = page.Cursor;
        }
    }
}
