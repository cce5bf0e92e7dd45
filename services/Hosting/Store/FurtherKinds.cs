using Inspectorates.Hosting.Records.Concerns;
using Inspectorates.Hosting.Records.Indicators;
using Inspectorates.Hosting.Records.Recommendations;
using Inspectorates.Hosting.Records.Referrals;
using Inspectorates.Hosting.Records.Replies;
using Inspectorates.Hosting.Records.Statements;
using Inspectorates.Hosting.Records.Teams;

namespace Inspectorates.Hosting.Store;

/// <summary>The kinds of further records there are. <c>Verification/FurtherKind</c> has a list of its own, with what must hold of each.</summary>
internal static class FurtherKinds
{
    public static readonly FurtherKind[] All =
    [
        RecommendationKind.Kind, StatementKind.Kind, ReplyKinds.Reply, ReplyKinds.Accuracy, ReadingKind.Kind, ConcernKind.Kind,
        ReferralKind.Kind, InspectorKind.Kind, TeamKind.Kind,
    ];

    private static readonly Dictionary<string, FurtherKind> ByCode = All.ToDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>The kind of an entry; null: it is no further record.</summary>
    public static FurtherKind? Find(string code) => ByCode.GetValueOrDefault(code);
}
