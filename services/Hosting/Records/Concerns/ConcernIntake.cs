using Google.Protobuf.Collections;
using Inspectorates.Hosting.Evidencing;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Reference;
using Inspectorates.V1;
using static Inspectorates.V1.Concern.Types;

namespace Inspectorates.Hosting.Records.Concerns;

/// <summary>Takes concerns from requests: checked, completed and told all faults at once.</summary>
internal sealed class ConcernIntake(KnownFrameworks known, Ladder ladder, EvidenceRules evidence)
{
    /// <summary>How much of what happened may be said.</summary>
    public const int LongestText = 2000;

    private const int LongestReason = 1000;
    private const int MostAreas = 20;
    private const int MostEvidence = 50;
    private const string Path = "concern";

    /// <summary>A concern to be recorded, with everything that does not depend on the record.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public Concern One(Concern? given)
    {
        if (given is null)
            throw RefusalException.Of(ErrorReason.FieldRequired, Path, "concern is required.");
        var (faults, concern) = (new Faults(), given.Clone());
        OutputOnly(faults, given);
        if (concern.Subject is null)
            faults.Add(ErrorReason.FieldRequired, $"{Path}.subject", "concern.subject is required: the agency it is about.");
        else
            faults.Agency($"{Path}.subject", concern.Subject, known);
        About(faults, Path, concern.Areas, concern.Process);
        evidence.Check(faults, Path, concern.Evidence);
        if (concern.Evidence.Count == 0)
            faults.Add(ErrorReason.FieldRequired, $"{Path}.evidence", "concern.evidence is required: what the concern rests on, by kind and count.");
        if (faults.Require($"{Path}.text", concern.Text, "'repeated requests for strategy discussions went unanswered'"))
            faults.Text($"{Path}.text", concern.Text, LongestText, lines: true);
        faults.Known($"{Path}.route", concern.Route);
        if (concern.Holder.Length > 0 && !ladder.Holders.Contains(concern.Holder))
            faults.Add(ErrorReason.HolderUnknown, $"{Path}.holder", NoHolder(concern.Holder, ladder.Holders));
        faults.ThrowIfAny();

        concern.Inspectorate = known.Description.Code;
        concern.Holder = concern.Holder.Length > 0 ? concern.Holder : ladder.Holders[0];
        concern.Route = concern.Route == Route.Unspecified ? Route.Ordinary : concern.Route;
        return concern;
    }

    /// <summary>Checks what a concern, or the referral of one, is about. Areas are brought to DfE codes in ascending order.</summary>
    public static void About(Faults faults, string path, RepeatedField<string> areas, string process)
    {
        if (areas.Count == 0)
            faults.Add(ErrorReason.FieldRequired, $"{path}.areas", $"{path}.areas is required: DfE or GSS codes such as 926 or E10000020.");
        if (areas.Count > MostAreas)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.areas", $"{path}.areas has {areas.Count} codes; at most {MostAreas} are taken.");
        string[] codes = [.. areas.Take(MostAreas).Select((code, place) => faults.Area($"{path}.areas[{place}]", code)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        areas.Clear();
        areas.AddRange(codes);
        if (process.Length > 0 && !ProcessCatalogue.England.TryFind(process, out _))
            faults.Add(ErrorReason.ProcessUnknown, $"{path}.process", $"'{Shown.Of(process)}' is not in the process catalogue, such as strategy-discussion.");
    }

    /// <summary>Refuses more pieces of evidence than are held.</summary>
    public static void Pieces(Faults faults, string path, int count)
    {
        if (count > MostEvidence)
            faults.Add(ErrorReason.FieldOutOfRange, $"{path}.evidence", $"{path}.evidence has {count} pieces; at most {MostEvidence} are held.");
    }

    /// <summary>Checks what an escalation says.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public void Escalation(EscalateConcernRequest request)
    {
        var faults = new Faults();
        Name(faults, "name", request.Name);
        if (faults.Require("reason", request.Reason, "'no answer within the day'"))
            faults.Text("reason", request.Reason, LongestReason, lines: true);
        if (request.Holder.Length > 0 && !ladder.Holders.Contains(request.Holder))
            faults.Add(ErrorReason.HolderUnknown, "holder", NoHolder(request.Holder, ladder.Holders));
        faults.ThrowIfAny();
    }

    /// <summary>Checks what is said at the closing.</summary>
    /// <exception cref="RefusalException">A field is missing or wrong.</exception>
    public void Closing(CloseConcernRequest request)
    {
        var faults = new Faults();
        Name(faults, "name", request.Name);
        faults.Required("outcome", request.Outcome);
        if (faults.Require("outcome_text", request.OutcomeText, "'the force has changed its rota'"))
            faults.Text("outcome_text", request.OutcomeText, LongestText, lines: true);
        faults.ThrowIfAny();
    }

    /// <summary>Asks for the name of a concern.</summary>
    public void Name(Faults faults, string field, string name) =>
        faults.Require(field, name, $"inspectorates/{known.Description.Code}/concerns/3f2504e0");

    /// <summary>Says which roles there are in place of one.</summary>
    public static string NoHolder(string holder, IReadOnlyList<string> holders) =>
        $"'{Shown.Of(holder)}' is none of {string.Join(", ", holders)}: a concern is held by a role of the ladder, never by a person.";

    private static void OutputOnly(Faults faults, Concern given)
    {
        foreach (var field in Concern.Descriptor.Fields.InDeclarationOrder().Where(field => SetHere.Contains(field.Name)))
            faults.OutputOnly($"{Path}.{field.Name}", !Equals(field.Accessor.GetValue(given), field.Accessor.GetValue(Empty)));
    }

    private static readonly Concern Empty = new();

    private static readonly HashSet<string> SetHere =
    [
        "name", "inspectorate", "state", "stage", "raised_at", "raised_on", "referrals", "outcome", "outcome_text", "closed_on", "revision",
        "recorded_at", "revision_reason", "etag", "held_beyond",
    ];
}
