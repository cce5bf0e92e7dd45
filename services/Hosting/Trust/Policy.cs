using static Inspectorates.Hosting.Trust.Roles;

namespace Inspectorates.Hosting.Trust;

/// <summary>
/// Who may do what: the one table, method by role by whose record it is by its state. A method of the contract without a row,
/// or a row without a method, stops the service from starting.
/// </summary>
internal static class Policy
{
    /// <summary>Callers without a token and any with a valid one.</summary>
    public static readonly string[] Anyone = [];

    private const string Verdicts = "inspectorates.v1.VerdictService/";
    private const string Inspections = "inspectorates.v1.InspectionService/";
    private const string Positions = "inspectorates.v1.PositionService/";
    private const string Replies = "inspectorates.v1.ReplyService/";
    private const string Statements = "inspectorates.v1.StatementService/";
    private const string Teams = "inspectorates.v1.TeamService/";
    private const string Recommendations = "inspectorates.v1.RecommendationService/";
    private const string Concerns = "inspectorates.v1.ConcernService/";
    private const string Referrals = "inspectorates.v1.ReferralService/";

    // Before the public sees anything of it, and after; a fact was published elsewhere and recorded from there.
    private static readonly string[] Unpublished = ["DRAFT", "SUBMITTED", "APPROVED", "SCHEDULED"];
    private static readonly string[] Underway = ["NOTIFIED", "OFF_SITE", "ON_SITE", "DRAFT", "FACTUAL_ACCURACY", "PRE_PUBLICATION"];

    private static readonly PolicyRow[] Rows =
    [
        new("inspectorates.v1.InspectorateService/GetInspectorate", Anyone),
        new("inspectorates.v1.InspectorateService/ResolveFramework", Anyone),
        new("inspectorates.v1.InspectorateService/ListIndicators", Anyone),

        new(Inspections + "CreateInspection", Writers),
        new(Inspections + "GetInspection", Anyone),
        new(Inspections + "ListInspections", Anyone),
        new(Inspections + "UpdateInspection", [Inspector, Lead], Underway),
        // Of a pilot's terms alone: what was learnt is published after the report.
        new(Inspections + "UpdateInspection", [Publisher], ["PUBLISHED"]),
        new(Inspections + "RecordParticipation", [Inspector, Lead], Underway),
        new(Inspections + "AdvanceInspection", [Lead], Underway),
        new(Inspections + "ScheduleInspection", [Publisher], ["PRE_PUBLICATION"], OthersOnly: true),
        new(Inspections + "PublishInspection", [Publisher], ["PRE_PUBLICATION"], OthersOnly: true),
        new(Inspections + "WithdrawInspection", [Lead, Publisher], Underway),
        new(Inspections + "WithdrawInspection", [Publisher], ["PUBLISHED"]),

        new(Verdicts + "RecordVerdict", Writers),
        new(Verdicts + "BatchRecordVerdicts", Writers),
        new(Verdicts + "GetVerdict", Anyone),
        new(Verdicts + "ListVerdicts", Anyone),
        new(Verdicts + "ListVerdictRevisions", Anyone),
        new(Verdicts + "SupersedeVerdict", Writers, [.. Unpublished, "PUBLISHED"]),
        new(Verdicts + "WithdrawVerdict", Writers, Unpublished, WasPublic: false),
        new(Verdicts + "WithdrawVerdict", Writers, [.. Unpublished, "PUBLISHED"], IsFact: true),
        new(Verdicts + "WithdrawVerdict", [Publisher], [.. Unpublished, "PUBLISHED"], WasPublic: true, OthersOnly: true),
        new(Verdicts + "SubmitVerdict", [Inspector, Lead], ["DRAFT"]),
        new(Verdicts + "ApproveVerdict", [QualityAssurer], ["SUBMITTED"], OthersOnly: true),
        new(Verdicts + "ReturnVerdict", [Lead, QualityAssurer, Publisher], ["SUBMITTED", "APPROVED", "SCHEDULED"]),
        new(Verdicts + "ScheduleVerdict", [Publisher], ["APPROVED", "SCHEDULED"], OthersOnly: true),
        new(Verdicts + "PublishVerdict", [Publisher], ["APPROVED", "SCHEDULED"], OthersOnly: true),

        // A position is what the inspectorate says to the public about its own verdict: for those who answer for it.
        new(Positions + "RecordPosition", [Lead, Publisher]),
        new(Positions + "RevisePosition", [Lead, Publisher], ["SHOWN"]),
        new(Positions + "GetPosition", Anyone),
        new(Positions + "ListPositions", Anyone),
        new(Positions + "ListCommitments", Anyone),

        new(Recommendations + "RecordRecommendation", Writers),
        new(Recommendations + "ReviseRecommendation", Writers, ["DRAFT"]),
        new(Recommendations + "ReviseRecommendation", [Publisher], ["PUBLISHED"]),
        new(Recommendations + "SplitRecommendation", Writers, ["DRAFT"]),
        new(Recommendations + "SplitRecommendation", [Publisher], ["PUBLISHED"]),
        new(Recommendations + "ReaddressRecommendation", Writers, ["DRAFT"]),
        new(Recommendations + "ReaddressRecommendation", [Publisher], ["PUBLISHED"]),
        new(Recommendations + "PublishRecommendation", [Publisher], ["DRAFT"], OthersOnly: true),
        new(Recommendations + "WithdrawRecommendation", Writers, ["DRAFT"]),
        new(Recommendations + "WithdrawRecommendation", [Publisher], ["PUBLISHED"]),
        new(Recommendations + "GetRecommendation", Anyone),
        new(Recommendations + "ListRecommendations", Anyone),

        new(Statements + "RecordStatement", Writers),
        new(Statements + "ReviseStatement", Writers, ["DRAFT"]),
        new(Statements + "ReviseStatement", [Publisher], ["PUBLISHED"]),
        new(Statements + "PublishStatement", [Publisher], ["DRAFT"]),
        new(Statements + "WithdrawStatement", [Publisher], ["DRAFT", "PUBLISHED"]),
        new(Statements + "GetStatement", Anyone),
        new(Statements + "ListStatements", Anyone),

        // There is none that changes or withholds a reply.
        new(Replies + "RecordReply", Writers),
        new(Replies + "GetReply", Anyone),
        new(Replies + "ListReplies", Anyone),
        new(Replies + "RecordAccuracyExchange", Writers),
        new(Replies + "AnswerAccuracyExchange", Writers, ["SENT"]),
        new(Replies + "ListAccuracyExchanges", Anyone),
        new("inspectorates.v1.IndicatorService/GetIndicatorReading", Anyone),
        new("inspectorates.v1.IndicatorService/ListIndicatorReadings", Anyone),

        new(Concerns + "RaiseConcern", Writers),
        new(Concerns + "EscalateConcern", Writers, ["OPEN"]),
        new(Concerns + "CloseConcern", [Lead, Publisher], ["OPEN", "REFERRED"]),
        new(Concerns + "GetConcern", Staff),
        new(Concerns + "ListConcerns", Staff),
        new(Concerns + "GetEscalationLadder", Anyone),

        // A referral is a letter of one inspectorate to another: for those who answer for it.
        new(Referrals + "ReferConcern", [Lead, Publisher], ["OPEN"]),
        new(Referrals + "AcknowledgeReferral", [Lead, Publisher], ["DELIVERED"]),
        new(Referrals + "AnswerReferral", [Lead, Publisher], ["ACKNOWLEDGED"]),
        new(Referrals + "GetReferral", Staff),
        new(Referrals + "ListReferrals", Staff),
        // Between services: no token of anybody's counts, only the signature of a party whose key the settings name (0201).
        new(Referrals + "DeliverMessage", Anyone),
        new(Referrals + "GetMeasures", Anyone),
        // Who inspects is for those who answer for the team; a member may recuse themselves and sign.
        new(Teams + "RecordInspector", [Lead, Publisher]),
        new(Teams + "ReviseInspector", [Lead, Publisher]),
        new(Teams + "GetInspector", Staff),
        new(Teams + "ListInspectors", Staff),
        new(Teams + "AssignInspector", [Lead, Publisher], ["UNDERWAY"]),
        new(Teams + "AssignInspector", [Publisher], ["PUBLISHED"]),
        new(Teams + "RecuseInspector", Writers, ["UNDERWAY"]),
        new(Teams + "RecuseInspector", [Publisher], ["PUBLISHED"]),
        new(Teams + "SignTheme", Writers, ["UNDERWAY"]),
        new(Teams + "SignTheme", [Publisher], ["PUBLISHED"]),
        new(Teams + "GetTeam", Anyone),
        new(Teams + "ListTeams", Anyone),

        new("inspectorates.v1.ChangeService/ListChanges", Anyone),
        new("inspectorates.v1.ChangeService/WatchChanges", Anyone),

        new("inspectorates.v1.ImportService/ImportRecords", Writers),

        new("inspectorates.v1.AuditService/GetCheckpoint", [Auditor, Witness]),
        new("inspectorates.v1.AuditService/ListCheckpointKeys", [Auditor, Witness]),
        new("inspectorates.v1.AuditService/GetConsistencyProof", [Auditor, Witness]),
        new("inspectorates.v1.AuditService/GetInclusionProof", [Auditor]),
        new("inspectorates.v1.AuditService/ListEntries", [Auditor]),
        new("inspectorates.v1.AuditService/ListWitnessedCheckpoints", [Auditor, Witness]),

        new("grpc.health.v1.Health/Check", Anyone),
        new("grpc.health.v1.Health/List", Anyone),
        new("grpc.health.v1.Health/Watch", Anyone),
        new("grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo", Anyone),
        new("grpc.reflection.v1.ServerReflection/ServerReflectionInfo", Anyone),
    ];

    private static readonly ILookup<string, PolicyRow> ByMethod = Rows.ToLookup(row => row.Method, StringComparer.Ordinal);

    private static readonly Dictionary<string, string[]> Callers = ByMethod.ToDictionary(
        rows => rows.Key,
        rows => rows.Any(row => row.Roles.Length == 0) ? Anyone : [.. rows.SelectMany(row => row.Roles).Distinct()]);

    /// <summary>The methods that have a row.</summary>
    public static IEnumerable<string> Methods => Callers.Keys;

    /// <summary>
    /// The roles that may call a method on some record; <see cref="Anyone"/>: no token is needed; null: the method has no row.
    /// </summary>
    /// <param name="method">Service and method, such as <c>inspectorates.v1.VerdictService/GetVerdict</c>.</param>
    public static string[]? RolesFor(string method) => Callers.GetValueOrDefault(method.TrimStart('/'));

    /// <summary>The rows of a method, in order: the first that fits a record's state decides.</summary>
    public static IEnumerable<PolicyRow> RowsOf(string method) => ByMethod[method];

    /// <summary>The methods that have no row.</summary>
    public static IReadOnlyList<string> WithoutRow(IEnumerable<string> methods) =>
        [.. methods.Where(method => RolesFor(method) is null)];
}

/// <summary>A row of the policy.</summary>
/// <param name="Method">Service and method.</param>
/// <param name="Roles">The roles that may; empty: anyone, without a token too.</param>
/// <param name="States">The states a record may be in; null: the method is about no one record.</param>
/// <param name="IsFact">Only records of facts published elsewhere; null: whatever it is.</param>
/// <param name="WasPublic">Only records the public has seen, or has not; null: whatever it is.</param>
/// <param name="OthersOnly">Not for those who wrote or handed in what the step is about.</param>
internal sealed record PolicyRow(
    string Method, string[] Roles, string[]? States = null, bool? IsFact = null, bool? WasPublic = null, bool OthersOnly = false);
