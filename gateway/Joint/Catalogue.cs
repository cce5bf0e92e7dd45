namespace Inspectorates.Gateway.Joint;

/// <summary>
/// Which processes an inspectorate judges, for one whose service was never reached: the codes of those it always or
/// sometimes judges, or null where nothing is known of it. Then it may judge any.
/// </summary>
/// <param name="inspectorate">The inspectorate's code.</param>
public delegate IReadOnlySet<string>? JudgesWhat(string inspectorate);

/// <summary>What the joint view needs to know about the country: facts, no opinion.</summary>
public sealed record Catalogue
{
    /// <summary>The processes, in the order in which the view shows them.</summary>
    public required IReadOnlyList<CatalogueProcess> Processes { get; init; }

    /// <summary>Who judges what, where an inspectorate's own description was never read.</summary>
    public required JudgesWhat Fallback { get; init; }

    /// <summary>The slug under which an aspect is compared; empty for a blank one.</summary>
    public required Func<string, string> CanonicalAspect { get; init; }

    /// <summary>An aspect in words.</summary>
    public required Func<string, string> AspectLabel { get; init; }

    /// <summary>Whether two agency kinds may mean the same agency: equal, or one within the other.</summary>
    public required Func<string, string, bool> KindsMayBeSame { get; init; }

    /// <summary>An agency kind in words.</summary>
    public required Func<string, string> AgencyKindLabel { get; init; }

    /// <summary>A stage of the child's journey in words.</summary>
    public Func<string, string> StageLabel { get; init; } = code => code;

    /// <summary>Who is responsible for a process on a day; none: not known.</summary>
    public Func<string, DateOnly, IReadOnlyList<Inspectorates.Joint.V1.Responsibility>> Responsible { get; init; } = (_, _) => [];

    /// <summary>Whether the area with the DfE code is made up. Their codes begin with X, as no real one does.</summary>
    internal static bool IsFictional(string area) => area.StartsWith('X');

    /// <summary>The process's term; its code where the catalogue does not have it.</summary>
    internal string Term(string process) =>
        Processes.FirstOrDefault(known => known.Code == process)?.Term ?? process;
}

/// <summary>A process of the catalogue.</summary>
/// <param name="Code">Its code: <c>strategy-discussion</c>.</param>
/// <param name="Term">The term practitioners use.</param>
/// <param name="JourneyStage">Code of its stage of the child's journey.</param>
public sealed record CatalogueProcess(string Code, string Term, string JourneyStage);
