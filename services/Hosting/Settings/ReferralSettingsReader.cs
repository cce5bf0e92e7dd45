using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Inspectorates.Hosting.Settings;

/// <summary>Reads how referrals are timed and delivered.</summary>
internal static class ReferralSettingsReader
{
    /// <summary>The section it is in.</summary>
    public const string Section = "Referrals";

    private const string Days = $"{Section}:AcknowledgeWorkingDays";
    private const string Seconds = $"{Section}:LongestWaitSeconds";

    /// <summary>The settings' names.</summary>
    public static readonly string[] Known = [Days, Seconds];

    public static ReferralSettings Read(IConfiguration configuration, List<string> faults) => new(
        Number(configuration, Days, 5, 100, faults), TimeSpan.FromSeconds(Number(configuration, Seconds, 60, 86_400, faults)));

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
