namespace Inspectorates.Gateway.Joint.Agreement;

/// <summary>The parameters agreement is computed with; they are printed with every answer.</summary>
/// <param name="Floor">Below this many comparable units no coefficient is given: 2 or more.</param>
/// <param name="Replicates">How many draws an interval is made of: 100 or more.</param>
/// <param name="Seed">The seed of the draws: 1 or more.</param>
public sealed record AgreementOptions(int Floor = 10, int Replicates = 500, int Seed = 20130401);
