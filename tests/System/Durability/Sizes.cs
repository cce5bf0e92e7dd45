using System.Globalization;

namespace Inspectorates.SystemTests.Durability;

/// <summary>How much the tests do: enough for every run, and more where the environment says so.</summary>
internal static class Sizes
{
    public static int Kills => Of("INSPECTORATES_KILLS", 50);

    public static int Cuts => Of("INSPECTORATES_CUTS", 1000);

    public static int Syncs => Of("INSPECTORATES_SYNCS", 500);

    public static int Edits => Of("INSPECTORATES_EDITS", 240);

    /// <summary>What the random moments come from; said with every failure, so that a run can be had again.</summary>
    public static int Seed => Of("INSPECTORATES_SEED", Environment.TickCount & 0xFFFFFF);

    private static int Of(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var given) ? given : usual;
}
