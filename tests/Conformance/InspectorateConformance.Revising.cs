using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    [Fact]
    public async Task Superseding_adds_a_revision_and_the_older_stays_readable()
    {
        var area = service.NewArea();
        var first = await RecordAsync(Samples.Published(area, "2024-02-01"));

        var second = await SupersedeAsync(first.Name, Samples.Published(area, "2024-02-01", Samples.Worst), etag: first.Etag);

        Assert.Equal((first.Name, 2), (second.Name, second.Revision));
        Assert.Equal("a mistake", second.RevisionReason);
        Assert.NotEqual(first.Etag, second.Etag);
        Assert.Equal(second, await GetAsync(first.Name));
        Assert.Equal([second], await ListAsync(area));
        var revisions = (await service.Verdicts.ListVerdictRevisionsAsync(
            new ListVerdictRevisionsRequest { Name = first.Name }, cancellationToken: Stop)).Verdicts;
        Assert.Equal([Samples.Best, Samples.Worst], revisions.Select(revision => revision.Grade.Code));
        Assert.Equal([Verdict.Types.State.Superseded, Verdict.Types.State.Published], revisions.Select(revision => revision.State));
    }

    [Fact]
    public async Task Two_editors_with_one_etag_do_not_lose_an_update()
    {
        var area = service.NewArea();
        var first = await RecordAsync(Samples.Published(area, "2024-02-01"));
        await SupersedeAsync(first.Name, Samples.Published(area, "2024-02-01", Samples.Worst), first.Etag);

        var late = Samples.Published(area, "2024-02-01");
        late.Name = first.Name;
        var refused = await Refused.ByAsync(service.Verdicts.SupersedeVerdictAsync(
            new SupersedeVerdictRequest { Verdict = late, Reason = "late", Etag = first.Etag, RequestId = Samples.NewId() },
            service.As("inspector"), cancellationToken: Stop));

        refused.Is(StatusCode.Aborted, "ETAG_MISMATCH", "etag");
    }

    [Fact]
    public async Task A_withdrawn_verdict_stays_as_a_tombstone_with_its_reason()
    {
        var area = service.NewArea();
        var verdict = await RecordAsync(Samples.Published(area, "2024-02-01"));

        var tombstone = await WithdrawAsync(verdict.Name);

        Assert.Equal((Verdict.Types.State.Withdrawn, "taken back"), (tombstone.State, tombstone.RevisionReason));
        Assert.Equal(tombstone, await GetAsync(verdict.Name));
        Assert.Empty(await ListAsync(area));
        Assert.Equal([tombstone], await ListAsync(area, withdrawn: true));
        Assert.Equal([verdict], await ListAsync(area, asOf: "2024-12-31"));
    }

    [Fact]
    public async Task A_withdrawn_draft_was_never_public_and_leaves_no_tombstone_for_the_public()
    {
        var area = service.NewArea();
        var draft = await RecordAsync(Samples.Verdict(area));
        await WithdrawAsync(draft.Name);

        Assert.Empty(await ListAsync(area, withdrawn: true));
        var refused = await Refused.ByAsync(service.Verdicts.ListVerdictRevisionsAsync(
            new ListVerdictRevisionsRequest { Name = draft.Name }, cancellationToken: Stop));
        refused.Is(StatusCode.NotFound, "VERDICT_NOT_FOUND", "name");
    }

    [Fact]
    public async Task What_is_withdrawn_cannot_be_superseded_nor_withdrawn_again()
    {
        var area = service.NewArea();
        var verdict = await RecordAsync(Samples.Published(area, "2024-02-01"));
        await WithdrawAsync(verdict.Name);

        var again = Samples.Published(area, "2024-02-01");
        again.Name = verdict.Name;
        var superseding = await Refused.ByAsync(service.Verdicts.SupersedeVerdictAsync(
            new SupersedeVerdictRequest { Verdict = again, Reason = "r", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop));
        var withdrawing = await Refused.ByAsync(service.Verdicts.WithdrawVerdictAsync(
            new WithdrawVerdictRequest { Name = verdict.Name, Reason = "r", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop));

        superseding.Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
        withdrawing.Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
    }

    [Fact]
    public async Task A_draft_over_a_published_verdict_leaves_the_public_with_what_is_published()
    {
        var area = service.NewArea();
        var published = await RecordAsync(Samples.Published(area, "2024-02-01"));

        await SupersedeAsync(published.Name, Samples.Verdict(area, Samples.Worst));

        Assert.Equal(published, await GetAsync(published.Name));
        Assert.Equal([published], await ListAsync(area));
        var revisions = (await service.Verdicts.ListVerdictRevisionsAsync(
            new ListVerdictRevisionsRequest { Name = published.Name }, cancellationToken: Stop)).Verdicts;
        Assert.Equal([published], revisions);
    }

    [Fact]
    public async Task The_past_is_read_as_it_was_then()
    {
        var area = service.NewArea();
        var first = await RecordAsync(Samples.Published(area, "2024-02-01"));
        var corrected = Samples.Published(area, "2024-02-01", Samples.Worst);
        corrected.Source = Samples.Source("edition 2025-03-31", "2025-03-31");
        await SupersedeAsync(first.Name, corrected);

        Assert.Empty(await ListAsync(area, asOf: "2024-01-31"));
        Assert.Equal(Samples.Best, (await ListAsync(area, asOf: "2024-02-01")).Single().Grade.Code);
        Assert.Equal(Samples.Best, (await ListAsync(area, asOf: "2025-03-30")).Single().Grade.Code);
        Assert.Equal(Samples.Worst, (await ListAsync(area, asOf: "2025-03-31")).Single().Grade.Code);
        Assert.Equal(Samples.Worst, (await ListAsync(area)).Single().Grade.Code);
    }

    [Fact]
    public async Task A_verdict_without_a_day_counts_from_where_it_is_placed()
    {
        var area = service.NewArea();
        var verdict = Samples.Published(area, "");
        verdict.PlacedOn = "2023-12-31";
        verdict.PlacedBecause = "end of the cycle";
        await RecordAsync(verdict);

        Assert.Empty(await ListAsync(area, asOf: "2023-12-30"));
        Assert.Single(await ListAsync(area, asOf: "2023-12-31"));
    }

    private async Task<Verdict> SupersedeAsync(string name, Verdict verdict, string etag = "")
    {
        verdict.Name = name;
        var request = new SupersedeVerdictRequest { Verdict = verdict, Reason = "a mistake", Etag = etag, RequestId = Samples.NewId() };
        return (await service.Verdicts.SupersedeVerdictAsync(request, service.As("inspector"), cancellationToken: Stop)).Verdict;
    }

    private async Task<Verdict> WithdrawAsync(string name)
    {
        var request = new WithdrawVerdictRequest { Name = name, Reason = "taken back", RequestId = Samples.NewId() };
        return (await service.Verdicts.WithdrawVerdictAsync(request, service.As("inspector"), cancellationToken: Stop)).Verdict;
    }
}
