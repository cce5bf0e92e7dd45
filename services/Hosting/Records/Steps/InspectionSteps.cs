using Google.Protobuf.WellKnownTypes;
using Inspectorates.Hosting.Records.Replies;
using Inspectorates.Hosting.Records.Teams;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using static Inspectorates.V1.Inspection.Types;

namespace Inspectorates.Hosting.Records.Steps;

/// <summary>An inspection from its notice to its report, each step a revision of its own, on the writer.</summary>
internal sealed class InspectionSteps(
    Names names, InspectionTable inspections, OpenedTogether together, InspectionFollowers followers, StandingTeams teams, LondonClock clock)
{
    private const string Service = "inspectorates.v1.InspectionService/";

    private static readonly Dictionary<State, State[]> Next = new()
    {
        [State.Notified] = [State.OffSite, State.OnSite],
        [State.OffSite] = [State.OnSite],
        [State.OnSite] = [State.Draft],
        [State.Draft] = [State.FactualAccuracy],
        [State.FactualAccuracy] = [State.PrePublication, State.Draft],
        [State.PrePublication] = [State.Draft],
    };

    public Inspection Create(WriteSession session, Stamp stamp, Inspection complete)
    {
        var inspection = complete.Clone();
        inspection.Name = names.NewInspection();
        inspection.Key = InspectionKeys.Of(inspection, "");
        PilotRules.Declare(inspection, before: null, stamp.Today);
        var counts = PublicDays.OfFirst(inspection, [], stamp.Today);
        return inspections.Append(session, stamp, inspection, 1, counts, inspection.State == State.Published ? inspection : null);
    }

    public Inspection Update(WriteSession session, Stamp stamp, Inspection complete, string etag)
    {
        var current = Taken(session, stamp, "UpdateInspection", complete.Name, "inspection.name", etag);
        if (current.State == State.Published)
            return Learn(session, stamp, complete, current);
        var inspection = complete.Clone();
        inspection.State = current.State;
        // What other inspectorates' records know it by stays.
        inspection.Key = current.Key;
        inspection.Discrepancies.AddRange(current.Discrepancies);
        MustStayWhatItsVerdictsAre(session, inspection, current);
        teams.MustStayFit(session, inspection, current);
        PilotRules.Declare(inspection, current.PilotTerms, stamp.Today);
        ScheduleTable.Remove(session, current.Name);
        var changed = Append(session, stamp, inspection, current, authored: true);
        followers.Changed(session, stamp, changed);
        return changed;
    }

    public Inspection Participate(WriteSession session, Stamp stamp, string name, string etag, Participation participation)
    {
        var current = Taken(session, stamp, "RecordParticipation", name, "name", etag);
        var inspection = current.Clone();
        var known = inspection.Participation.FirstOrDefault(one => one.Inspectorate == participation.Inspectorate);
        if (known is not null)
            inspection.Participation[inspection.Participation.IndexOf(known)] = participation;
        else
            inspection.Participation.Add(participation);
        return Append(session, stamp, inspection, current, authored: true);
    }

    public Inspection Advance(WriteSession session, Stamp stamp, string name, string etag, State state)
    {
        var current = Taken(session, stamp, "AdvanceInspection", name, "name", etag);
        if (!Next[current.State].Contains(state))
            throw new RefusalException(
                ErrorReason.StateForbids,
                $"The inspection is {EnumNames.NameOf(current.State)} and cannot become {EnumNames.NameOf(state)}; "
                + $"it can become {string.Join(" or ", Next[current.State].Select(next => EnumNames.NameOf(next)))}.");
        var inspection = current.Clone();
        inspection.State = state;
        inspection.PublishAt = null;
        ScheduleTable.Remove(session, name);
        return Append(session, stamp, inspection, current);
    }

    public Inspection Schedule(WriteSession session, Stamp stamp, string name, string etag, Timestamp publishAt)
    {
        var current = Taken(session, stamp, "ScheduleInspection", name, "name", etag);
        PublicationInstants.Check(publishAt, clock.Now);
        ScheduleTable.Set(session, name, EntryKinds.Inspection, publishAt);
        var inspection = current.Clone();
        inspection.PublishAt = publishAt;
        return Append(session, stamp, inspection, current);
    }

    public Inspection Publish(WriteSession session, Stamp stamp, string name, string etag)
    {
        var current = Taken(session, stamp, "PublishInspection", name, "name", etag);
        if (stamp.ClockIsBehind)
            throw new RefusalException(
                ErrorReason.ClockBehind, "The service's clock is behind the last entry of its record. Nothing is made public until it has caught up.");
        return Open(session, stamp, current);
    }

    /// <summary>Makes an inspection public. Whoever calls has seen to it that it may be.</summary>
    public Inspection Open(WriteSession session, Stamp stamp, Inspection current)
    {
        ScheduleTable.Remove(session, current.Name);
        var opened = current.Clone();
        opened.State = State.Published;
        opened.PublishAt = null;
        opened.PublishedOn = stamp.Today.Iso();
        var published = inspections.Append(session, stamp, opened, current.Revision + 1, stamp.Today, opened, authored: false);
        together.With(session, stamp, published.Name);
        followers.Opened(session, stamp, published);
        return published;
    }

    public Inspection Withdraw(WriteSession session, Stamp stamp, string name, string etag, string reason)
    {
        var current = Taken(session, stamp, "WithdrawInspection", name, "name", etag);
        ScheduleTable.Remove(session, name);
        var opened = PublicTable.Inspection(session, name);
        if (opened is not null)
            Bury(opened, reason);
        var tombstone = current.Clone();
        Bury(tombstone, reason);
        var withdrawn = inspections.Append(session, stamp, tombstone, current.Revision + 1, stamp.Today, opened, authored: false);
        followers.Withdrawn(session, stamp, withdrawn, reason);
        return withdrawn;
    }

    // Each change of what is public is a public revision, which counts from today.
    private Inspection Learn(WriteSession session, Stamp stamp, Inspection complete, Inspection current)
    {
        var learnt = LearningReport.Of(session, complete, current);
        PilotRules.Declare(learnt, current.PilotTerms, stamp.Today);
        return inspections.Append(session, stamp, learnt, current.Revision + 1, stamp.Today, learnt, authored: false);
    }

    // Its verdicts say themselves whether they are a pilot's: they would go on saying what it no longer is.
    private static void MustStayWhatItsVerdictsAre(WriteSession session, Inspection inspection, Inspection current)
    {
        if (inspection.Pilot != current.Pilot && VerdictTable.HasOf(session, current.Name))
            throw RefusalException.Of(
                ErrorReason.FieldsInconsistent, "inspection.pilot",
                $"inspection.pilot cannot become {(inspection.Pilot ? "true" : "false")}: there are verdicts of this inspection that say otherwise. Withdraw it and record another.");
    }

    private static void Bury(Inspection inspection, string reason)
    {
        inspection.State = State.Withdrawn;
        inspection.PublishAt = null;
        inspection.StateReason = reason;
    }

    private static Inspection Taken(WriteSession session, Stamp stamp, string method, string name, string field, string etag)
    {
        var current = InspectionTable.Find(session, name)?.Inspection
            ?? throw RefusalException.Of(ErrorReason.InspectionNotFound, field, $"There is no inspection '{Shown.Of(name)}'.");
        if (etag.Length > 0 && etag != current.Etag)
            throw RefusalException.Of(ErrorReason.EtagMismatch, "etag", "The inspection has changed since it was read. Read it again and decide anew.");
        Permission.Check(Service + method, stamp.Caller, new StandingRecord(
            "inspection", EnumNames.NameOf(current.State), IsFact: false, PublicTable.Inspection(session, name) is not null,
            () => InspectionTable.Authors(session, name)));
        return current;
    }

    private Inspection Append(WriteSession session, Stamp stamp, Inspection inspection, Inspection current, bool authored = false) =>
        inspections.Append(session, stamp, inspection, current.Revision + 1, stamp.Today, opened: null, authored);
}
