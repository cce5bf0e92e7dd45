using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>What is judged and with which grade, in the words of the framework's owner.</summary>
internal static class JudgedRules
{
    /// <summary>Checks process, aspect, judgement, coding and grade, and fills in the grade's label and standing.</summary>
    /// <param name="framework">The verdict's framework; null where it was refused already.</param>
    public static void Complete(Faults faults, string path, Verdict verdict, Framework? framework)
    {
        Coding(faults, path, verdict);
        if (verdict.Judgement.Length > 0)
            Judgement(faults, path, verdict, framework);
        else
            Process(faults, path, verdict);
        if (framework is not null)
        {
            verdict.FrameworkVersion = framework.Version;
            Grade(faults, path, verdict, framework);
        }
    }

    private static void Coding(Faults faults, string path, Verdict verdict)
    {
        faults.Known($"{path}.coding", verdict.Coding);
        if (verdict.Coding == Verdict.Types.Coding.Unspecified)
            verdict.Coding = Verdict.Types.Coding.ByInspectorate;
        faults.Text($"{path}.mapped_from", verdict.MappedFrom, 100);
        if ((verdict.Coding == Verdict.Types.Coding.Mapped) != (verdict.MappedFrom.Length > 0))
            faults.Add(ErrorReason.FieldsInconsistent, $"{path}.mapped_from", $"{path}.mapped_from is given exactly where the coding is MAPPED.");
    }

    private static void Judgement(Faults faults, string path, Verdict verdict, Framework? framework)
    {
        if (verdict.Process.Length > 0)
            faults.Add(ErrorReason.FieldsInconsistent, $"{path}.judgement", "A verdict is on a process or a broad judgement, never both.");
        if (verdict.Aspect.Length > 0)
            faults.Add(ErrorReason.FieldsInconsistent, $"{path}.aspect", "A broad judgement has no aspect.");
        if (framework is not null && framework.Judgements.All(judgement => judgement.Code != verdict.Judgement))
            faults.Add(
                ErrorReason.JudgementUnknown, $"{path}.judgement",
                $"{framework.Code} ({framework.Version}) has no judgement '{Shown.Of(verdict.Judgement)}'. It has {Listed(framework.Judgements.Select(judgement => judgement.Code))}.");
    }

    private static void Process(Faults faults, string path, Verdict verdict)
    {
        var unconfirmed = verdict.Coding is Verdict.Types.Coding.ByRule;
        if (verdict.Process.Length > 0 && !ProcessCatalogue.England.TryFind(verdict.Process, out _))
            faults.Add(
                ErrorReason.ProcessUnknown, $"{path}.process",
                $"'{Shown.Of(verdict.Process)}' is not in the process catalogue. It has {Listed(ProcessCatalogue.England.All.Select(process => process.Code))}.");
        if (verdict.Process.Length == 0 && !unconfirmed && verdict.Coding != Verdict.Types.Coding.ByReading)
            faults.Add(ErrorReason.FieldRequired, $"{path}.process", $"{path}.process or {path}.judgement is required.");

        if (verdict.Aspect.Length > 0 && !Codes.IsSlug(verdict.Aspect))
            faults.Add(ErrorReason.FieldMalformed, $"{path}.aspect", $"{path}.aspect is '{Shown.Of(verdict.Aspect)}'; aspects are written like timeliness or information-sharing.");
        if (verdict.Aspect.Length == 0 && verdict.Process.Length > 0 && !unconfirmed)
            faults.Add(ErrorReason.FieldRequired, $"{path}.aspect", $"{path}.aspect is required, such as timeliness; {Aspects.Whole} for the process as a whole.");
    }

    private static void Grade(Faults faults, string path, Verdict verdict, Framework framework)
    {
        faults.Text($"{path}.not_judged_reason", verdict.NotJudgedReason, 1000);
        var code = verdict.Grade?.Code ?? "";
        if (code.Length == 0)
        {
            verdict.Grade = null;
            verdict.Standing = V1.Grade.Types.Standing.NotJudged;
            if (verdict.NotJudgedReason.Length == 0)
                faults.Add(ErrorReason.FieldRequired, $"{path}.grade", $"{path}.grade is required, or {path}.not_judged_reason says why there is none.");
            return;
        }

        if (framework.Grades.FirstOrDefault(grade => grade.Code == code) is not { } known)
        {
            faults.Add(
                ErrorReason.GradeUnknown, $"{path}.grade.code",
                $"{framework.Code} ({framework.Version}) has no grade '{Shown.Of(code)}'. It has {Listed(framework.Grades.Select(grade => grade.Code))}.");
            return;
        }

        if (verdict.NotJudgedReason.Length > 0 && known.Standing != V1.Grade.Types.Standing.NotJudged)
            faults.Add(ErrorReason.FieldsInconsistent, $"{path}.not_judged_reason", $"{path} has the grade '{code}' and a reason for having none.");
        verdict.Grade = known.Clone();
        verdict.Standing = known.Standing;
    }

    private static string Listed(IEnumerable<string> codes) => string.Join(", ", codes) is { Length: > 0 } listed ? listed : "none";
}
