using Inspectorates.Hosting.Records.Steps;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using State = Inspectorates.V1.Recommendation.Types.State;

namespace Inspectorates.Hosting.Records.Recommendations;

/// <summary>Writes recommendations, on the writer: recorded, revised, split, addressed anew, published, withdrawn.</summary>
internal sealed class RecommendationWrites(Names names, FurtherTable records, RecommendationIntake intake)
{
    private const string Service = "inspectorates.v1.RecommendationService/";

    /// <param name="given">The recommendation, complete; not changed.</param>
    public Recommendation Record(WriteSession session, Stamp stamp, Recommendation given)
    {
        var recorded = given.Clone();
        MustBeOnRecord(session, recorded);
        if (recorded.State == State.Published)
            MustBePublic(session, recorded);
        recorded.Name = names.New(RecommendationKind.Kind);
        if (recorded.DueToBeDecided && recorded.ToBeDecidedOn.Length == 0)
            recorded.ToBeDecidedOn = stamp.Today.Iso();
        return records.Append(session, stamp, RecommendationKind.Kind, recorded);
    }

    /// <param name="given">The recommendation as it is to be, complete; not changed.</param>
    public Recommendation Revise(WriteSession session, Stamp stamp, Recommendation given, string reason, string etag)
    {
        var current = Taken(session, stamp, nameof(Revise), given.Name, etag);
        if (current.State == State.Published && !current.Addressee.Equals(given.Addressee))
            throw RefusalException.Of(
                ErrorReason.StateForbids, "recommendation.addressee", "The recommendation is PUBLISHED: it is addressed to another body by ReaddressRecommendation, which keeps what it was.");
        if (current.Source is null && given.Source is not null)
            throw RefusalException.Of(ErrorReason.FieldsInconsistent, "recommendation.source", "The recommendation is the inspectorate's own: it has no source.");
        MustBeOnRecord(session, given);
        var revised = given.Clone();
        (revised.State, revised.Revision, revised.PublishedOn, revised.RevisionReason) = (current.State, current.Revision, current.PublishedOn, reason);
        revised.Source ??= current.Source;
        revised.StateReason = current.StateReason;
        Replace(revised.Predecessors, current.Predecessors);
        Replace(revised.Successors, current.Successors);
        revised.ToBeDecidedOn = DeclaredOn(revised.DueToBeDecided, current, stamp);
        intake.ForgetFound(revised, current);
        intake.Standing([("recommendation", revised)], current.Text.Length == 0);
        if (revised.State == State.Published)
            MustBePublic(session, revised);
        return records.Append(session, stamp, RecommendationKind.Kind, revised);
    }

    /// <summary>Puts others in a recommendation's place.</summary>
    /// <param name="step">The step, as the service's method begins.</param>
    /// <param name="make">Makes what takes its place, each with the path of the request it was made from.</param>
    public (Recommendation Replaced, IReadOnlyList<Recommendation> Successors) Replace(
        WriteSession session, Stamp stamp, string step, string name, string reason, string etag,
        Func<Recommendation, IReadOnlyList<(string Path, Recommendation Recommendation)>> make)
    {
        var current = Taken(session, stamp, step, name, etag);
        var made = make(Bare(current));
        intake.Standing(made, current.Text.Length == 0);
        var replaced = current.Clone();
        foreach (var (_, successor) in made)
        {
            successor.Name = names.New(RecommendationKind.Kind);
            successor.Predecessors.Add(name);
            successor.State = current.State;
            successor.PublishedOn = current.State == State.Published ? stamp.Today.Iso() : "";
            successor.ToBeDecidedOn = DeclaredOn(successor.DueToBeDecided, current, stamp);
            replaced.Successors.Add(records.Append(session, stamp, RecommendationKind.Kind, successor).Name);
        }

        (replaced.State, replaced.StateReason, replaced.RevisionReason) = (State.Replaced, reason, "");
        return (records.Append(session, stamp, RecommendationKind.Kind, replaced), [.. made.Select(one => one.Recommendation)]);
    }

    public Recommendation Publish(WriteSession session, Stamp stamp, string name, string etag)
    {
        var published = Taken(session, stamp, nameof(Publish), name, etag).Clone();
        if (stamp.ClockIsBehind)
            throw new RefusalException(
                ErrorReason.ClockBehind, "The service's clock is behind the last entry of its record. Nothing is made public until it has caught up.");
        MustBePublic(session, published);
        (published.State, published.PublishedOn, published.RevisionReason) = (State.Published, stamp.Today.Iso(), "");
        // What it came from stays in the drafts' own history, where the public never saw it.
        Replace(published.Predecessors, [.. published.Predecessors.Where(one => FurtherTable.Public(session, RecommendationKind.Kind, one) is not null)]);
        return records.Append(session, stamp, RecommendationKind.Kind, published);
    }

    public Recommendation Withdraw(WriteSession session, Stamp stamp, string name, string reason, string etag) =>
        Withdraw(session, stamp, Taken(session, stamp, nameof(Withdraw), name, etag), reason);

    /// <summary>Withdraws those that rest on an inspection alone, which was withdrawn: one that names another's verdict stands by that.</summary>
    /// <param name="inspection">Resource name of the inspection.</param>
    /// <param name="reason">Why.</param>
    public void WithdrawWith(WriteSession session, Stamp stamp, string inspection, string reason)
    {
        foreach (var one in FurtherTable.With(session, RecommendationKind.Kind, "inspection", inspection))
            if (one.State is State.Draft or State.Published && one.Verdicts.All(verdict => VerdictTable.Find(session, verdict)?.Inspection == inspection))
                Withdraw(session, stamp, one, reason);
    }

    private Recommendation Withdraw(WriteSession session, Stamp stamp, Recommendation current, string reason)
    {
        var withdrawn = current.Clone();
        (withdrawn.State, withdrawn.StateReason, withdrawn.RevisionReason) = (State.Withdrawn, reason, "");
        return records.Append(session, stamp, RecommendationKind.Kind, withdrawn);
    }

    private static Recommendation Taken(WriteSession session, Stamp stamp, string step, string name, string etag)
    {
        var current = FurtherTable.Current(session, RecommendationKind.Kind, name, etag);
        Permission.Check($"{Service}{step}Recommendation", stamp.Caller, new StandingRecord(
            "recommendation", EnumNames.NameOf(current.State), current.Source is not null, FurtherTable.Public(session, RecommendationKind.Kind, name) is not null,
            () => FurtherTable.Authors(session, name)));
        return current;
    }

    // What a successor has of it: not its place in the record, nor who was to act.
    private static Recommendation Bare(Recommendation current)
    {
        var bare = current.Clone();
        (bare.Name, bare.Revision, bare.RecordedAt, bare.RevisionReason, bare.Etag, bare.StateReason) = ("", 0, null, "", "", "");
        (bare.Addressee, bare.Control, bare.ControlBasis, bare.ControlOn, bare.Source, bare.PublishedOn) = (null, 0, "", "", null, "");
        bare.ControllingBodies.Clear();
        bare.Predecessors.Clear();
        bare.Successors.Clear();
        return bare;
    }

    // A day that was to be decided before is as long to be decided as it was.
    private static string DeclaredOn(bool isToBeDecided, Recommendation before, Stamp stamp) =>
        !isToBeDecided ? "" : before.ToBeDecidedOn.Length > 0 ? before.ToBeDecidedOn : stamp.Today.Iso();

    private static void MustBeOnRecord(WriteSession session, Recommendation given)
    {
        var faults = new Faults();
        if (given.Inspection.Length > 0 && InspectionTable.Find(session, given.Inspection) is null)
            faults.Add(ErrorReason.InspectionUnknown, "recommendation.inspection", $"The inspection '{Shown.Of(given.Inspection)}' is not in this inspectorate's record.");
        for (var place = 0; place < given.Verdicts.Count; place++)
            if (VerdictTable.Find(session, given.Verdicts[place]) is null)
                faults.Add(ErrorReason.FieldMalformed, $"recommendation.verdicts[{place}]", $"The verdict '{Shown.Of(given.Verdicts[place])}' is not in this inspectorate's record.");
        faults.ThrowIfAny();
    }

    // A public recommendation names its inspection and its verdicts: nothing of it is public before they are.
    private static void MustBePublic(WriteSession session, Recommendation given)
    {
        var faults = new Faults();
        if (given.Inspection.Length > 0 && PublicTable.StandingInspection(session, given.Inspection) is null)
            faults.Add(ErrorReason.InspectionNotPublic, "recommendation.inspection", "Its inspection is not public, or is withdrawn, so that nothing of it is published.");
        for (var place = 0; place < given.Verdicts.Count; place++)
            if (PublicTable.StandingVerdict(session, given.Verdicts[place]) is null)
                faults.Add(ErrorReason.VerdictNotPublic, $"recommendation.verdicts[{place}]", "It arises from a verdict that is not public, or is withdrawn.");
        faults.ThrowIfAny();
    }

    private static void Replace(Google.Protobuf.Collections.RepeatedField<string> kept, IReadOnlyList<string> by)
    {
        kept.Clear();
        kept.AddRange(by);
    }
}
