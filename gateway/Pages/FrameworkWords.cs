using Inspectorates.Gateway.Joint.Frameworks;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Pages;

/// <summary>States, modes and dates of frameworks in words.</summary>
internal static class FrameworkWords
{
    public static string State(Framework.Types.State state) => state switch
    {
        Framework.Types.State.InConsultation => "In consultation",
        Framework.Types.State.Planned => "Planned",
        Framework.Types.State.ToBeDecided => "To be decided",
        Framework.Types.State.InForce => "In force",
        Framework.Types.State.Ended => "Ended",
        _ => "Not known",
    };

    public static string Mode(Framework.Types.Mode mode) => mode switch
    {
        Framework.Types.Mode.SingleAgency => "one inspectorate inspects",
        Framework.Types.Mode.SingleAgencyMultiAgencyLens => "one inspectorate inspects, with an eye on how agencies work together",
        Framework.Types.Mode.Joint => "several inspectorates inspect together",
        _ => "how inspectorates work under it is not known",
    };

    /// <summary>The anchor of a framework: a joint one is one, whoever describes it; others may share code and version with another's.</summary>
    public static string Anchor(ListedFramework listed) => listed.Framework.Mode is Framework.Types.Mode.Joint
        ? $"f-{listed.Framework.Code}-{listed.Framework.Version}"
        : $"f-{listed.DescribedBy[0]}-{listed.Framework.Code}-{listed.Framework.Version}";

    /// <summary>Which judgement of this framework follows which of one before it.</summary>
    public static string Mapping(CriterionMapping mapping) =>
        $"{PageWords.Capital(PageWords.Plain(mapping.Judgement))} follows {PageWords.Plain(mapping.PredecessorJudgement)} of {PageWords.Plain(mapping.Predecessor)}"
        + (mapping.PredecessorVersion.Length > 0 ? $" {mapping.PredecessorVersion}" : "") + (mapping.Note.Length > 0 ? $": {mapping.Note}." : ".")
        + (mapping.Unverified ? " This is read from the texts of both; the inspectorate does not state it." : "");

    public static string Began(Framework framework) => framework.ActualStart is null && framework.State is not Framework.Types.State.InForce
        && framework.ActualEnd is null
            ? "has not begun"
            : FrameworkDates.InWords(framework.ActualStart);

    public static string Ended(Framework framework) => (framework.ActualEnd, framework.State) switch
    {
        (null, Framework.Types.State.Ended) => "it was given up",
        (null, _) => "has not ended",
        var (end, _) => FrameworkDates.InWords(end),
    };
}
