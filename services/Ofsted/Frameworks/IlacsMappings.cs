using Inspectorates.V1;

namespace Inspectorates.Ofsted.Frameworks;

/// <summary>
/// Which judgement of the version before each judgement of ILACS took the place of: read from the two frameworks' texts. Ofsted
/// publishes no such table.
/// </summary>
internal static class IlacsMappings
{
    public static IEnumerable<CriterionMapping> Of(string version) => version switch
    {
        Ilacs.To2022 =>
        [
            FromSif("overall-effectiveness", IlacsJudgements.Overall),
            FromSif("help-and-protection", IlacsJudgements.HelpAndProtection),
            FromSif("children-looked-after", IlacsJudgements.InCare, "the newer one covers care leavers too"),
            FromSif("care-leavers", IlacsJudgements.InCare, "a sub-judgement then, part of the judgement on children in care since"),
            FromSif("adoption", IlacsJudgements.InCare, "a sub-judgement then, part of the judgement on children in care since"),
            FromSif("leadership", IlacsJudgements.Leaders, "the newer one is about the impact on practice"),
        ],
        Ilacs.From2023 =>
        [
            Same(Ilacs.To2022, IlacsJudgements.Overall), Same(Ilacs.To2022, IlacsJudgements.Leaders),
            Same(Ilacs.To2022, IlacsJudgements.HelpAndProtection),
            Same(Ilacs.To2022, IlacsJudgements.InCare, "the older one covered care leavers too"),
            Map(Ilacs.Code, Ilacs.To2022, IlacsJudgements.InCare, IlacsJudgements.CareLeavers, "care leavers were judged with children in care before"),
        ],
        _ =>
        [
            Same(Ilacs.From2023, IlacsJudgements.Leaders), Same(Ilacs.From2023, IlacsJudgements.HelpAndProtection),
            Same(Ilacs.From2023, IlacsJudgements.InCare), Same(Ilacs.From2023, IlacsJudgements.CareLeavers),
        ],
    };

    private static CriterionMapping FromSif(string older, string judgement, string note = "") => Map(Sif.Code, Sif.Version, older, judgement, note);

    private static CriterionMapping Same(string version, string judgement, string note = "") => Map(Ilacs.Code, version, judgement, judgement, note);

    private static CriterionMapping Map(string framework, string version, string older, string judgement, string note) => new()
    {
        Predecessor = framework,
        PredecessorVersion = version,
        PredecessorJudgement = older,
        Judgement = judgement,
        Note = note,
        Unverified = true,
    };
}
