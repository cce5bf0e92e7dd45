using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Inspectorates.Hosting.Settings;

/// <summary>How replies of inspected bodies are taken.</summary>
/// <param name="WorkingDays">For how many working days after the report's publication a reply is still published.</param>
internal sealed record ReplySettings(int WorkingDays)
{
    /// <summary>The section they are in.</summary>
    public const string Section = "Replies";

    /// <summary>The one setting: 1 to 250, 20 unless set otherwise.</summary>
    public const string Days = $"{Section}:WorkingDays";

    private const int Usual = 20;
    private const int Most = 250;

    public static ReplySettings Read(IConfiguration configuration, List<string> faults)
    {
        var given = configuration[Days];
        if (string.IsNullOrEmpty(given))
            return new ReplySettings(Usual);
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Most)
            return new ReplySettings(days);
        faults.Add($"{Days}: '{given}' is not a whole number from 1 to {Most}.");
        return new ReplySettings(Usual);
    }
}
