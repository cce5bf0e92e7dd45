using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records.Replies;

/// <summary>Takes what inspected bodies say from requests: checked, never altered.</summary>
internal sealed class ReplyIntake(IInspectorate inspectorate, KnownFrameworks known, LondonClock clock)
{
    private const int LongestReply = 4000;
    private const int MostVerdicts = 50;
    private const int MostPoints = 1000;

    private static readonly string[] SetHere = ["name", "inspectorate", "footprint", "state", "published_on", "revision", "recorded_at", "etag"];

    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public Reply Reply(Reply? given)
    {
        if (given is null)
            throw RefusalException.Of(ErrorReason.FieldRequired, "reply", "reply is required.");
        var (faults, taken) = (new Faults(), given.Clone());
        OutputOnly(faults, "reply", given, new Reply());
        taken.Inspectorate = inspectorate.Code;
        faults.Require("reply.inspection", taken.Inspection, $"inspectorates/{inspectorate.Code}/inspections/3f2504e0");
        faults.Subject("reply.inspected_body", taken.InspectedBody, known);
        if (faults.Require("reply.text", taken.Text, "'We do not agree that minutes are late: see the audit of May.'"))
            faults.Text("reply.text", taken.Text, LongestReply, lines: true);
        if (faults.Require("reply.received_on", taken.ReceivedOn, clock.Today.Iso()))
            faults.PastDay("reply.received_on", taken.ReceivedOn, clock.Today);
        if (taken.Verdicts.Count > MostVerdicts)
            faults.Add(ErrorReason.FieldOutOfRange, "reply.verdicts", $"reply.verdicts has {taken.Verdicts.Count}; at most {MostVerdicts} are taken.");
        faults.ThrowIfAny();
        return taken;
    }

    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public AccuracyExchange Exchange(AccuracyExchange? given)
    {
        if (given is null)
            throw RefusalException.Of(ErrorReason.FieldRequired, "exchange", "exchange is required.");
        var (faults, taken) = (new Faults(), given.Clone());
        OutputOnly(faults, "exchange", given, new AccuracyExchange());
        taken.Inspectorate = inspectorate.Code;
        faults.Require("exchange.inspection", taken.Inspection, $"inspectorates/{inspectorate.Code}/inspections/3f2504e0");
        faults.Subject("exchange.inspected_body", taken.InspectedBody, known);
        if (faults.Require("exchange.sent_on", taken.SentOn, clock.Today.Iso()))
            faults.PastDay("exchange.sent_on", taken.SentOn, clock.Today);
        Answer(faults, "exchange.", taken.AnsweredOn, taken.PointsRaised, taken.PointsAccepted);
        if (Days.Parse(taken.AnsweredOn) < Days.Parse(taken.SentOn))
            faults.Add(ErrorReason.FieldsInconsistent, "exchange.answered_on", "exchange.answered_on is before exchange.sent_on.");
        faults.ThrowIfAny();
        return taken;
    }

    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public void Answer(AnswerAccuracyExchangeRequest request)
    {
        var faults = new Faults();
        faults.Require("name", request.Name, $"inspectorates/{inspectorate.Code}/accuracyExchanges/3f2504e0");
        faults.Require("answered_on", request.AnsweredOn, clock.Today.Iso());
        Answer(faults, "", request.AnsweredOn, request.PointsRaised, request.PointsAccepted);
        faults.ThrowIfAny();
    }

    private void Answer(Faults faults, string path, string answeredOn, int raised, int accepted)
    {
        faults.PastDay($"{path}answered_on", answeredOn, clock.Today);
        if (raised is < 0 or > MostPoints)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}points_raised", $"{path}points_raised is {raised}; it is 0 to {MostPoints}.");
        if (accepted < 0 || accepted > raised)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}points_accepted", $"{path}points_accepted is {accepted}; it is 0 to the {raised} that were raised.");
        if (answeredOn.Length == 0 && raised > 0)
            faults.Add(ErrorReason.FieldsInconsistent, $"{path}points_raised", $"{path}points_raised is given though {path}answered_on is not.");
    }

    private static void OutputOnly(Faults faults, string path, Google.Protobuf.IMessage given, Google.Protobuf.IMessage empty)
    {
        foreach (var field in given.Descriptor.Fields.InDeclarationOrder().Where(field => SetHere.Contains(field.Name)))
            faults.OutputOnly($"{path}.{field.Name}", !Equals(field.Accessor.GetValue(given), field.Accessor.GetValue(empty)));
    }
}
