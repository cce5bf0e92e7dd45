using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Balance;

/// <summary>Declared weights, read and found to be without fault. What each part means is said in the contract.</summary>
internal sealed record Profile
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required bool Illustrative { get; init; }

    public required string AuthorBody { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required string Rationale { get; init; }

    public required string ConsultationAddress { get; init; }

    public required WeightProfile.Types.Method Method { get; init; }

    public required WeightProfile.Types.WeighedBy WeighedBy { get; init; }

    public required WeightProfile.Types.Selection Selection { get; init; }

    /// <summary>Only verdicts on these processes; empty: all.</summary>
    public required IReadOnlyList<string> Processes { get; init; }

    public required bool JointFindings { get; init; }

    /// <summary>A value for every standing but <em>not judged</em>, never rising from best to worst.</summary>
    public required IReadOnlyDictionary<Grade.Types.Standing, Rational> Values { get; init; }

    /// <summary>Weights as declared: 0 or more, at least one more than 0.</summary>
    public required IReadOnlyList<DeclaredWeight> Weights { get; init; }

    public required IReadOnlyList<ProfileLimiter> Limiters { get; init; }

    public required ResultBands Bands { get; init; }

    /// <summary>Name of the file it was read from.</summary>
    public required string File { get; init; }
}

/// <summary>What an inspectorate or a stage weighs.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Weight">The weight: 0 or more.</param>
internal sealed record DeclaredWeight(string Code, Rational Weight);

/// <summary>What limits the result.</summary>
/// <param name="When">Code of the inspectorate or stage; <see cref="Any"/>: any.</param>
/// <param name="AtOrBelow">The standing at or below which it limits.</param>
/// <param name="AtMost">The place of the best result that is left.</param>
internal sealed record ProfileLimiter(string When, Grade.Types.Standing AtOrBelow, int AtMost)
{
    public const string Any = "*";
}
