using Inspectorates.V1;

namespace Inspectorates.Gateway.Joint.Differences;

/// <summary>The one axis on which verdicts are compared: exceeds, meets, mixed, falls short, fails.</summary>
internal static class Axis
{
    /// <summary>Where a standing is, as far as saying alike goes.</summary>
    internal enum Side
    {
        /// <summary>Exceeds or meets.</summary>
        AsExpected,

        /// <summary>Mixed.</summary>
        Mixed,

        /// <summary>Falls short or fails.</summary>
        Short,
    }

    /// <summary>The standings that have a place on the axis.</summary>
    public static IReadOnlyList<Grade.Types.Standing> BestFirst { get; } =
        [.. Enum.GetValues<Grade.Types.Standing>().Where(Has)];

    /// <summary>Whether the standing has a place on the axis. One that is not judged, or not known to us, has none.</summary>
    public static bool Has(Grade.Types.Standing standing) =>
        standing is >= Grade.Types.Standing.Exceeds and <= Grade.Types.Standing.Fails;

    /// <summary>Both exceeds or meets, both mixed, or both falls short or fails.</summary>
    public static bool Alike(Grade.Types.Standing one, Grade.Types.Standing other) => SideOf(one) == SideOf(other);

    /// <summary>One exceeds or meets and the other falls short or fails.</summary>
    public static bool Opposed(Grade.Types.Standing one, Grade.Types.Standing other) =>
        !Alike(one, other) && SideOf(one) is not Side.Mixed && SideOf(other) is not Side.Mixed;

    /// <summary>Steps between the two: 0 to 4.</summary>
    public static int Steps(Grade.Types.Standing one, Grade.Types.Standing other) => Math.Abs((int)one - (int)other);

    /// <summary>Where it stands, in words.</summary>
    public static string Words(Grade.Types.Standing standing) => SideOf(standing) switch
    {
        Side.AsExpected => "as expected or better",
        Side.Mixed => "mixed",
        _ => "short of what is expected",
    };

    /// <summary>The side of a standing that has a place on the axis.</summary>
    public static Side SideOf(Grade.Types.Standing standing) => standing switch
    {
        Grade.Types.Standing.Exceeds or Grade.Types.Standing.Meets => Side.AsExpected,
        Grade.Types.Standing.Mixed => Side.Mixed,
        Grade.Types.Standing.FallsShort or Grade.Types.Standing.Fails => Side.Short,
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "This standing has no place on the axis."),
    };
}
