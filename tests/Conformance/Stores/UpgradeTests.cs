using Google.Protobuf;
using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;
using Old = Inspectorates.Conformance.Stores.PreviousRelease.PreviousRelease;

namespace Inspectorates.Conformance.Stores;

/// <summary>A store of the release before, on this program. That release had no PostgreSQL: there is nothing of it to upgrade there.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private readonly RunningService service = new(new FictionalInspectorate());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Old.Make(service.StoreFile);
        service.Time.SetUtcNow(Old.Answered);
        await service.StartAsync();
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    // To be joined by the others when they are released.
    [Theory]
    [InlineData("Sqlite.Scripts.0001-record.sql", "e131783f57e28066f4094c5f28ef6826c832d7f4ad5078efe6b8526124c97a8c")]
    public void A_script_that_has_run_somewhere_is_never_changed(string script, string hash) =>
        Assert.Equal(hash, Old.HashOf($"Inspectorates.Hosting.Store.{script}"));

    [Fact]
    public async Task Everything_it_showed_to_the_public_and_to_staff_is_shown_the_same()
    {
        var asked = 0;
        foreach (var exchange in Old.Answers)
        {
            var answer = await exchange.RepeatAsync(service);

            var (was, now) = (Comparable(exchange.Answer, exchange.Who.Length == 0), Comparable(answer, exchange.Who.Length == 0));
            Assert.True(Equals(was, now), $"{exchange.Who} {exchange.Request}\n{Difference($"{was}", $"{now}")}");
            asked++;
        }

        Assert.True(asked > 100);
    }

    [Fact]
    public async Task A_write_it_answered_is_answered_the_same_when_it_is_sent_again_and_has_no_second_effect()
    {
        var entries = (await LogChain.ReadAsync(service.ConnectionString)).Links.Count;
        var promised = Old.Requests.Where(exchange => Old.WrittenAt(exchange.Request) > Old.Answered.AddHours(-24)).ToList();

        foreach (var exchange in promised)
            Assert.Equal(exchange.Answer, await exchange.RepeatAsync(service));
        var other = promised.Select(exchange => exchange.Request).OfType<RecordVerdictRequest>().First();
        other.Verdict.Text = "another body";
        (await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(other, service.As("inspector"), cancellationToken: Stop)))
            .Is(Grpc.Core.StatusCode.AlreadyExists, "REQUEST_ID_REUSED", "request_id");

        Assert.True(promised.Count >= 5);
        Assert.Equal(entries, (await LogChain.ReadAsync(service.ConnectionString)).Links.Count);
    }

    [Fact]
    public async Task Its_log_goes_on_unbroken_in_the_new_format()
    {
        var before = await LogChain.ReadAsync(service.ConnectionString);
        var samples = new Samples(service.Description);
        await service.Verdicts.RecordVerdictAsync(Samples.Recording(samples.Published("301", "2026-06-01")), service.As("inspector"), cancellationToken: Stop);

        var after = await LogChain.ReadAsync(service.ConnectionString);

        Assert.Equal(before.Links, after.Links.SkipLast(1));
        Assert.Equal(1, await LogChain.NumberAsync(service.ConnectionString, "SELECT COUNT(*) FROM entry WHERE format = 2"));
    }

    [Fact]
    public async Task Starting_again_projects_nothing_twice()
    {
        var rows = await PublicRowsAsync();
        await service.StopAsync();
        await service.StartAsync();

        Assert.NotEqual(0, rows);
        Assert.Equal(rows, await PublicRowsAsync());
    }

    private static string Difference(string was, string now)
    {
        var at = Math.Max(0, was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count() - 200);
        return $"was ...{string.Concat(was.Skip(at).Take(400))}\nis  ...{string.Concat(now.Skip(at).Take(400))}";
    }

    private Task<long> PublicRowsAsync() => LogChain.NumberAsync(
        service.ConnectionString,
        "SELECT (SELECT COUNT(*) FROM public_verdict) + (SELECT COUNT(*) FROM public_inspection) + (SELECT COUNT(*) FROM public_verdict_area) + (SELECT COUNT(*) FROM public_inspection_area)");

    // What the public gets is numbered over what was public (docs/decisions/0090): the number before told of drafts.
    private static IMessage? Comparable(IMessage? answer, bool byAnybody)
    {
        if (answer is ListChangesResponse changes)
        {
            changes.Cursor = "";
            foreach (var change in changes.Changes)
                change.Cursor = "";
        }

        if (byAnybody)
            Records(answer).ForEach(record => Clear(record, "revision", "etag"));
        // The history of what was never public keeps the state each revision had; it was said to be superseded before.
        if (answer is ListVerdictRevisionsResponse history)
            history.Verdicts.SkipLast(1).ToList().ForEach(verdict => verdict.State = Verdict.Types.State.Superseded);
        Records(answer).OfType<Inspection>().ToList().ForEach(record => Clear(record, "revision", "etag", "recorded_at"));
        return answer;
    }

    private static void Clear(IMessage record, params string[] fields)
    {
        foreach (var field in fields)
            record.Descriptor.FindFieldByName(field).Accessor.Clear(record);
    }

    private static List<IMessage> Records(IMessage? answer) => answer switch
    {
        ListChangesResponse all => [.. all.Changes.Select(change => change.Verdict ?? (IMessage)change.Inspection)],
        ListVerdictsResponse all => [.. all.Verdicts],
        ListVerdictRevisionsResponse all => [.. all.Verdicts],
        ListInspectionsResponse all => [.. all.Inspections],
        GetVerdictResponse one => [one.Verdict],
        GetInspectionResponse one => [one.Inspection],
        _ => [],
    };
}
