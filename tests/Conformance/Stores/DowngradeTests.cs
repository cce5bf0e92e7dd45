using Inspectorates.Conformance.Fictional;
using Inspectorates.Conformance.Stores.PreviousRelease;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Stores;

/// <summary>The build before on the schema of this one, by its own statements, and this one after it.</summary>
public sealed class DowngradeTests : IAsyncLifetime
{
    private const string Secret = "not yet public";

    private readonly RunningService service = new(new FictionalInspectorate());

    private Samples Samples { get; set; } = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await service.StartAsync();
        Samples = new Samples(service.Description);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task Every_statement_of_the_build_before_runs_and_what_it_wrote_is_there_at_the_next_start_of_this_one()
    {
        var (standing, superseded) = (await RecordAsync(Samples.Published("301", "2024-02-01")), await RecordAsync(Samples.Published("302", "2024-02-01")));
        await service.StopAsync();
        Verdict recorded, correction;
        Inspection imported;
        using (var before = new PreviousBuild(service.StoreFile, service.Time.GetUtcNow()))
        {
            Assert.Equal(standing, before.ShownToAnybody(standing.Name));
            recorded = before.Record(Requested(Samples.Published("303", "2024-03-01"), 'a'), Name('a'));
            var draft = Samples.Verdict("303");
            draft.Name = Name('b');
            before.Append(draft, 1);
            correction = Samples.Published("302", "2024-02-01", Samples.Worst);
            correction.Name = superseded.Name;
            correction = before.Append(correction, 2);
            before.Withdraw(standing.Name, "recorded twice");
            imported = before.Import(
                Samples.Record("304", "2025-03-01", Samples.Best, Samples.Source("e", "2025-03-31")), $"inspectorates/fictional/inspections/{new string('c', 32)}", "fiction/304/2025-03-01", Name('d'));
            foreach (var statement in before.Unused.ToList())
                before.RunWithAnything(statement);
            Assert.Empty(before.Unused);
        }

        await service.StartAsync();

        var shown = (await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest { IncludeWithdrawn = true }, cancellationToken: Stop)).Verdicts
            .ToDictionary(verdict => verdict.Name, verdict => (verdict.State, verdict.Grade.Code, verdict.Revision));
        Assert.Equal(4, shown.Count);
        Assert.Equal((Verdict.Types.State.Withdrawn, Samples.Best, 2), shown[standing.Name]);
        Assert.Equal((Verdict.Types.State.Published, Samples.Worst, 2), shown[superseded.Name]);
        Assert.Equal((Verdict.Types.State.Published, Samples.Best, 1), shown[recorded.Name]);
        Assert.Equal(imported.Name, Assert.Single((await service.Inspections.ListInspectionsAsync(new ListInspectionsRequest(), cancellationToken: Stop)).Inspections).Name);
        Assert.Equal(
            [standing.Name, superseded.Name, recorded.Name, correction.Name, standing.Name, imported.Name, Name('d')],
            (await service.Changes.ListChangesAsync(new ListChangesRequest(), cancellationToken: Stop)).Changes.Select(change => change.Verdict?.Name ?? change.Inspection.Name));
        Assert.Equal(
            5, (await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest { IncludeWithdrawn = true }, service.As("lead"), cancellationToken: Stop)).Verdicts.Count);
        await HoldsAsync();
    }

    [Fact]
    public async Task A_write_it_answered_is_answered_the_same_by_this_one()
    {
        await service.StopAsync();
        var request = Requested(Samples.Published("303", "2024-03-01"), 'a');
        Verdict recorded;
        using (var before = new PreviousBuild(service.StoreFile, service.Time.GetUtcNow()))
            recorded = before.Record(request, Name('a'));
        await service.StartAsync();

        Assert.Equal(recorded, (await service.Verdicts.RecordVerdictAsync(request, service.As("inspector"), cancellationToken: Stop)).Verdict);
    }

    [Fact]
    public async Task A_draft_over_what_is_public_shows_neither_in_its_tombstones_nor_in_those_of_this_build()
    {
        var (here, there) = (await WithDraftOverAsync("301"), await WithDraftOverAsync("302"));
        await service.Verdicts.WithdrawVerdictAsync(
            new WithdrawVerdictRequest { Name = here.Name, Reason = "r", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
        await service.StopAsync();
        using (var before = new PreviousBuild(service.StoreFile, service.Time.GetUtcNow()))
        {
            // What this build withdrew is shown there without the draft. What is withdrawn there shows its draft there: that build's own fault.
            var tombstone = before.ShownToAnybody(here.Name)!;
            Assert.Equal((Verdict.Types.State.Withdrawn, "", Samples.Best), (tombstone.State, tombstone.Text, tombstone.Grade.Code));
            Assert.Equal(Secret, before.Withdraw(there.Name, "r").Text);
        }

        await service.StartAsync();

        var shown = (await service.Verdicts.GetVerdictAsync(new GetVerdictRequest { Name = there.Name }, cancellationToken: Stop)).Verdict;
        Assert.Equal((Verdict.Types.State.Withdrawn, "r", "", Samples.Best), (shown.State, shown.RevisionReason, shown.Text, shown.Grade.Code));
        await HoldsAsync();
    }

    [Fact]
    public async Task What_is_scheduled_waits_for_this_build_and_opens_unless_it_was_changed_meanwhile()
    {
        var (kept, changed) = (await ScheduledAsync("301"), await ScheduledAsync("302"));
        await service.StopAsync();
        service.Time.Advance(TimeSpan.FromHours(2));
        using (var before = new PreviousBuild(service.StoreFile, service.Time.GetUtcNow()))
        {
            Assert.Null(before.ShownToAnybody(kept.Name));
            var draft = Samples.Verdict("302");
            draft.Name = changed.Name;
            before.Append(draft, changed.Revision + 1);
        }

        await service.StartAsync();
        using var watch = service.Changes.WatchChanges(new WatchChangesRequest(), cancellationToken: Stop);

        Assert.True(await watch.ResponseStream.MoveNext(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop));
        Assert.Equal(kept.Name, watch.ResponseStream.Current.Change.Verdict.Name);
        Assert.Single((await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), cancellationToken: Stop)).Verdicts);
        await HoldsAsync();
    }

    private static string Name(char letter) => $"inspectorates/fictional/verdicts/{new string(letter, 32)}";

    private static RecordVerdictRequest Requested(Verdict verdict, char letter) =>
        new() { Verdict = verdict, RequestId = PreviousBuild.RequestOf(Name(letter)) };

    private async Task<Verdict> RecordAsync(Verdict verdict) =>
        (await service.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), service.As("inspector"), cancellationToken: Stop)).Verdict;

    private async Task<Verdict> WithDraftOverAsync(string area)
    {
        var verdict = await RecordAsync(Samples.Published(area, "2024-02-01"));
        var draft = Samples.Verdict(area, Samples.Worst);
        (draft.Name, draft.Text) = (verdict.Name, Secret);
        await service.Verdicts.SupersedeVerdictAsync(
            new SupersedeVerdictRequest { Verdict = draft, Reason = "r", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);
        return verdict;
    }

    private async Task<Verdict> ScheduledAsync(string area)
    {
        var (steps, draft) = (new WorkflowOf(service), await RecordAsync(Samples.Verdict(area)));
        await steps.SubmitAsync(draft.Name);
        await steps.ApproveAsync(draft.Name);
        return await steps.ScheduleAsync(draft.Name, service.Time.GetUtcNow().AddHours(1));
    }

    private async Task HoldsAsync()
    {
        await LogChain.ReadAsync(service.ConnectionString);
        var verified = await ProgramRun.Of(new FictionalInspectorate(), "verify", "--store", service.ConnectionString);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
    }
}
