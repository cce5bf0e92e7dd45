using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Records.Concerns;
using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;
using static Inspectorates.V1.Referral.Types;

namespace Inspectorates.Hosting.Records.Referrals;

/// <summary>
/// Writes what the inspectorate's own staff do with referrals, on the writer: each a revision, and the message to the other
/// inspectorate in the same transaction.
/// </summary>
internal sealed class ReferralWrites(
    IInspectorate inspectorate, Names names, FurtherTable table, Hosts hosts, ConcernWrites concerns, ReferralSettings settings)
{
    private const string Referring = "inspectorates.v1.ReferralService/ReferConcern";
    private const string Acknowledging = "inspectorates.v1.ReferralService/AcknowledgeReferral";
    private const string Answering = "inspectorates.v1.ReferralService/AnswerReferral";

    /// <summary>Refers a concern to the host inspectorate of the agency it is about.</summary>
    /// <param name="text">What is referred; empty: the concern's own words.</param>
    public (Referral Referral, Concern Concern) Refer(WriteSession session, Stamp stamp, string name, string text, string etag)
    {
        var concern = ConcernWrites.Current(session, stamp, Referring, name, etag);
        var host = hosts.Of(concern.Subject.Kind);
        var referral = new Referral
        {
            Name = names.New(ReferralKind.Kind),
            Sender = inspectorate.Code,
            Host = host,
            Concern = concern.Name,
            Subject = concern.Subject,
            Areas = { concern.Areas },
            Process = concern.Process,
            Evidence = { SmallCounts.Leaving(concern.Evidence) },
            Text = text.Length > 0 ? text : concern.Text,
            ReferredOn = stamp.Today.Iso(),
            AcknowledgeBy = Ladder.DueAfter(stamp.Today, settings.AcknowledgeWorkingDays),
            State = State.Undelivered,
        };
        concerns.Refer(session, stamp, concern, referral.Name, host);
        var message = new ReferralMessage
        {
            Referred = new ReferredConcern
            {
                Concern = referral.Concern,
                Subject = referral.Subject,
                Areas = { referral.Areas },
                Process = referral.Process,
                Evidence = { referral.Evidence },
                Text = referral.Text,
                AcknowledgeBy = referral.AcknowledgeBy,
            },
        };
        return (Tell(session, stamp, referral, host, message), concern);
    }

    /// <summary>Acknowledges a referral received.</summary>
    public Referral Acknowledge(WriteSession session, Stamp stamp, string name, ReferralAcknowledgement said, string etag)
    {
        var referral = Received(session, stamp, Acknowledging, name, etag);
        var acknowledgement = said.Clone();
        acknowledgement.Role = RoleOf(stamp.Caller, Acknowledging);
        acknowledgement.ToBeDecidedOn = said.DueToBeDecided ? stamp.Today.Iso() : "";
        (referral.Acknowledgement, referral.AcknowledgedOn, referral.State) = (acknowledgement, stamp.Today.Iso(), State.Acknowledged);
        return Tell(session, stamp, referral, referral.Sender, new ReferralMessage { Acknowledgement = acknowledgement });
    }

    /// <summary>Answers a referral that was acknowledged.</summary>
    public Referral Answer(WriteSession session, Stamp stamp, string name, ReferralAnswer said, string etag)
    {
        var referral = Received(session, stamp, Answering, name, etag);
        var answer = said.Clone();
        answer.Role = RoleOf(stamp.Caller, Answering);
        (referral.Answer, referral.AnsweredOn, referral.State) = (answer, stamp.Today.Iso(), State.Answered);
        return Tell(session, stamp, referral, referral.Sender, new ReferralMessage { Answer = answer });
    }

    // Appends the revision with its message, and puts the message where it is sent from.
    private Referral Tell(WriteSession session, Stamp stamp, Referral referral, string recipient, ReferralMessage message)
    {
        message.Referral = referral.Name;
        message.Origin = inspectorate.Code;
        message.Recipient = recipient;
        message.Number = 1 + referral.Exchanges.Count(one => one.Message.Origin == inspectorate.Code);
        message.WrittenAt = Timestamp.FromDateTimeOffset(stamp.At);
        var body = message.ToByteArray();
        referral.Exchanges.Add(new ReferralExchange { Message = message, MessageHash = ByteString.CopyFrom(SHA256.HashData(body)) });
        var told = table.Append(session, stamp, ReferralKind.Kind, referral);
        OutboxTable.Put(session, referral.Name, message.Number, recipient, body);
        return told;
    }

    private Referral Received(WriteSession session, Stamp stamp, string method, string name, string etag)
    {
        var referral = FurtherTable.Current(session, ReferralKind.Kind, name, etag);
        if (referral.Sender == inspectorate.Code)
            throw new RefusalException(ErrorReason.StateForbids, $"The referral was sent by this inspectorate: it is for {referral.Host} to acknowledge and answer it.");
        Permission.Check(method, stamp.Caller, new StandingRecord("referral", EnumNames.NameOf(referral.State), false, false, () => []));
        return referral;
    }

    // In which of the caller's roles it is done: a role is what others see of a person.
    private static string RoleOf(Caller caller, string method) => Policy.RolesFor(method)!.First(caller.Roles.Contains);
}
