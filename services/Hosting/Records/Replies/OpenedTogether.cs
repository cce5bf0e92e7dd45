using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Replies;

/// <summary>
/// Makes public what the inspected said, in the transaction that makes public what it is about: nobody decides on it, and nobody can hold it
/// back (F19 of the account of the domain).
/// </summary>
internal sealed class OpenedTogether(FurtherTable records)
{
    /// <summary>An inspection, or a verdict of it, has just become public, or a verdict will never become public as one of it.</summary>
    /// <param name="inspection">Its name; empty: the verdict is of none.</param>
    public void With(WriteSession session, Stamp stamp, string inspection)
    {
        if (inspection.Length == 0 || PublicTable.Inspection(session, inspection) is null)
            return;
        foreach (var reply in FurtherTable.With(session, ReplyKinds.Reply, "inspection", inspection).Where(reply => IsDue(session, reply)))
            records.Append(session, stamp, ReplyKinds.Reply, Opened(session, reply, stamp));
        foreach (var exchange in FurtherTable.With(session, ReplyKinds.Accuracy, "inspection", inspection).Where(one => one.State != AccuracyExchange.Types.State.Published))
        {
            exchange.State = AccuracyExchange.Types.State.Published;
            records.Append(session, stamp, ReplyKinds.Accuracy, exchange);
        }
    }

    /// <summary>
    /// Whether a reply waits for a verdict it names: one that is not public yet, of which it would tell. One that was withdrawn before
    /// anybody saw it, or has become another inspection's, is waited for no more: otherwise whoever withdraws it would hold back the reply.
    /// </summary>
    public static bool Waits(WriteSession session, Reply reply) => reply.Verdicts.Any(verdict =>
        !IsPublic(session, verdict)
        && VerdictTable.Find(session, verdict) is { State: not Verdict.Types.State.Withdrawn } hidden && hidden.Inspection == reply.Inspection);

    /// <summary>The reply as it is public: word for word as it was, but that it names no verdict the public does not have.</summary>
    public static Reply Opened(WriteSession session, Reply reply, Stamp stamp)
    {
        (reply.State, reply.PublishedOn) = (Reply.Types.State.Published, stamp.Today.Iso());
        var shown = reply.Verdicts.Where(verdict => IsPublic(session, verdict)).ToList();
        reply.Verdicts.Clear();
        reply.Verdicts.AddRange(shown);
        return reply;
    }

    /// <summary>Whether the public has a verdict, or had it before it was withdrawn.</summary>
    public static bool IsPublic(WriteSession session, string verdict) => PublicTable.Verdict(session, verdict) is not null;

    private static bool IsDue(WriteSession session, Reply reply) => reply.State == Reply.Types.State.Held && !Waits(session, reply);
}
