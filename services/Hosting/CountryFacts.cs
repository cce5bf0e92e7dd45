using System.Globalization;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Hosting;

/// <summary>The parts of a self-description that are facts about the country, the same whichever inspectorate says them.</summary>
public static class CountryFacts
{
    /// <summary>The kinds of agency an inspectorate has powers over, as Reference lists them.</summary>
    /// <param name="inspectorate">Its code. Unknown to Reference: none.</param>
    public static IEnumerable<V1.AgencyKind> HostKinds(string inspectorate) =>
        AgencyKinds.HostedBy(inspectorate).Select(kind => new V1.AgencyKind
        {
            Code = kind.Code,
            Label = kind.Label,
            CodeFormat = kind.IdentifierWords ?? "",
            CodeExample = kind.IdentifierExample ?? "",
        });

    /// <summary>
    /// The joint frameworks an inspectorate may take part in. Every member describes them alike: their report is one text.
    /// Their processes are those that any member ever judges.
    /// </summary>
    /// <param name="inspectorate">Its code.</param>
    public static IEnumerable<Framework> JointFrameworksOf(string inspectorate) =>
        JointFrameworks.All.Where(joint => joint.Members.Contains(inspectorate)).Select(ToFramework);

    private static Framework ToFramework(JointFramework joint)
    {
        var framework = new Framework
        {
            Code = joint.Code,
            Label = joint.Label,
            Version = joint.Version,
            State = joint.InForceUntil is null ? Framework.Types.State.InForce : Framework.Types.State.Ended,
            Mode = Framework.Types.Mode.Joint,
            ActualStart = Day(joint.InForceFrom, joint.FromPrecision),
            SourceUri = joint.SourceUri,
        };
        if (joint.InForceUntil is { } until)
            framework.ActualEnd = Day(until, joint.UntilPrecision ?? "DAY");
        if (joint.Line is { } line)
            framework.Lines.Add(line);
        framework.Announcements.Add(joint.Announcements.Select(ToAnnouncement));
        framework.Themes.Add(joint.Themes.Select(theme => new FrameworkTheme
        {
            Label = theme.Label,
            Start = Day(theme.Start, theme.StartPrecision),
            End = theme.End is { } end ? Day(end, theme.EndPrecision ?? "DAY") : null,
            Unverified = theme.IsUnverified,
        }));
        framework.Inspectorates.Add(joint.Members);
        framework.Processes.Add(ProcessCatalogue.England.All
            .Where(process => joint.Members.Any(process.IsEverJudgedBy))
            .Select(process => process.Code));
        framework.Judgements.Add(joint.Judgements.Select((judgement, place) => new Judgement
        {
            Code = judgement.Code,
            Label = judgement.Label,
            Headline = place == 0,
            Processes = { judgement.Processes },
        }));
        framework.Grades.Add(joint.Grades.Select(grade => new Grade
        {
            Code = grade.Code,
            Label = grade.Label,
            Standing = Enum.Parse<Grade.Types.Standing>(grade.Standing.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
            Note = grade.Note,
        }));
        return framework;
    }

    private static FrameworkAnnouncement ToAnnouncement(JointAnnouncement said) => new()
    {
        Kind = Enum.Parse<FrameworkAnnouncement.Types.Kind>(said.Kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        Announced = Day(said.Announced, said.AnnouncedPrecision),
        Day = said.Day is { } day ? Day(day, said.DayPrecision ?? "DAY") : null,
        Text = said.Text,
        SourceUri = said.SourceUri,
        Unverified = said.IsUnverified,
    };

    private static PlannedDate Day(DateOnly day, string precision) => new()
    {
        Day = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Precision = Enum.Parse<PlannedDate.Types.Precision>(precision, ignoreCase: true),
    };
}
