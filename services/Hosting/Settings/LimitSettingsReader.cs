using System.Globalization;
using Inspectorates.Hosting.Limits;
using Microsoft.Extensions.Configuration;

namespace Inspectorates.Hosting.Settings;

/// <summary>Reads how much of the service one caller may take.</summary>
internal static class LimitSettingsReader
{
    public const string Section = "Limits";

    public static readonly string[] Known =
        ["Limits:CallsPerSecond", "Limits:Burst", "Limits:Concurrent", "Limits:Streams", "Limits:UnarySeconds"];

    public static LimitSettings Read(IConfiguration configuration, List<string> faults) => new(
        Number(configuration, Known[0], 2000, 1_000_000, faults),
        Number(configuration, Known[1], 4000, 1_000_000, faults),
        Number(configuration, Known[2], 512, 100_000, faults),
        Number(configuration, Known[3], 100, 100_000, faults),
        TimeSpan.FromSeconds(Number(configuration, Known[4], 5, 60, faults)));

    private static int Number(IConfiguration configuration, string key, int usual, int most, List<string> faults)
    {
        var given = configuration[key];
        if (string.IsNullOrEmpty(given))
            return usual;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        faults.Add($"{key}: '{given}' is not a whole number from 1 to {most}.");
        return usual;
    }
}
