using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Replies;

/// <summary>What inspected bodies say, as the store keeps it: public once what it is about is.</summary>
internal static class ReplyKinds
{
    public static readonly FurtherKind<Reply> Reply = new(
        "reply", "replies", ErrorReason.ReplyNotFound, static (record, _) => record.State == V1.Reply.Types.State.Published ? record : null,
        static record =>
        [
            .. record.Footprint.Areas.Select(area => ("area", area)), ("inspection", record.Inspection), .. record.Verdicts.Select(verdict => ("verdict", verdict)),
        ]);

    public static readonly FurtherKind<AccuracyExchange> Accuracy = new(
        "accuracy-exchange", "accuracyExchanges", ErrorReason.AccuracyExchangeNotFound,
        static (record, _) => record.State == AccuracyExchange.Types.State.Published ? record : null,
        static record => [.. record.Footprint.Areas.Select(area => ("area", area)), ("inspection", record.Inspection)]);
}
