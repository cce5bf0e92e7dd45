using System.Security.Cryptography;
using Google.Protobuf;
using Inspectorates.Hosting.Audit;
using Inspectorates.Hosting.Records.Concerns;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Referrals;

/// <summary>Takes what is said about referrals, from the inspectorate's own staff and from other services: checked before the record is looked at.</summary>
internal sealed class ReferralIntake(KnownFrameworks known, Hosts hosts, PositionSettings parties, LondonClock clock)
{
    private const int Longest = ConcernIntake.LongestText;

    private string Own => known.Description.Code;

    /// <summary>A message that another inspectorate's service has signed, for this one.</summary>
    /// <exception cref="RefusalException">It is not believed, or is not right.</exception>
    public ReceivedMessage Message(SignedReferralMessage? signed)
    {
        var faults = new Faults();
        if (signed is null)
            throw RefusalException.Of(ErrorReason.FieldRequired, "message", "message is required.");
        var message = Parsed(signed.Message);
        // Before anything else is looked at: who is not believed learns nothing of what would be right.
        if (message.Origin == Own || !parties.Keys.TryGetValue(message.Origin, out var keys) || !ReferralSignature.IsOf(signed, keys))
            throw new RefusalException(ErrorReason.MessageNotSigned, "The message is not signed by a key that is known here for its origin.");

        if (message.Recipient != Own)
            faults.Add(ErrorReason.FieldsInconsistent, "message.recipient", $"message.recipient is '{Shown.Of(message.Recipient)}'; this is {Own}.");
        if (message.Number < 1)
            faults.Add(ErrorReason.FieldOutOfRange, "message.number", $"message.number is {message.Number}; messages are numbered from 1.");
        if (message.WrittenAt is null || !Instants.IsValid(message.WrittenAt))
            faults.Add(ErrorReason.FieldMalformed, "message.written_at", "message.written_at is no instant between the years 1 and 9999.");
        Content(faults, message);
        faults.ThrowIfAny();
        if (message.Referred is { } referred && !hosts.IsOwn(referred.Subject.Kind))
            throw new RefusalException(ErrorReason.NotTheHost, $"This inspectorate has no powers over agencies of the kind {Shown.Of(referred.Subject.Kind)}.");
        return new ReceivedMessage(message, SHA256.HashData(signed.Message.Span));
    }

    /// <summary>Checks an acknowledgement. A day that is to be decided is as good as a day, as long as that is said (F12).</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public void Acknowledgement(AcknowledgeReferralRequest request)
    {
        var (faults, said) = (new Faults(), request.Acknowledgement ?? new ReferralAcknowledgement());
        Name(faults, request.Name);
        faults.OutputOnly("acknowledgement.role", said.Role.Length > 0);
        faults.OutputOnly("acknowledgement.to_be_decided_on", said.ToBeDecidedOn.Length > 0);
        Acknowledgement(faults, "acknowledgement", said);
        if (faults.Day("acknowledgement.due_on", said.DueOn) is { } day && day < clock.Today)
            faults.Add(ErrorReason.FieldOutOfRange, "acknowledgement.due_on", $"acknowledgement.due_on is {said.DueOn}, which is before today, {clock.Today.Iso()}.");
        faults.ThrowIfAny();
    }

    /// <summary>Checks an answer.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public void Answer(AnswerReferralRequest request)
    {
        var (faults, said) = (new Faults(), request.Answer ?? new ReferralAnswer());
        Name(faults, request.Name);
        faults.OutputOnly("answer.role", said.Role.Length > 0);
        Answer(faults, "answer", said);
        faults.ThrowIfAny();
    }

    /// <summary>Checks a request to refer.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public void Referring(ReferConcernRequest request)
    {
        var faults = new Faults();
        faults.Require("concern", request.Concern, $"inspectorates/{Own}/concerns/3f2504e0");
        faults.Text("text", request.Text, Longest, lines: true);
        faults.ThrowIfAny();
    }

    private void Name(Faults faults, string name) => faults.Require("name", name, $"inspectorates/{Own}/referrals/3f2504e0");

    private void Content(Faults faults, ReferralMessage message)
    {
        // Of a referral only its sender writes the first, and only its host the others.
        var sender = message.ContentCase == ReferralMessage.ContentOneofCase.Referred ? message.Origin : Own;
        if (!IsName(message.Referral, $"inspectorates/{sender}/referrals/"))
            faults.Add(ErrorReason.FieldMalformed, "message.referral", $"'{Shown.Of(message.Referral)}' is no name of a referral of {Shown.Of(sender)}.");
        switch (message.ContentCase)
        {
            case ReferralMessage.ContentOneofCase.Referred:
                Referred(faults, "message.referred", message.Origin, message.Referred);
                break;
            case ReferralMessage.ContentOneofCase.Acknowledgement:
                Acknowledgement(faults, "message.acknowledgement", message.Acknowledgement);
                faults.Day("message.acknowledgement.due_on", message.Acknowledgement.DueOn);
                Role(faults, "message.acknowledgement.role", message.Acknowledgement.Role);
                faults.Day("message.acknowledgement.to_be_decided_on", message.Acknowledgement.ToBeDecidedOn);
                break;
            case ReferralMessage.ContentOneofCase.Answer:
                Answer(faults, "message.answer", message.Answer);
                Role(faults, "message.answer.role", message.Answer.Role);
                break;
            default:
                faults.Add(ErrorReason.FieldRequired, "message", "message says nothing that this service knows.");
                break;
        }
    }

    private void Referred(Faults faults, string path, string origin, ReferredConcern referred)
    {
        if (!IsName(referred.Concern, $"inspectorates/{origin}/concerns/"))
            faults.Add(ErrorReason.FieldMalformed, $"{path}.concern", $"'{Shown.Of(referred.Concern)}' is no name of a concern of {Shown.Of(origin)}.");
        if (referred.Subject is null)
            faults.Add(ErrorReason.FieldRequired, $"{path}.subject", $"{path}.subject is required.");
        else
            faults.Agency($"{path}.subject", referred.Subject, known);
        ConcernIntake.About(faults, path, referred.Areas, referred.Process);
        Evidence(faults, path, referred);
        if (faults.Require($"{path}.text", referred.Text, "what is referred"))
            faults.Text($"{path}.text", referred.Text, Longest, lines: true);
        faults.Day($"{path}.acknowledge_by", referred.AcknowledgeBy);
    }

    // A small count that comes all the same is none of this inspectorate's to keep.
    private static void Evidence(Faults faults, string path, ReferredConcern referred)
    {
        ConcernIntake.Pieces(faults, path, referred.Evidence.Count);
        foreach (var (place, one) in referred.Evidence.Index())
        {
            faults.Required($"{path}.evidence[{place}].type", one.Type);
            if (one.Count < 0 || SmallCounts.IsSmall(one.Count) || (one.Few && one.Count > 0))
                faults.Add(ErrorReason.FieldOutOfRange, $"{path}.evidence[{place}].count", $"{path}.evidence[{place}].count is a number that is not told to others, or none.");
        }
    }

    private static void Acknowledgement(Faults faults, string path, ReferralAcknowledgement said)
    {
        if (said.DueOn.Length > 0 == said.DueToBeDecided)
            faults.Add(
                said.DueToBeDecided ? ErrorReason.FieldsInconsistent : ErrorReason.FieldRequired, $"{path}.due_on",
                $"Either {path}.due_on says by when it will be answered, or {path}.due_to_be_decided is set.");
        faults.Text($"{path}.text", said.Text, Longest, lines: true);
    }

    private static void Answer(Faults faults, string path, ReferralAnswer said)
    {
        faults.Required($"{path}.outcome", said.Outcome);
        if (faults.Require($"{path}.text", said.Text, "'the force was visited; the rota has changed'"))
            faults.Text($"{path}.text", said.Text, Longest, lines: true);
    }

    private static void Role(Faults faults, string field, string role)
    {
        if (role.Length > 0 && !Codes.IsSlug(role))
            faults.Add(ErrorReason.FieldMalformed, field, $"'{Shown.Of(role)}' is no role, such as lead.");
    }

    private static bool IsName(string name, string within) =>
        name.Length > within.Length && name.Length <= within.Length + 128 && name.StartsWith(within, StringComparison.Ordinal)
        && name.AsSpan(within.Length).IndexOfAnyExcept(Letters) < 0;

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    private static ReferralMessage Parsed(ByteString bytes)
    {
        try
        {
            return ReferralMessage.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            throw RefusalException.Of(ErrorReason.MessageMalformed, "message.message", "message.message cannot be read as a ReferralMessage.");
        }
    }
}

/// <summary>A message that is believed, and is for this service.</summary>
/// <param name="Message">The message.</param>
/// <param name="Hash">SHA-256 of its bytes as they came.</param>
internal sealed record ReceivedMessage(ReferralMessage Message, byte[] Hash);
