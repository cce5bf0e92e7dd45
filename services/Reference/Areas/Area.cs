namespace Inspectorates.Reference;

/// <summary>
/// A local area: the area of one of England's 153 children's services authorities, or a plainly fictional one.
/// </summary>
public sealed record Area
{
    /// <summary>The DfE three-digit code, the stable key: <c>926</c>; fictional areas have <c>X01</c> and so on.</summary>
    public required string DfeCode { get; init; }

    /// <summary>The current GSS code: <c>E10000020</c>.</summary>
    public required string GssCode { get; init; }

    /// <summary>The name as ONS prints it: <c>Norfolk</c>, <c>Bristol, City of</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Other spellings met in published sources, those with <c>&amp;</c> for <c>and</c> included.</summary>
    public required IReadOnlyList<string> OtherNames { get; init; }

    /// <summary>
    /// Every GSS code that finds this area, oldest first: former codes of the authority, codes of authorities wholly
    /// merged into it, and the current one.
    /// </summary>
    public required IReadOnlyList<DatedCode> GssCodes { get; init; }

    /// <summary>
    /// <c>unitary</c>, <c>metropolitan</c>, <c>london-borough</c> (with the City of London) or <c>county</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>The region.</summary>
    public required Region Region { get; init; }

    /// <summary>Ofsted's number of the authority: <c>80418</c>.</summary>
    public required string OfstedUrn { get; init; }

    /// <summary>The police force of the area.</summary>
    public required Agency PoliceForce { get; init; }

    /// <summary>
    /// The integrated care boards any part of whose area falls within this one, the largest part first; at least one.
    /// </summary>
    public required IReadOnlyList<Agency> Icbs { get; init; }

    /// <summary>The Probation Service region.</summary>
    public required Agency ProbationRegion { get; init; }

    /// <summary>The youth justice service, its own or one of several authorities.</summary>
    public required Agency YouthJusticeService { get; init; }

    /// <summary>DfE codes of the authority's statistical neighbours, nearest first.</summary>
    public required IReadOnlyList<string> StatisticalNeighbours { get; init; }

    /// <summary>Whether the area is made up for worked examples: nothing about it is a fact.</summary>
    public required bool IsFictional { get; init; }

    /// <summary>The council as an agency, its code the DfE code.</summary>
    public Agency Council => new("local-authority", DfeCode, Name);

    /// <summary>The agencies that serve the area, those that serve others too included.</summary>
    public IReadOnlyList<Agency> Agencies => [Council, PoliceForce, .. Icbs, ProbationRegion, YouthJusticeService];

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({DfeCode})";
}

/// <summary>A region of England.</summary>
/// <param name="Code">GSS code: <c>E12000006</c>.</param>
/// <param name="Name">Name: <c>East of England</c>.</param>
public sealed record Region(string Code, string Name);

/// <summary>A code with the days it was, or is, in force.</summary>
/// <param name="Code">The GSS code.</param>
/// <param name="From">First day in force; null: since the codes began, or not known.</param>
/// <param name="Until">Last day in force; null: still in force.</param>
public sealed record DatedCode(string Code, DateOnly? From, DateOnly? Until);
