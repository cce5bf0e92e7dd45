using Google.Protobuf;
using Grpc.Core;
using Inspectorates.V1;
using static Inspectorates.V1.Referral.Types;

namespace Inspectorates.Conformance.Referrals;

// Who may read and write what, and what leaves an inspectorate.
public partial class ReferralTests
{
    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Nobody_writes_into_anothers_record_but_what_a_party_has_signed_for_it(string forgery, string reason)
    {
        await using var two = await StartedAsync();
        var referral = await two.ReferAsync();
        await ArrivesAsync(two, referral.Name, State.Delivered);
        var before = await TwoInspectorates.AllAsync(two.Host, revisions: true);

        var refused = await Refused.ByAsync(() => two.Network.CarryAsync("hmic", new DeliverMessageRequest { Message = Forged(two, referral, forgery) }));

        Assert.Equal(reason, refused.Reason);
        Assert.Equal(before, await TwoInspectorates.AllAsync(two.Host, revisions: true));
    }

    [Fact]
    public async Task No_user_token_counts_where_services_deliver_and_one_of_another_inspectorate_is_refused()
    {
        await using var two = await StartedAsync();
        var message = new DeliverMessageRequest { Message = new SignedReferralMessage { Message = new ReferralMessage { Origin = "ofsted" }.ToByteString() } };

        foreach (var role in new[] { "lead", "publisher", "auditor" })
        {
            (await Refused.ByAsync(TwoInspectorates.Referrals(two.Host).DeliverMessageAsync(message, two.Host.As(role), cancellationToken: Stop)))
                .Is(StatusCode.Unauthenticated, "MESSAGE_NOT_SIGNED");
            (await Refused.ByAsync(TwoInspectorates.Referrals(two.Host).DeliverMessageAsync(message, two.Sender.As(role), cancellationToken: Stop)))
                .Is(StatusCode.Unauthenticated, "TOKEN_INVALID");
        }

        Assert.Empty(await TwoInspectorates.AllAsync(two.Host));
    }

    [Fact]
    public async Task Concerns_and_referrals_are_seen_by_the_staff_of_their_record_and_nobody_else()
    {
        await using var two = await StartedAsync();
        var referral = await two.ReferAsync();
        await ArrivesAsync(two, referral.Name, State.Delivered);

        foreach (var service in new[] { two.Sender, two.Host })
        {
            foreach (var headers in new Metadata?[] { null, service.As("operator"), service.As("witness"), service.AsReaderOf("x/926/2026-02-01") })
            {
                var code = headers is null ? StatusCode.Unauthenticated : StatusCode.PermissionDenied;
                Assert.Equal(code, (await Refused.ByAsync(TwoInspectorates.Referrals(service).GetReferralAsync(new() { Name = referral.Name }, headers, cancellationToken: Stop))).Code);
                Assert.Equal(code, (await Refused.ByAsync(TwoInspectorates.Referrals(service).ListReferralsAsync(new(), headers, cancellationToken: Stop))).Code);
                Assert.Equal(code, (await Refused.ByAsync(TwoInspectorates.Concerns(service).GetConcernAsync(new() { Name = referral.Concern }, headers, cancellationToken: Stop))).Code);
                Assert.Equal(code, (await Refused.ByAsync(TwoInspectorates.Concerns(service).ListConcernsAsync(new(), headers, cancellationToken: Stop))).Code);
                Assert.Empty((await service.Changes.ListChangesAsync(new ListChangesRequest(), headers, cancellationToken: Stop)).Changes);
            }

            var seen = (await service.Changes.ListChangesAsync(new ListChangesRequest(), service.As("inspector"), cancellationToken: Stop)).Changes;
            Assert.Contains(seen, change => change.Referral?.Name == referral.Name);
        }
    }

    [Fact]
    public async Task A_count_of_1_to_5_and_the_references_to_ones_own_cases_do_not_leave_the_inspectorate()
    {
        await using var two = await StartedAsync();
        var concern = await two.RaiseAsync(raised => raised.Evidence.Add(new Evidence { Type = Evidence.Types.Type.ChildsVoice, Count = 6 }));
        var referral = await two.ReferAsync(concern.Name);
        await ArrivesAsync(two, referral.Name, State.Delivered);

        foreach (var side in new[] { two.Sender, two.Host })
            Assert.Equal(
                [(Evidence.Types.Type.SampledChild, 0, true), (Evidence.Types.Type.ChildsVoice, 6, false)],
                (await TwoInspectorates.ReadAsync(side, referral.Name))!.Evidence.Select(one => (one.Type, one.Count, one.Few)));
        Assert.DoesNotContain("case-7", string.Concat(two.Network.Tried.Select(one => one.Request.Message.Message.ToStringUtf8())), StringComparison.Ordinal);
        Assert.Equal(4, (await GetAsync(two, concern.Name)).Evidence[0].Count);
    }

    [Fact]
    public async Task The_number_of_pieces_does_not_tell_what_their_counts_do_not()
    {
        await using var two = await StartedAsync();
        var concern = await two.RaiseAsync(raised =>
        {
            for (var child = 1; child <= 3; child++)
            {
                raised.Evidence.Add(new Evidence { Type = Evidence.Types.Type.TrackedChild, Count = 1, Reference = $"case-{child}" });
                raised.Evidence.Add(new Evidence { Type = Evidence.Types.Type.ParentOrCarersVoice, NotCounted = true });
                raised.Evidence.Add(new Evidence { Type = Evidence.Types.Type.ChildsVoice, Count = 6 });
            }
        });

        var referral = await two.ReferAsync(concern.Name);

        Assert.Equal(
            [
                (Evidence.Types.Type.SampledChild, 0, true), (Evidence.Types.Type.TrackedChild, 0, true), (Evidence.Types.Type.ParentOrCarersVoice, 0, false),
                (Evidence.Types.Type.ChildsVoice, 6, false), (Evidence.Types.Type.ChildsVoice, 6, false), (Evidence.Types.Type.ChildsVoice, 6, false),
            ],
            referral.Evidence.Select(one => (one.Type, one.Count, one.Few)));
    }
}
