using Inspectorates.Hosting.Frameworks;
using Inspectorates.Hosting.Limits;

namespace Inspectorates.Hosting.Settings;

/// <summary>The settings of one inspectorate's service, checked.</summary>
/// <param name="DataDirectory">Where the service keeps what it stores.</param>
/// <param name="StoreConnectionString">The connection string of the store: a file of SQLite, or a PostgreSQL server.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons; HTTP/2 without TLS.</param>
/// <param name="Reflection">Whether gRPC reflection is served.</param>
/// <param name="Trust">Whose tokens are believed.</param>
/// <param name="Limits">How much of the service one caller may take.</param>
/// <param name="Audit">How the record is made checkable from outside.</param>
/// <param name="Positions">How positions on differences are kept blind and shown.</param>
/// <param name="Replies">How replies of inspected bodies are taken.</param>
/// <param name="AlreadyInspected">Which framework applies where its source is silent on those inspected before.</param>
/// <param name="Escalation">The ladder by which concerns are escalated.</param>
/// <param name="Referrals">How referrals to other inspectorates are timed and delivered.</param>
/// <param name="Teams">How those who inspect are kept apart from what they know too well.</param>
internal sealed record InspectorateSettings(
    string DataDirectory,
    string StoreConnectionString,
    string Urls,
    bool Reflection,
    TrustSettings Trust,
    LimitSettings Limits,
    AuditSettings Audit,
    PositionSettings Positions,
    ReplySettings Replies,
    AlreadyInspected AlreadyInspected,
    EscalationSettings Escalation,
    ReferralSettings Referrals,
    TeamSettings Teams);
