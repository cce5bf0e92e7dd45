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
/// inspected replied and when they were asked whether the facts are right. What is recorded already stays as it is, whatever became of it:
/// a change is a revision of it. What a later edition says of a statement is one.
/// </summary>
internal sealed class FollowUpImport(
    RecommendationIntake recommendations, RecommendationWrites recommending, StatementIntake statements, StatementWrites stating,
    ReplyIntake replies, ReplyWrites replying, OpenedTogether together, IInspectorate inspectorate)
{
    private const string Unnamed = "inspectorates/-/inspections/-";

    /// <summary>What is wrong with it; null: nothing.</summary>
    public RefusalException? Fault(ImportedRecord record)
    {
        try
        {
            foreach (var recommendation in record.Recommendations)
                Check(recommendation, record);
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
    /// <returns>How many records were added, and whether the statement got a revision.</returns>
    public (int Added, bool IsRevised) Run(WriteSession session, Stamp stamp, ImportedRecord record, string inspection)
    {
        var recommended = Recommend(session, stamp, record, inspection);
        var (stated, isRevised) = State(session, stamp, record, inspection);
        var said = Reply(session, stamp, record, inspection) + Exchange(session, stamp, record, inspection);
        return (recommended + stated + said, isRevised);
    }

    private int Recommend(WriteSession session, Stamp stamp, ImportedRecord record, string inspection)
    {
        var added = New(session, RecommendationKind.Kind, record.Recommendations, inspection, IsSame);
        if (added.Count == 0)
            return 0;
        var verdicts = ImportTable.Verdicts(session, record.SourceKey);
        foreach (var recommendation in added)
            recommending.Record(session, stamp, recommendations.New(Of(
                recommendation, record.Inspection, inspection, recommendation.Verdicts.Select(key => verdicts.GetValueOrDefault(key)).OfType<string>())));
        return added.Count;
    }

    private (int Added, bool IsRevised) State(WriteSession session, Stamp stamp, ImportedRecord record, string inspection)
    {
        if (record.Statement is not { } statement)
            return (0, false);
        var offered = statements.New(Of(statement, record.Inspection, inspection));
        var known = FurtherTable.With(session, StatementKind.Kind, "inspection", inspection);
        if (known.Count == 0)
        {
            stating.Record(session, stamp, offered);
            return (1, false);
        }

        return (0, known.Find(one => one.State == Statement.Types.State.Published) is { Source: not null } standing
            && IsLater(offered.Source, standing.Source) && !IsOvertaken(session, record)
            && stating.Supersede(session, stamp, standing, offered));
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

    // Names come with the record: until then any will do.
    private void Check(Recommendation recommendation, ImportedRecord record)
    {
        MustBeKeys(recommendation.Verdicts, record, "recommendations.verdicts", "recommendation arises from");
        recommendations.New(Of(recommendation, record.Inspection, "", recommendation.Verdicts.Select(_ => $"inspectorates/{inspectorate.Code}/verdicts/-")));
    }

    private static void MustBeKeys(IEnumerable<string> verdicts, ImportedRecord record, string field, string what)
    {
        var keys = record.Verdicts.Select(verdict => verdict.Key).ToHashSet(StringComparer.Ordinal);
        if (verdicts.FirstOrDefault(key => !keys.Contains(key)) is { } unknown)
            throw RefusalException.Of(
                ErrorReason.FieldsInconsistent, field, $"The {what} '{Shown.Of(unknown)}', which is no key of this record's verdicts.");
    }

    private void Check(Reply reply, ImportedRecord record)
    {
        MustBeKeys(reply.Verdicts, record, "replies.verdicts", "reply is about");
        var about = record.Verdicts.Where(verdict => reply.Verdicts.Contains(verdict.Key)).Select(verdict => verdict.Verdict?.PublishedOn ?? "");
        replying.MustBeInTime(Days.Parse(reply.ReceivedOn), ReplyWrites.Latest(about.Append(record.Inspection.PublishedOn)), "replies.received_on");
    }

    private static List<T> New<T>(WriteSession session, FurtherKind<T> kind, IReadOnlyList<T> offered, string inspection, Func<T, T, bool> isSame)
        where T : class, Google.Protobuf.IMessage<T>, new()
    {
        if (offered.Count == 0)
            return [];
        // What was revised, replaced or withdrawn since was there all the same.
        var known = FurtherTable.Ever(session, kind, "inspection", inspection);
        return [.. offered.Where(one => !known.Exists(standing => isSame(standing, one)))];
    }

    // What was read off a page never stands against what was officially published.
    private static bool IsLater(Provenance offered, Provenance standing) => EditionOrder.Compare(offered, standing) > 0
        && (offered.Authority == standing.Authority || offered.Authority == Provenance.Types.Authority.Official);

    // A later edition that says the same of the inspection is kept with what was imported: one between the two does not supersede.
    private static bool IsOvertaken(WriteSession session, ImportedRecord record) => ImportTable.Find(session, record.SourceKey) is { } stored
        && EditionOrder.Compare(record.Inspection.Source, stored.Record.Inspection.Source) is not >= 0;

    private static bool IsSame(Recommendation standing, Recommendation offered) =>
        (standing.Text, standing.Process) == (offered.Text, offered.Process) && Equals(standing.Addressee, offered.Addressee);

    private static bool IsSame(Reply standing, Reply offered) =>
        standing.Text == offered.Text && Equals(standing.InspectedBody, offered.InspectedBody);

    private static bool IsSame(AccuracyExchange standing, AccuracyExchange offered) =>
        standing.SentOn == offered.SentOn && Equals(standing.InspectedBody, offered.InspectedBody);

    private static Recommendation Of(Recommendation offered, Inspection inspection, string name, IEnumerable<string> verdicts)
    {
        string[] named = [.. verdicts];
        var made = offered.Clone();
        made.Verdicts.Clear();
        made.Verdicts.AddRange(named);
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
