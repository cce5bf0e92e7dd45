using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Records.Recommendations;
using Inspectorates.Hosting.Records.Replies;
using Inspectorates.Hosting.Records.Statements;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Importing;

/// <summary>
/// Brings what follows an imported inspection: what its report recommends, whether a statement of proposed action is needed, what the
/// inspected replied and when they were asked whether the facts are right. What is recorded already stays as it is: a change is a revision
/// of it.
/// </summary>
internal sealed class FollowUpImport(
    RecommendationIntake recommendations, RecommendationWrites recommending, StatementIntake statements, StatementWrites stating,
    ReplyIntake replies, ReplyWrites replying, OpenedTogether together)
{
    private const string Unnamed = "inspectorates/-/inspections/-";

    /// <summary>What is wrong with it; null: nothing.</summary>
    public RefusalException? Fault(ImportedRecord record)
    {
        try
        {
            foreach (var recommendation in record.Recommendations)
                recommendations.New(Of(recommendation, record.Inspection, ""));
            if (record.Statement is { } statement)
                statements.New(Of(statement, record.Inspection, Unnamed));
            foreach (var reply in record.Replies)
                Check(replies.Reply(Of(reply, Unnamed)), record);
            foreach (var exchange in record.AccuracyExchanges)
                replies.Exchange(Of(exchange, Unnamed));
            return null;
        }
        catch (RefusalException fault)
        {
            return fault;
        }
    }

    /// <summary>Opens what waited for what an import has just made public, and brings what follows the inspection to what it has become.</summary>
    /// <param name="inspection">Resource name of the inspection, which is public.</param>
    public void Open(WriteSession session, Stamp stamp, string inspection)
    {
        together.With(session, stamp, inspection);
        stating.Follow(session, stamp, inspection);
    }

    /// <param name="record">The record as it was offered, without fault.</param>
    /// <param name="inspection">Resource name of its inspection, which is public.</param>
    /// <returns>How many records were added.</returns>
    public int Run(WriteSession session, Stamp stamp, ImportedRecord record, string inspection) =>
        Recommend(session, stamp, record, inspection) + State(session, stamp, record, inspection)
        + Reply(session, stamp, record, inspection) + Exchange(session, stamp, record, inspection);

    private int Recommend(WriteSession session, Stamp stamp, ImportedRecord record, string inspection)
    {
        var added = New(session, RecommendationKind.Kind, record.Recommendations, inspection, IsSame);
        foreach (var recommendation in added)
            recommending.Record(session, stamp, recommendations.New(Of(recommendation, record.Inspection, inspection)));
        return added.Count;
    }

    private int State(WriteSession session, Stamp stamp, ImportedRecord record, string inspection)
    {
        if (record.Statement is not { } statement || FurtherTable.With(session, StatementKind.Kind, "inspection", inspection).Count > 0)
            return 0;
        stating.Record(session, stamp, statements.New(Of(statement, record.Inspection, inspection)));
        return 1;
    }

    private int Reply(WriteSession session, Stamp stamp, ImportedRecord record, string inspection)
    {
        var added = New(session, ReplyKinds.Reply, record.Replies, inspection, IsSame);
        if (added.Count == 0)
            return 0;
        // A verdict that a reading stands in for is under no key any more: what is left is a reply to the report.
        var verdicts = ImportTable.Verdicts(session, record.SourceKey);
        foreach (var reply in added)
        {
            var taken = replies.Reply(Of(reply, inspection));
            taken.Verdicts.Clear();
            taken.Verdicts.AddRange(reply.Verdicts.Select(key => verdicts.GetValueOrDefault(key)).OfType<string>());
            replying.RecordPublished(session, stamp, taken);
        }

        return added.Count;
    }

    private int Exchange(WriteSession session, Stamp stamp, ImportedRecord record, string inspection)
    {
        var added = New(session, ReplyKinds.Accuracy, record.AccuracyExchanges, inspection, IsSame);
        foreach (var exchange in added)
            replying.Record(session, stamp, replies.Exchange(Of(exchange, inspection)));
        return added.Count;
    }

    private void Check(Reply reply, ImportedRecord record)
    {
        var verdicts = record.Verdicts.ToLookup(verdict => verdict.Key, verdict => verdict.Verdict?.PublishedOn ?? "", StringComparer.Ordinal);
        if (reply.Verdicts.FirstOrDefault(key => !verdicts.Contains(key)) is { } unknown)
            throw RefusalException.Of(
                ErrorReason.FieldsInconsistent, "replies.verdicts", $"The reply is about '{Shown.Of(unknown)}', which is no key of this record's verdicts.");
        var last = ReplyWrites.Latest(reply.Verdicts.SelectMany(key => verdicts[key]).Append(record.Inspection.PublishedOn));
        replying.MustBeInTime(Days.Parse(reply.ReceivedOn), last, "replies.received_on");
    }

    private static List<T> New<T>(WriteSession session, FurtherKind<T> kind, IReadOnlyList<T> offered, string inspection, Func<T, T, bool> isSame)
        where T : class, Google.Protobuf.IMessage<T>, new()
    {
        if (offered.Count == 0)
            return [];
        var known = FurtherTable.With(session, kind, "inspection", inspection);
        return [.. offered.Where(one => !known.Exists(standing => isSame(standing, one)))];
    }

    private static bool IsSame(Recommendation standing, Recommendation offered) =>
        (standing.Text, standing.Process) == (offered.Text, offered.Process) && Equals(standing.Addressee, offered.Addressee);

    private static bool IsSame(Reply standing, Reply offered) =>
        standing.Text == offered.Text && Equals(standing.InspectedBody, offered.InspectedBody);

    private static bool IsSame(AccuracyExchange standing, AccuracyExchange offered) =>
        standing.SentOn == offered.SentOn && Equals(standing.InspectedBody, offered.InspectedBody);

    private static Recommendation Of(Recommendation offered, Inspection inspection, string name)
    {
        var made = offered.Clone();
        (made.Inspection, made.State, made.PublishedOn) = (name, Recommendation.Types.State.Published, inspection.PublishedOn);
        made.Footprint ??= inspection.Footprint?.Clone();
        made.Source ??= inspection.Source?.Clone();
        return made;
    }

    private static Statement Of(Statement offered, Inspection inspection, string name)
    {
        var made = offered.Clone();
        (made.Inspection, made.State) = (name, Statement.Types.State.Published);
        made.Source ??= inspection.Source?.Clone();
        return made;
    }

    private static Reply Of(Reply offered, string name)
    {
        var made = offered.Clone();
        made.Inspection = name;
        return made;
    }

    private static AccuracyExchange Of(AccuracyExchange offered, string name)
    {
        var made = offered.Clone();
        made.Inspection = name;
        return made;
    }
}
