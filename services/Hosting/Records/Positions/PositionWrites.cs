using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Audit;
using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.Reference;
using Inspectorates.V1;
using static Inspectorates.V1.Position.Types;

namespace Inspectorates.Hosting.Records.Positions;

/// <summary>Writes positions on differences, on the writer: committed to, shown, revised.</summary>
internal sealed class PositionWrites(
    IInspectorate inspectorate, Names names, RandomBytes random, PositionTable positions, SigningKey key, PositionSettings settings)
{
    private const string Recording = "inspectorates.v1.PositionService/RecordPosition";
    private const string Revising = "inspectorates.v1.PositionService/RevisePosition";

    /// <summary>Records a position and commits to it; where there is no other party, shows it.</summary>
    /// <param name="position">The position, complete but for what depends on the record; changed in place and returned.</param>
    /// <param name="other">Whether the public may see the other verdict, where another inspectorate keeps it.</param>
    /// <param name="sign">False: a check, of which no commitment goes out.</param>
    public Position Record(WriteSession session, Stamp stamp, Position position, OtherVerdict other, bool sign)
    {
        MustBePublic(session, position, other);
        if (PositionTable.HasOn(session, position.Difference))
            throw RefusalException.Of(
                ErrorReason.PositionExists, "position.difference", "There is a position on this difference already: a change is a revision of it.");

        position.Name = names.NewPosition();
        position.Role = RoleOf(stamp.Caller, Recording);
        position.ToBeDecidedOn = position.TargetToBeDecided ? stamp.Today.Iso() : "";
        position.State = State.Blind;
        position.Revision = 1;
        position.RecordedAt = Timestamp.FromDateTimeOffset(stamp.At);
        position.Salt = ByteString.CopyFrom(random(CommitmentSignature.SaltLength));
        position.Commitment = CommitmentSignature.To(position, stamp.At, BlindUntil(stamp.Today));
        if (sign)
            key.Sign(position.Commitment);
        var recorded = positions.Append(session, stamp, position, PositionTable.Committed);
        return recorded.Parties.Count > 1 || stamp.ClockIsBehind ? recorded : Show(session, stamp, recorded.Name, ShownBecause.OneParty, [])!;
    }

    /// <summary>Shows a position that is blind. Whoever calls has seen to it that it may be.</summary>
    /// <param name="seen">The other parties' commitments, checked; empty: it is shown for another reason.</param>
    /// <returns>The position; null: it is shown already.</returns>
    public Position? Show(WriteSession session, Stamp stamp, string name, ShownBecause because, IReadOnlyList<Commitment> seen)
    {
        if (PositionTable.Find(session, name) is not { Position.State: State.Blind } blind)
            return null;
        var shown = blind.Position.Clone();
        shown.State = State.Shown;
        shown.ShownAt = Timestamp.FromDateTimeOffset(stamp.At);
        shown.ShownBecause = because;
        shown.OtherCommitments.AddRange(seen);
        return positions.Append(session, stamp, shown, blind.Step + 1);
    }

    /// <summary>Adds a revision to a position that is shown.</summary>
    /// <param name="said">What it says now.</param>
    public Position Revise(WriteSession session, Stamp stamp, string name, Position said, string reason, string etag)
    {
        var current = PositionTable.Find(session, name)
            ?? throw RefusalException.Of(ErrorReason.PositionNotFound, "name", $"There is no position '{Shown.Of(name)}'.");
        if (etag.Length > 0 && etag != current.Position.Etag)
            throw RefusalException.Of(ErrorReason.EtagMismatch, "etag", "The position has changed since it was read. Read it again and decide anew.");
        var isShown = current.Position.State == State.Shown;
        Permission.Check(Revising, stamp.Caller, new StandingRecord("position", EnumNames.NameOf(current.Position.State), false, isShown, () => []));

        var revised = current.Position.Clone();
        // A day that was to be decided before is as long to be decided as it was.
        revised.ToBeDecidedOn = !said.TargetToBeDecided ? "" : revised.ToBeDecidedOn.Length > 0 ? revised.ToBeDecidedOn : stamp.Today.Iso();
        (revised.Choice, revised.Reason, revised.TargetDate, revised.TargetToBeDecided) = (said.Choice, said.Reason, said.TargetDate, said.TargetToBeDecided);
        revised.Role = RoleOf(stamp.Caller, Revising);
        revised.Revision++;
        revised.RecordedAt = Timestamp.FromDateTimeOffset(stamp.At);
        revised.RevisionReason = reason;
        return positions.Append(session, stamp, revised, current.Step + 1);
    }

    // A position tells that there are two verdicts: nothing of it is public before both are.
    private void MustBePublic(WriteSession session, Position position, OtherVerdict other)
    {
        var own = Public(session, position.Verdict) ?? throw NotPublic("position.verdict");
        if (!own.Footprint.Areas.Contains(position.Area))
            throw RefusalException.Of(ErrorReason.FieldsInconsistent, "position.area", "position.area is no area that position.verdict is about.");
        if (own.Process.Length > 0 && own.Process != position.Process)
            throw RefusalException.Of(ErrorReason.FieldsInconsistent, "position.process", "position.process is not the process that position.verdict is on.");
        if (PositionIntake.KeeperOf(position.OtherVerdict) == inspectorate.Code)
            other = Public(session, position.OtherVerdict) is null ? OtherVerdict.NotPublic : OtherVerdict.Public;
        if (other == OtherVerdict.NotPublic)
            throw NotPublic("position.other_verdict");
        if (other == OtherVerdict.NotKnown)
            throw new RefusalException(
                ErrorReason.OtherVerdictUnchecked,
                "It cannot be asked at the moment whether the public may see the other verdict, and before that nothing is said about it. Send the same request again.");
    }

    private static Verdict? Public(WriteSession session, string name) =>
        PublicTable.Verdict(session, name) is { State: not Verdict.Types.State.Withdrawn } verdict ? verdict : null;

    private static RefusalException NotPublic(string field) => RefusalException.Of(
        ErrorReason.VerdictNotPublic, field, $"{field} names no verdict that the public may see, so that nothing is said about how it differs.");

    private string BlindUntil(DateOnly today)
    {
        try
        {
            return WorkingDays.Add(today, settings.WorkingDays).Iso();
        }
        catch (ArgumentOutOfRangeException)
        {
            // The bank holidays of that year are not known yet: no day is better than a wrong one.
            return "";
        }
    }

    // Which of the caller's roles the position is recorded in.
    private static string RoleOf(Caller caller, string method) => Policy.RolesFor(method)!.First(caller.Roles.Contains);
}

/// <summary>Whether the public may see a verdict that another inspectorate keeps.</summary>
internal enum OtherVerdict
{
    /// <summary>It cannot be asked.</summary>
    NotKnown,

    /// <summary>It may.</summary>
    Public,

    /// <summary>There is none that it may see.</summary>
    NotPublic,
}
