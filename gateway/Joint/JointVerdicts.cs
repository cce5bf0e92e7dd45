using Inspectorates.Gateway.Joint.Differences;
using Inspectorates.Gateway.Joint.Evidencing;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint;

/// <summary>Verdicts as they appear in the joint view: as their keepers gave them, with what a reader must know beside.</summary>
internal sealed class JointVerdicts(DateOnly asOf, Descriptions descriptions, bool fictional, IEnumerable<Inspection> inspections)
{
    private readonly HashSet<(string Inspection, string Judgement)> discrepant =
    [
        .. inspections.SelectMany(inspection => inspection.Discrepancies.SelectMany(discrepancy =>
            new[] { (inspection.Name, discrepancy.Judgement), (inspection.Key, discrepancy.Judgement) })),
    ];

    public JointVerdict Write(Verdict verdict)
    {
        var framework = descriptions.Framework(verdict);
        var judgement = descriptions.Judgement(verdict);
        var written = new JointVerdict
        {
            Name = verdict.Name,
            Inspectorate = verdict.Inspectorate,
            Authors = { verdict.Authors },
            Framework = verdict.Framework,
            FrameworkVersion = verdict.FrameworkVersion,
            FrameworkLabel = framework?.Label is { Length: > 0 } label ? label : verdict.Framework,
            InspectionKey = verdict.InspectionKey,
            Process = verdict.Process,
            Aspect = verdict.Aspect,
            Judgement = verdict.Judgement,
            JudgementLabel = judgement?.Label is { Length: > 0 } printed ? printed : verdict.Judgement,
            Grade = verdict.Grade?.Clone(),
            Standing = verdict.Standing,
            NotJudgedReason = verdict.NotJudgedReason,
            Agency = Subjects.IsAgency(verdict) ? verdict.Subject.Agency.Clone() : null,
            Partnership = verdict.Subject?.Kind is Subject.Types.Kind.Partnership,
            Footprint = verdict.Footprint?.Clone(),
            Text = verdict.Text,
            Fieldwork = verdict.Fieldwork?.Clone(),
            EvidenceWindow = verdict.EvidenceWindow?.Clone(),
            Evidence = { verdict.Evidence.Select(evidence => evidence.Clone()) },
            PublishedOn = verdict.PublishedOn,
            AgeDays = Age(verdict),
            SourceUri = verdict.Source?.Uri ?? "",
            SourceLocator = verdict.Source?.Locator ?? "",
            Edition = verdict.Source?.Edition ?? "",
            Licence = verdict.Source?.Licence ?? "",
            Flags = { Flags(verdict, framework) },
            Revision = verdict.Revision,
            Basis = verdict.Basis,
            BasisReason = verdict.BasisReason,
            NoChildsVoiceExplanation = verdict.NoChildsVoiceExplanation,
            EvidenceWords = { verdict.Evidence.Select(EvidenceWords.Piece) },
            ChildsVoiceSentence = ChildsVoice.Sentence(verdict),
        };
        if (judgement is not null) written.JudgementProcesses.Add(judgement.Processes);
        return written;
    }

    /// <summary>Newest first; those without any day last; then by name.</summary>
    public IEnumerable<JointVerdict> WriteNewestFirst(IEnumerable<Verdict> verdicts) =>
        verdicts
            .OrderByDescending(verdict => Days.OrderingDay(verdict) ?? DateOnly.MinValue)
            .ThenBy(verdict => verdict.Name, StringComparer.Ordinal)
            .Select(Write);

    private int Age(Verdict verdict) =>
        (DaySpan.Of(verdict.Fieldwork)?.Last ?? Days.Parse(verdict.PublishedOn)) is { } day
            ? Math.Max(0, asOf.DayNumber - day.DayNumber)
            : -1;

    private IEnumerable<JointVerdict.Types.Flag> Flags(Verdict verdict, Framework? framework)
    {
        var authors = AuthorSet.Of(verdict);
        (JointVerdict.Types.Flag Flag, bool Holds)[] flags =
        [
            (JointVerdict.Types.Flag.CodedByRule, verdict.Coding is Verdict.Types.Coding.ByRule),
            (JointVerdict.Types.Flag.CodedByReading, verdict.Coding is Verdict.Types.Coding.ByReading),
            (JointVerdict.Types.Flag.Mapped, verdict.Coding is Verdict.Types.Coding.Mapped),
            (JointVerdict.Types.Flag.Pilot, verdict.Pilot),
            (JointVerdict.Types.Flag.WiderThanArea, verdict.Footprint?.Areas.Count > 1),
            (JointVerdict.Types.Flag.Joint, authors.IsJoint),
            (JointVerdict.Types.Flag.MembersUnknown, authors.IsMembersUnknown),
            (JointVerdict.Types.Flag.PlacedByCycle, verdict.PublishedOn.Length == 0 && verdict.PlacedOn.Length > 0),
            (JointVerdict.Types.Flag.FrameworkEnded, HasEnded(framework)),
            (JointVerdict.Types.Flag.Scraped, verdict.Source?.Authority is Provenance.Types.Authority.Scraped),
            (JointVerdict.Types.Flag.HearsayOnly, SetAside.IsHearsayOnly(verdict)),
            (JointVerdict.Types.Flag.ProxyOnly, SetAside.IsProxyOnly(verdict)),
            (JointVerdict.Types.Flag.NoChildsVoice, verdict.Evidence.Count > 0 && !EvidenceWords.HasChildsVoice(verdict)),
            (JointVerdict.Types.Flag.Fictional, fictional),
            (JointVerdict.Types.Flag.RuleDiscrepancy, IsDiscrepant(verdict)),
        ];
        return flags.Where(flag => flag.Holds).Select(flag => flag.Flag);
    }

    // The day it ended, where it is known, holds for the past as well; the state is only today's.
    private bool HasEnded(Framework? framework) =>
        Days.Parse(framework?.ActualEnd?.Day ?? "") is { } ended
            ? ended < asOf
            : framework?.State is Framework.Types.State.Ended;

    private bool IsDiscrepant(Verdict verdict) =>
        verdict.Judgement.Length > 0
        && (discrepant.Contains((verdict.Inspection, verdict.Judgement))
            || (verdict.InspectionKey.Length > 0 && discrepant.Contains((verdict.InspectionKey, verdict.Judgement))));
}
