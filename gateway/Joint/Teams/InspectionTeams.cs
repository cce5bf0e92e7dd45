using Inspectorates.Joint.V1;

namespace Inspectorates.Gateway.Joint.Teams;

/// <summary>
/// Who carried out an inspection, for each inspectorate that keeps a record of it or took part: by role and background (F7, F8 of the
/// account of the domain). Of what a service answers nothing but counts is taken, whoever asks: no member is ever in the joint view.
/// </summary>
internal sealed class InspectionTeams(IReadOnlyList<SourceAnswer> sources, Descriptions descriptions, Catalogue catalogue)
{
    /// <summary>The record with the teams filled in.</summary>
    public JointInspectionRecord With(JointInspectionRecord record)
    {
        record.Teams.AddRange(Keepers.Of(record).Select(code => Of(record, code)));
        return record;
    }

    private InspectionTeam Of(JointInspectionRecord record, string inspectorate)
    {
        var source = sources.FirstOrDefault(answer => answer.Inspectorate == inspectorate);
        var team = source is { IsShown: true }
            ? source.Teams.Records.LastOrDefault(known => record.Names.Contains(known.Inspection) || (record.Key.Length > 0 && known.InspectionKey == record.Key))
            : null;
        var shown = new InspectionTeam
        {
            Inspectorate = inspectorate,
            State = team is not null ? InspectionTeam.Types.State.Recorded : Absent(source),
            Composition = { team?.Composition.Select(part => part.Clone()) ?? [] },
            DeclarationCount = team?.DeclarationCount ?? 0,
            SignedThemes = { team?.SignedThemes ?? [] },
        };
        shown.Explanation = TeamWords.Of(shown, descriptions.Label(inspectorate, Days.Parse(record.Fieldwork?.Start ?? "")), catalogue.Term);
        return shown;
    }

    private static InspectionTeam.Types.State Absent(SourceAnswer? source) => source switch
    {
        { IsShown: true, Teams.Reading: FurtherReading.Read } => InspectionTeam.Types.State.NotRecorded,
        { IsShown: true, Teams.Reading: FurtherReading.NotKept } => InspectionTeam.Types.State.NotKept,
        _ => InspectionTeam.Types.State.NotKnown,
    };
}
