using Inspectorates.Hosting.Evidencing;
using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>Takes verdicts from requests: checked, completed and told all faults at once.</summary>
internal sealed class VerdictIntake(VerdictRules rules, PublicationGate gate)
{
    private const int MostTogether = 500;

    /// <summary>The one verdict of a request.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="named">Whether its name says which verdict is meant.</param>
    /// <param name="reason">Why it is written; null where no reason is asked for.</param>
    public Verdict One(Verdict? verdict, bool named, string? reason = null)
    {
        if (verdict is null)
            throw RefusalException.Of(ErrorReason.FieldRequired, "verdict", "verdict is required.");
        var faults = new Faults();
        var complete = verdict.Clone();
        rules.Complete(faults, "verdict", complete, named);
        if (named)
            faults.Require("verdict.name", verdict.Name, "inspectorates/ofsted/verdicts/3f2504e0");
        if (reason is not null)
            Reason(faults, reason);
        faults.ThrowIfAny();
        NoHearsay([("verdict", complete)]);
        return complete;
    }

    /// <summary>The verdicts of a batch.</summary>
    public IReadOnlyList<Verdict> Batch(IReadOnlyList<Verdict> verdicts)
    {
        if (verdicts.Count is 0 or > MostTogether)
            throw RefusalException.Of(
                verdicts.Count == 0 ? ErrorReason.FieldRequired : ErrorReason.FieldOutOfRange, "verdicts",
                $"verdicts has {verdicts.Count}; a batch has 1 to {MostTogether}.");
        var faults = new Faults();
        Verdict[] complete = [.. verdicts.Select(verdict => verdict.Clone())];
        for (var index = 0; index < complete.Length; index++)
            rules.Complete(faults, $"verdicts[{index}]", complete[index]);
        faults.ThrowIfAny();
        NoHearsay(complete.Select((verdict, index) => ($"verdicts[{index}]", verdict)));
        return complete;
    }

    /// <summary>Checks the name, and the reason where one is asked for, of a step.</summary>
    /// <param name="example">Such as the name is.</param>
    /// <param name="reason">Why the step is taken; null where no reason is asked for.</param>
    public static void Step(string name, string example, string? reason = null)
    {
        var faults = new Faults();
        faults.Require("name", name, example);
        if (reason is not null)
            Reason(faults, reason);
        faults.ThrowIfAny();
    }

    // What enters as published is public at once: recording it is no way around the gate at publication.
    private void NoHearsay(IEnumerable<(string Path, Verdict Verdict)> verdicts)
    {
        Fault[] hearsay =
        [
            .. verdicts.Where(one => one.Verdict.State == Verdict.Types.State.Published && gate.IsHearsay(one.Verdict)).Select(one => PublicationGate.Hearsay(one.Path)),
        ];
        if (hearsay.Length > 0)
            throw new RefusalException(hearsay);
    }

    private static void Reason(Faults faults, string reason)
    {
        if (faults.Require("reason", reason, "'the grade was entered wrongly'"))
            faults.Text("reason", reason, 1000, lines: true);
    }
}
