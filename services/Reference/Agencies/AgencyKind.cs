using System.Text.RegularExpressions;

namespace Inspectorates.Reference;

/// <summary>A kind of agency, the inspectorate with powers over it, and what its codes look like.</summary>
public sealed record AgencyKind
{
    /// <summary>The kind's code: <c>police-force</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The kind in words: <c>police force</c>.</summary>
    public required string Label { get; init; }

    /// <summary>Code of the inspectorate with powers over agencies of this kind; null where none has.</summary>
    public required string? Host { get; init; }

    /// <summary>
    /// Code of the inspectorate whose service keeps what a joint report says about this kind: the host, and Ofsted for
    /// the partnership and for whatever has no host, since its chief inspector makes the one report (SI 2015/1792).
    /// </summary>
    public required string JointFindingsKeptBy { get; init; }

    /// <summary>Code of the more general kind this one is a part of (<c>icb</c> is within <c>health</c>), or null.</summary>
    public required string? Within { get; init; }

    /// <summary>
    /// What a whole code of such an agency looks like, as a regular expression without anchors; null where agencies of this kind have no codes
    /// because the kind is only named in general (<c>health</c>).
    /// </summary>
    public required string? IdentifierPattern { get; init; }

    /// <summary>An example of such a code; null where there are none.</summary>
    public required string? IdentifierExample { get; init; }

    /// <summary>What such a code looks like, in words; null where there are none.</summary>
    public required string? IdentifierWords { get; init; }

    /// <summary>The words by which sources name this kind as the subject of a finding, its code included.</summary>
    public required IReadOnlyList<string> SubjectWords { get; init; }

    /// <summary>Whether this is an agency; false for <c>partnership</c> alone.</summary>
    public bool IsAgency => Code != AgencyKinds.Partnership;

    /// <summary>Whether <paramref name="code"/> has the form of a code of this kind.</summary>
    public bool Accepts(string code) =>
        IdentifierPattern is { } pattern
        // \z and not $, which lets a line break follow.
        && Regex.IsMatch(code, $@"^(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
