using System.Collections.Frozen;

namespace Inspectorates.Reference;

/// <summary>
/// Who is responsible for which process, dated, because the law changed: until 28 June 2018 the local authority answered for a Local
/// Safeguarding Children Board (Children Act 2004 s13), since then three safeguarding partners share the duty equally (s16E, by the
/// Children and Social Work Act 2017).
/// </summary>
public sealed class Responsibilities
{
    /// <summary>Stands for every agency, each for its own part.</summary>
    public const string Each = "each";

    private static readonly Lazy<Responsibilities> Loaded = new(() => new Responsibilities());

    private readonly FrozenDictionary<string, Responsibility[]> byProcess;

    private Responsibilities() => byProcess = Table.Read("responsibilities.csv").Select(Read)
        .GroupBy(one => one.Process).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Responsibilities in England. Loaded once, when first asked for.</summary>
    public static Responsibilities England => Loaded.Value;

    /// <summary>Who is responsible for a process on a day: duty holders first, then by role. None: the table does not say.</summary>
    public IReadOnlyList<Responsibility> On(string process, DateOnly day) =>
        [.. byProcess.GetValueOrDefault(process, []).Where(one => one.HoldsOn(day)).OrderBy(one => one.Role)];

    private static Responsibility Read(Table.Row row)
    {
        var read = new Responsibility(
            row.Required("process"), Role(row), row.Required("kind"), row.Day("from"), row.Day("until"), row.Optional("legal_reference"),
            row.Optional("verified") == "yes", row.Optional("note"));
        if (!ProcessCatalogue.England.TryFind(read.Process, out _))
            throw row.Fault("process", $"\"{read.Process}\" is not in the catalogue");
        if (read.Kind != Each && !AgencyKinds.TryFind(read.Kind, out _))
            throw row.Fault("kind", $"\"{read.Kind}\" is no kind of agency");
        if (read.Until < read.From)
            throw row.Fault("until", "is before the first day");
        return read;
    }

    private static ResponsibilityRole Role(Table.Row row) => row.Required("role") switch
    {
        "duty-holder" => ResponsibilityRole.DutyHolder,
        "lead" => ResponsibilityRole.Lead,
        "contributes" => ResponsibilityRole.Contributes,
        "informed" => ResponsibilityRole.Informed,
        var other => throw row.Fault("role", $"\"{other}\" is none of duty-holder, lead, contributes, informed"),
    };
}
