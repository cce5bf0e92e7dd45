using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Inspectorates.Reference;

/// <summary>The frameworks under which inspectorates inspect together.</summary>
public static class JointFrameworks
{
    private static readonly Lazy<FrozenDictionary<string, JointFramework>> Loaded = new(Load);

    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<JointFramework> All => [.. Loaded.Value.Values.OrderBy(framework => framework.Code, StringComparer.Ordinal)];

    /// <summary>Joint targeted area inspections.</summary>
    public static JointFramework Jtai => Loaded.Value["jtai"];

    /// <summary>Area SEND inspections.</summary>
    public static JointFramework AreaSend => Loaded.Value["area-send"];

    /// <summary>Finds a framework by its code; false where there is none.</summary>
    public static bool TryFind(string code, [NotNullWhen(true)] out JointFramework? framework) =>
        Loaded.Value.TryGetValue(code, out framework);

    private static FrozenDictionary<string, JointFramework> Load()
    {
        var grades = Table.Read("joint-framework-grades.csv").ToLookup(
            row => row.Required("framework"),
            row => new JointGrade(
                row.Required("code"), row.Required("label"), row.Required("standing"), row.Required("kind"),
                row.Optional("section"), row.Required("note")));
        var judgements = Table.Read("joint-framework-judgements.csv").ToLookup(
            row => row.Required("framework"),
            row => new JointJudgement(row.Required("code"), row.Required("label"), row.List("processes"), row.Required("note")));
        var announcements = Table.Read("joint-framework-announcements.csv").ToLookup(row => row.Required("framework"), Announcement);
        var themes = Table.Read("joint-framework-themes.csv").ToLookup(row => row.Required("framework"), Theme);
        return Table.Read("joint-frameworks.csv").Select(row => new JointFramework
        {
            Code = row.Required("code"),
            Label = row.Required("label"),
            Version = row.Required("version"),
            InForceFrom = row.Day("in_force_from") ?? throw row.Fault("in_force_from", "is empty"),
            FromPrecision = row.Required("from_precision"),
            InForceUntil = row.Day("in_force_until"),
            UntilPrecision = row.Optional("until_precision"),
            LeadInspectorate = row.Required("lead"),
            Members = row.List("members"),
            LegalBasis = row.Required("legal_basis"),
            SourceUri = row.Required("source_uri"),
            Grades = [.. grades[row.Required("code")]],
            Judgements = [.. judgements[row.Required("code")]],
            Line = row.Optional("line"),
            Announcements = [.. announcements[row.Required("code")]],
            Themes = [.. themes[row.Required("code")]],
        }).ToFrozenDictionary(framework => framework.Code);
    }

    private static JointAnnouncement Announcement(Table.Row row) => new(
        row.Required("kind"), row.Day("announced") ?? throw row.Fault("announced", "is empty"), row.Required("announced_precision"),
        row.Day("day"), row.Optional("day_precision"), row.Required("text"), row.Required("source_uri"), row.Optional("unverified") is "yes");

    private static JointTheme Theme(Table.Row row) => new(
        row.Required("label"), row.Day("start") ?? throw row.Fault("start", "is empty"), row.Required("start_precision"),
        row.Day("end"), row.Optional("end_precision"), row.Optional("unverified") is "yes");
}
