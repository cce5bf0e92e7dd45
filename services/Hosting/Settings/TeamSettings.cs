using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Inspectorates.Hosting.Settings;

/// <summary>How those who inspect are kept apart from what they know too well.</summary>
/// <param name="CoolingOffMonths">For how many months after their last day there, or after an interest ended, they stay away. 0: not at all.</param>
internal sealed record TeamSettings(int CoolingOffMonths)
{
    /// <summary>The setting's name.</summary>
    public const string CoolingOff = "Inspectorate:Teams:CoolingOffMonths";

    // Ours: no inspectorate's published figure was at hand (docs/decisions/0212).
    private const int Usual = 36;
    private const int Most = 240;

    public static TeamSettings Read(IConfiguration configuration, List<string> faults)
    {
        var given = configuration[CoolingOff];
        if (string.IsNullOrEmpty(given))
            return new TeamSettings(Usual);
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && months <= Most)
            return new TeamSettings(months);
        faults.Add($"{CoolingOff}: '{given}' is not a whole number of months from 0 to {Most}.");
        return new TeamSettings(Usual);
    }
}
