using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Replies;

/// <summary>
/// Makes public what the inspected said, in the transaction that makes public what it is about: nobody decides on it, and nobody can hold it
/// back (F19 of the account of the domain).
/// </summary>
internal sealed class OpenedTogether(FurtherTable records)
{
    /// <summary>An inspection, or a verdict of it, has just become public.</summary>
    /// <param name="inspection">Its name; empty: the verdict is of none.</param>
    public void With(WriteSession session, Stamp stamp, string inspection)
    {
        if (inspection.Length == 0 || PublicTable.Inspection(session, inspection) is null)
            return;
        foreach (var reply in FurtherTable.With(session, ReplyKinds.Reply, "inspection", inspection).Where(reply => IsDue(session, reply)))
            records.Append(session, stamp, ReplyKinds.Reply, Opened(reply, stamp));
        foreach (var exchange in FurtherTable.With(session, ReplyKinds.Accuracy, "inspection", inspection).Where(one => one.State != AccuracyExchange.Types.State.Published))
        {
            exchange.State = AccuracyExchange.Types.State.Published;
            records.Append(session, stamp, ReplyKinds.Accuracy, exchange);
        }
    }

    /// <summary>Whether all verdicts a reply names are public: before that it would tell of them.</summary>
    public static bool AreVerdictsPublic(WriteSession session, Reply reply) =>
        reply.Verdicts.All(verdict => PublicTable.Verdict(session, verdict) is not null);

    /// <summary>The reply as it is public: word for word as it was.</summary>
    public static Reply Opened(Reply reply, Stamp stamp)
    {
        (reply.State, reply.PublishedOn) = (Reply.Types.State.Published, stamp.Today.Iso());
        return reply;
    }

    private static bool IsDue(WriteSession session, Reply reply) => reply.State == Reply.Types.State.Held && AreVerdictsPublic(session, reply);
}
