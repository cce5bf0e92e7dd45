namespace Inspectorates.Hosting.Trust;

/// <summary>The roles a token of an inspectorate may carry in its <c>role</c> claim.</summary>
internal static class Roles
{
    public const string Inspector = "inspector";
    public const string Lead = "lead";
    public const string QualityAssurer = "quality-assurer";
    public const string Publisher = "publisher";
    public const string Auditor = "auditor";
    public const string Operator = "operator";

    /// <summary>Who may write.</summary>
    public static readonly string[] Writers = [Inspector, Lead, Publisher];

    /// <summary>Who sees what is not public. An operator runs the service and sees no content.</summary>
    public static readonly string[] Staff = [Inspector, Lead, QualityAssurer, Publisher, Auditor];
}
