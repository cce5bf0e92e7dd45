namespace Inspectorates.Hosting.Trust;

/// <summary>The roles a token of an inspectorate may carry in its <c>role</c> claim.</summary>
public static class Roles
{
    /// <summary>Inspects and writes.</summary>
    public const string Inspector = "inspector";

    /// <summary>Leads an inspection and writes.</summary>
    public const string Lead = "lead";

    /// <summary>Reads what is not yet public, to assure its quality.</summary>
    public const string QualityAssurer = "quality-assurer";

    /// <summary>Publishes and writes.</summary>
    public const string Publisher = "publisher";

    /// <summary>Reads what is not yet public, to audit it.</summary>
    public const string Auditor = "auditor";

    /// <summary>Runs the service and sees no content that is not public.</summary>
    public const string Operator = "operator";

    /// <summary>Another inspectorate's service, which keeps this one's signed checkpoints and sees no content that is not public.</summary>
    public const string Witness = "witness";

    /// <summary>Reads what is not yet public of the inspections named in the token's <c>inspection</c> claims, until it expires.</summary>
    public const string JointReader = "joint-reader";

    /// <summary>Every role.</summary>
    public static IReadOnlyList<string> All { get; } = [Inspector, Lead, QualityAssurer, Publisher, Auditor, Operator, Witness, JointReader];

    /// <summary>Who may write.</summary>
    internal static readonly string[] Writers = [Inspector, Lead, Publisher];

    /// <summary>Who sees what is not public.</summary>
    internal static readonly string[] Staff = [Inspector, Lead, QualityAssurer, Publisher, Auditor];
}
