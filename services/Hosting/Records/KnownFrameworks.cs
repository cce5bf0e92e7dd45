using Inspectorates.Hosting.Store;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Records;

/// <summary>What the inspectorate says of itself, looked up by code.</summary>
internal sealed class KnownFrameworks
{
    private readonly ILookup<string, Framework> byCode;

    public KnownFrameworks(Inspectorate description)
    {
        Description = description;
        byCode = description.Frameworks.ToLookup(framework => framework.Code);
        HostKinds = description.HostAgencyKinds.Select(kind => kind.Code).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The self-description as served.</summary>
    public Inspectorate Description { get; }

    /// <summary>The kinds of agency it has powers over.</summary>
    public IReadOnlySet<string> HostKinds { get; }

    public string Codes => string.Join(", ", byCode.Select(group => group.Key));

    public bool Has(string code) => byCode.Contains(code);

    /// <summary>Finds a framework.</summary>
    /// <param name="faults">Receives why there is none.</param>
    /// <param name="path">Path of the message that holds the fields.</param>
    /// <param name="code">The framework's code.</param>
    /// <param name="version">Its version; empty: the one in force on the day.</param>
    /// <param name="day">The first fieldwork day, else the day of publication; null: not known.</param>
    public Framework? Find(Faults faults, string path, string code, string version, DateOnly? day)
    {
        if (!faults.Require($"{path}.framework", code, Codes))
            return null;
        var versions = byCode[code].ToList();
        if (versions.Count == 0)
        {
            faults.Add(ErrorReason.FrameworkUnknown, $"{path}.framework", $"This inspectorate has no framework '{Shown.Of(code)}'. It has {Codes}.");
            return null;
        }

        if (version.Length == 0)
            return InForce(versions, day);
        if (versions.FirstOrDefault(framework => framework.Version == version) is { } found)
            return found;
        faults.Add(
            ErrorReason.FrameworkUnknown, $"{path}.framework_version",
            $"{code} has no version '{Shown.Of(version)}'. It has {string.Join(", ", versions.Select(framework => framework.Version))}.");
        return null;
    }

    private static Framework InForce(List<Framework> versions, DateOnly? day) =>
        versions.FirstOrDefault(framework => day is { } known && WasInForce(framework, known.Iso()))
        ?? versions.FirstOrDefault(framework => framework.State == Framework.Types.State.InForce)
        ?? versions[0];

    // ISO days sort as text; an end known to the month or year is its last day.
    private static bool WasInForce(Framework framework, string day) =>
        framework.ActualStart is { Day.Length: > 0 } start && string.CompareOrdinal(start.Day, day) <= 0
        && (framework.ActualEnd is not { Day.Length: > 0 } end || string.CompareOrdinal(day, 0, end.Day, 0, Known(end)) <= 0);

    private static int Known(PlannedDate date) => date.Precision switch
    {
        PlannedDate.Types.Precision.Year => "yyyy".Length,
        PlannedDate.Types.Precision.Month => "yyyy-MM".Length,
        _ => "yyyy-MM-dd".Length,
    };
}
