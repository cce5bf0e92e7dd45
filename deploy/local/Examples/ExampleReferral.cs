using Grpc.Core;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Local.Examples;

/// <summary>
/// A concern about an agency that the holder has no powers over: escalated, referred to the inspectorate that has, answered there, and
/// closed with what came of it.
/// </summary>
internal sealed class ExampleReferral(ExampleCalls holder, ExampleCalls host, ExampleCast cast)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task PlayAsync(CancellationToken stop)
    {
        var concern = await RaiseAsync();
        await holder.Concerns.EscalateConcernAsync(
            new() { Name = concern, Reason = "Said twice, and nothing has changed.", RequestId = holder.Request("escalation") }, holder.As(Roles.Inspector));
        var referral = (await holder.Referrals.ReferConcernAsync(
            new() { Concern = concern, RequestId = holder.Request("referral") }, holder.As(Roles.Lead))).Referral;

        await UntilAsync(host, referral.Name, Referral.Types.State.Delivered, stop);
        await host.Referrals.AcknowledgeReferralAsync(
            new()
            {
                Name = referral.Name,
                // Of the day it was referred, so that the step says the same whenever it is taken again.
                Acknowledgement = new ReferralAcknowledgement { DueOn = DateOnly.ParseExact(referral.ReferredOn, "yyyy-MM-dd", null).AddDays(28).ToString("yyyy-MM-dd", null) },
                RequestId = host.Request("acknowledgement"),
            },
            host.As(Roles.Lead));
        await host.Referrals.AnswerReferralAsync(
            new()
            {
                Name = referral.Name,
                Answer = new ReferralAnswer { Outcome = ReferralAnswer.Types.Outcome.ToBeInspected, Text = "The force's next inspection will look at how soon it tells its partners." },
                RequestId = host.Request("answer"),
            },
            host.As(Roles.Lead));
        await UntilAsync(holder, referral.Name, Referral.Types.State.Answered, stop);
        await holder.Concerns.CloseConcernAsync(
            new()
            {
                Name = concern,
                Outcome = Concern.Types.Outcome.Inspected,
                OutcomeText = "It goes into the next inspection of the force.",
                RequestId = holder.Request("closing"),
            },
            holder.As(Roles.Lead));
    }

    private async Task<string> RaiseAsync() => (await holder.Concerns.RaiseConcernAsync(
        new()
        {
            Concern = new Concern
            {
                Subject = new Agency { Kind = cast.Subject },
                Areas = { cast.Area },
                Process = cast.Process,
                Evidence = { new Evidence { Type = Evidence.Types.Type.DocumentOrRecordReview, Count = 24 } },
                Text = "Notifications reach the front door days after the incident.",
            },
            RequestId = holder.Request("concern"),
        },
        holder.As(Roles.Inspector))).Concern.Name;

    // Messages between the two arrive by themselves.
    private static async Task UntilAsync(ExampleCalls reader, string referral, Referral.Types.State state, CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(Patience);
        while (true)
        {
            try
            {
                var read = await reader.Referrals.GetReferralAsync(new() { Name = referral }, reader.As(Roles.Inspector));
                if (read.Referral.State >= state)
                    return;
            }
            catch (RpcException fault) when (fault.StatusCode == StatusCode.NotFound)
            {
                // Not there yet.
            }

            try
            {
                await Task.Delay(Pause, late.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                throw new ExampleException($"{reader.Inspectorate} did not hear of the referral within {Patience.TotalSeconds:0} s.");
            }
        }
    }
}
