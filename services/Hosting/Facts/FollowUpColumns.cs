using System.Globalization;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Facts;

/// <summary>
/// The columns of the tables of what follows inspections, which are written by hand and need not be there:
/// <c>{name}-recommendations.csv</c>, <c>{name}-statements.csv</c>, <c>{name}-replies.csv</c> and <c>{name}-accuracy.csv</c>. Bodies are
/// agency kinds, or <c>partnership</c>.
/// </summary>
internal static class FollowUpColumns
{
    private const string Partnership = "partnership";

    private static readonly CsvColumn Text = new("text");
    private static readonly CsvColumn Process = new("process");
    private static readonly CsvColumn Addressee = new("addressee");
    private static readonly CsvColumn Due = new("due_on");
    private static readonly CsvColumn Undecided = new("to_be_decided_on");
    private static readonly CsvColumn Needed = new("needed");
    private static readonly CsvColumn Principal = new("principal_authority");
    private static readonly CsvColumn ReportReceived = new("report_received_on");
    private static readonly CsvColumn Stated = new("stated_due_on");
    private static readonly CsvColumn Received = new("received_on");
    private static readonly CsvColumn Inspected = new("inspected_body");
    private static readonly CsvColumn Verdicts = new("verdicts");
    private static readonly CsvColumn Sent = new("sent_on");
    private static readonly CsvColumn Answered = new("answered_on");
    private static readonly CsvColumn Raised = new("points_raised");
    private static readonly CsvColumn Accepted = new("points_accepted");

    public static readonly IReadOnlyList<CsvColumn> OfRecommendations = [InspectionColumns.SourceKey, InspectionColumns.Edition, Text, Process, Addressee, Due, Undecided];

    public static readonly IReadOnlyList<CsvColumn> OfStatements =
        [InspectionColumns.SourceKey, InspectionColumns.Edition, Needed, Principal, ReportReceived, Stated, Received];

    public static readonly IReadOnlyList<CsvColumn> OfReplies = [InspectionColumns.SourceKey, InspectionColumns.Edition, Inspected, Verdicts, Text, Received];

    public static readonly IReadOnlyList<CsvColumn> OfExchanges =
        [InspectionColumns.SourceKey, InspectionColumns.Edition, Inspected, Sent, Answered, Raised, Accepted];

    public static Recommendation Recommendation(CsvRow row) => new()
    {
        Text = row[Text],
        Process = row[Process],
        Addressee = Body(row[Addressee]),
        DueOn = row[Due],
        DueToBeDecided = row[Undecided].Length > 0,
        ToBeDecidedOn = row[Undecided],
    };

    public static Statement Statement(CsvRow row) => new()
    {
        Requirement = row[Needed] switch
        {
            "yes" => V1.Statement.Types.Requirement.Needed,
            "no" => V1.Statement.Types.Requirement.NotNeeded,
            "" => V1.Statement.Types.Requirement.NotStated,
            var other => throw new FormatException($"needed is '{other}'; it is yes, no or empty."),
        },
        PrincipalAuthority = row[Principal].Length > 0 ? Body(row[Principal]) : null,
        ReportReceivedOn = row[ReportReceived],
        StatedDueOn = row[Stated],
        ReceivedOn = row[Received],
    };

    public static Reply Reply(CsvRow row) => new()
    {
        InspectedBody = Body(row[Inspected]),
        Verdicts = { row[Verdicts].Split(' ', StringSplitOptions.RemoveEmptyEntries) },
        Text = row[Text],
        ReceivedOn = row[Received],
    };

    public static AccuracyExchange Exchange(CsvRow row) => new()
    {
        InspectedBody = Body(row[Inspected]),
        SentOn = row[Sent],
        AnsweredOn = row[Answered],
        PointsRaised = Number(row, Raised),
        PointsAccepted = Number(row, Accepted),
    };

    private static int Number(CsvRow row, CsvColumn column) => row[column].Length == 0 ? 0
        : int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"{column.Name} is '{row[column]}'; it is a whole number or empty.");

    private static Subject Body(string kind) => kind == Partnership
        ? new Subject { Kind = Subject.Types.Kind.Partnership }
        : new Subject { Kind = Subject.Types.Kind.Agency, Agency = new Agency { Kind = kind } };
}
