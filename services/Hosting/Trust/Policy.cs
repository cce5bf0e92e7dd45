using static Inspectorates.Hosting.Trust.Roles;

namespace Inspectorates.Hosting.Trust;

/// <summary>Who may call which method: the one table. A method without a row stops the service from starting.</summary>
internal static class Policy
{
    /// <summary>Callers without a token and any with a valid one.</summary>
    public static readonly string[] Anyone = [];

    private static readonly Dictionary<string, string[]> Rows = new(StringComparer.Ordinal)
    {
        ["inspectorates.v1.InspectorateService/GetInspectorate"] = Anyone,

        ["inspectorates.v1.InspectionService/CreateInspection"] = Writers,
        ["inspectorates.v1.InspectionService/GetInspection"] = Anyone,
        ["inspectorates.v1.InspectionService/ListInspections"] = Anyone,
        ["inspectorates.v1.InspectionService/UpdateInspection"] = [Inspector, Lead],
        ["inspectorates.v1.InspectionService/RecordParticipation"] = [Inspector, Lead],
        ["inspectorates.v1.InspectionService/AdvanceInspection"] = [Lead],
        ["inspectorates.v1.InspectionService/ScheduleInspection"] = [Publisher],
        ["inspectorates.v1.InspectionService/PublishInspection"] = [Publisher],
        ["inspectorates.v1.InspectionService/WithdrawInspection"] = [Lead, Publisher],

        ["inspectorates.v1.VerdictService/RecordVerdict"] = Writers,
        ["inspectorates.v1.VerdictService/BatchRecordVerdicts"] = Writers,
        ["inspectorates.v1.VerdictService/GetVerdict"] = Anyone,
        ["inspectorates.v1.VerdictService/ListVerdicts"] = Anyone,
        ["inspectorates.v1.VerdictService/ListVerdictRevisions"] = Anyone,
        ["inspectorates.v1.VerdictService/SupersedeVerdict"] = Writers,
        ["inspectorates.v1.VerdictService/WithdrawVerdict"] = Writers,
        ["inspectorates.v1.VerdictService/SubmitVerdict"] = [Inspector, Lead],
        ["inspectorates.v1.VerdictService/ApproveVerdict"] = [QualityAssurer],
        ["inspectorates.v1.VerdictService/ReturnVerdict"] = [Lead, QualityAssurer, Publisher],
        ["inspectorates.v1.VerdictService/ScheduleVerdict"] = [Publisher],
        ["inspectorates.v1.VerdictService/PublishVerdict"] = [Publisher],

        ["inspectorates.v1.ChangeService/ListChanges"] = Anyone,
        ["inspectorates.v1.ChangeService/WatchChanges"] = Anyone,

        ["inspectorates.v1.ImportService/ImportRecords"] = Writers,

        ["inspectorates.v1.AuditService/GetCheckpoint"] = [Auditor, Witness],
        ["inspectorates.v1.AuditService/ListCheckpointKeys"] = [Auditor, Witness],
        ["inspectorates.v1.AuditService/GetConsistencyProof"] = [Auditor, Witness],
        ["inspectorates.v1.AuditService/GetInclusionProof"] = [Auditor],
        ["inspectorates.v1.AuditService/ListEntries"] = [Auditor],
        ["inspectorates.v1.AuditService/ListWitnessedCheckpoints"] = [Auditor, Witness],

        ["grpc.health.v1.Health/Check"] = Anyone,
        ["grpc.health.v1.Health/List"] = Anyone,
        ["grpc.health.v1.Health/Watch"] = Anyone,
        ["grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo"] = Anyone,
        ["grpc.reflection.v1.ServerReflection/ServerReflectionInfo"] = Anyone,
    };

    /// <summary>The roles that may call a method; <see cref="Anyone"/>: no token is needed; null: the method has no row.</summary>
    /// <param name="method">Service and method, such as <c>inspectorates.v1.VerdictService/GetVerdict</c>.</param>
    public static string[]? RolesFor(string method) => Rows.GetValueOrDefault(method.TrimStart('/'));

    /// <summary>The methods that have no row.</summary>
    public static IReadOnlyList<string> WithoutRow(IEnumerable<string> methods) =>
        [.. methods.Where(method => RolesFor(method) is null)];
}
